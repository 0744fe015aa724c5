import { z } from 'zod';
import { issue } from '../intake/issue.ts';

export const scanKind = z.enum([
  'autopilot',
  'autopilot-result',
  'devicelink',
  'technician',
  'serial',
  'product-key-id',
  'shelf',
  'guid',
  'url',
  'unknown',
]);
export type ScanKind = z.infer<typeof scanKind>;

/** What a scanned code is. */
export const scan = z.object({
  kind: scanKind,
  ztdId: z.string().nullable(),
  serialNumber: z.string().nullable(),
  /** Whose badge it is; null where it is none. */
  initials: z.string().nullable(),
  /** The name of the shelf whose label it is. */
  shelf: z.string().nullable(),
  result: z.enum(['success', 'failure']).nullable(),
  /** Null where absent or implausible. */
  elapsedMs: z.number().nullable(),
  repairs: z.array(z.string()),
  issues: z.array(issue),
});
export type Scan = z.infer<typeof scan>;
