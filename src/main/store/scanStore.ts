import { z } from 'zod';
import type { ScanKind } from '../../shared/scan/scan.ts';
import type { Store } from './openStore.ts';

export interface KeptScan {
  readonly at: string;
  readonly raw: string;
  readonly kind: ScanKind;
  readonly deviceId: string | null;
  readonly verdict: string;
}

export type ScanStore = ReturnType<typeof createScanStore>;

/** Every scan as it came. Rows are only ever added. */
export function createScanStore({ database }: Store) {
  const insert = database.prepare(
    'INSERT INTO scan (at, raw, kind, device_id, verdict) VALUES (@at, @raw, @kind, @deviceId, @verdict)',
  );
  const autopilot = database.prepare(
    `SELECT max(at) AS at FROM scan WHERE device_id = ? AND kind IN ('autopilot', 'autopilot-result')`,
  );
  return {
    add: (scan: KeptScan): void => void insert.run(scan),
    /** When the device's own Autopilot QR code was scanned last. */
    lastAutopilotScan: (deviceId: string): string | null =>
      z.object({ at: z.string().nullable() }).parse(autopilot.get(deviceId)).at,
  };
}
