import { z } from 'zod';
import type { ScanKind } from '../../shared/scans/scan.ts';
import type { ScanVerdict } from '../../shared/scans/scanReading.ts';
import type { Store } from './store.ts';

export interface KeptScan {
  readonly at: string;
  readonly raw: string;
  readonly kind: ScanKind;
  readonly deviceId: string | null;
  readonly verdict: ScanVerdict;
}

const newest = z.object({ at: z.iso.datetime().nullable() });

/** Every scan as it came. Rows are only ever added. */
export function createScanStore({ database, setAside }: Store) {
  const insert = database.prepare(
    'INSERT INTO scan (at, raw, kind, device_id, verdict) VALUES (@at, @raw, @kind, @deviceId, @verdict)',
  );
  // A scan that recorded the result of an earlier run, or came before that, says nothing about the present one.
  const autopilot = database.prepare(`
    WITH run AS (SELECT max(coalesce(started_at, ended_at)) AS started FROM bench_run WHERE device_id = @deviceId),
         earlier AS (SELECT max(ended_at) AS ended FROM bench_run, run
                      WHERE device_id = @deviceId AND coalesce(started_at, ended_at) < run.started)
    SELECT @deviceId AS deviceId, max(at) AS at FROM scan, run, earlier
     WHERE device_id = @deviceId AND kind IN ('autopilot', 'autopilot-result')
       AND (at >= coalesce(run.started, '') OR (verdict <> 'recorded' AND at > coalesce(earlier.ended, '')))`);
  return {
    add: (scan: KeptScan): void => void insert.run(scan),
    /** When the device's own Autopilot QR code was scanned last, for the present technician flow or towards it; null where it was not, or nobody can tell. */
    lastAutopilotScan: (deviceId: string): string | null =>
      setAside.row('scan', newest, autopilot.get({ deviceId }))?.at ?? null,
  };
}
