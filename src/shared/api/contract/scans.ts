import { z } from 'zod';
import { scan } from '../../scans/scan.ts';
import { scanReading } from '../../scans/scanReading.ts';
import { command, query, type HandlersOf } from '../procedure.ts';

export const scanProcedures = {
  /** What a scanned code is, which device of the queue it belongs to, and what it did (a result QR ends the bench run). */
  'scans.read': command(z.object({ text: z.string().min(1), apply: z.boolean().default(true) }), scanReading),
  'scans.classify': query(z.object({ text: z.string() }), scan),
};

export type ScanHandlers = HandlersOf<typeof scanProcedures>;
