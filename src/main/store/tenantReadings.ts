import { z } from 'zod';
import type { Store } from './store.ts';
import { storedJson } from './storedJson.ts';

/** A list that a tenant has, as Microsoft told it last. */
export interface TenantReading<Row> {
  readonly readAt: string;
  readonly isWhole: boolean;
  readonly rows: readonly Row[];
}

const head = z.object({ readAt: z.iso.datetime(), isWhole: z.number().transform((value) => value === 1) });

/** What each tenant has in Intune of one kind besides devices. @param of its name in the queue */
export function createTenantReadings<Row>(
  { database, setAside }: Store,
  now: () => Date,
  of: string,
  row: z.ZodType<Row>,
) {
  const getHead = database.prepare(
    'SELECT tenant_id AS tenantId, read_at AS readAt, is_whole AS isWhole FROM tenant_reading WHERE tenant_id = ? AND of = ?',
  );
  const getBody = database.prepare(
    'SELECT tenant_id AS tenantId, document FROM tenant_reading WHERE tenant_id = ? AND of = ?',
  );
  const put = database.prepare(`
    INSERT INTO tenant_reading (tenant_id, of, read_at, is_whole, document)
    VALUES (@tenantId, @of, @at, @isWhole, @document)
    ON CONFLICT DO UPDATE SET read_at = excluded.read_at, is_whole = excluded.is_whole, document = excluded.document`);
  const body = z.object({ document: storedJson(z.array(row)) });
  /** A change of many devices asks for each of them. */
  const parsed = new Map<string, TenantReading<Row>>();

  return {
    /** Null where it was never read, or cannot be read. */
    get(tenantId: string): TenantReading<Row> | null {
      const found = setAside.row('tenant_reading', head, getHead.get(tenantId, of));
      if (found === null) return null;
      const known = parsed.get(tenantId);
      if (known?.readAt === found.readAt) return known;
      const kept = setAside.row('tenant_reading', body, getBody.get(tenantId, of));
      if (kept === null) return null;
      const reading = { ...found, rows: kept.document };
      parsed.set(tenantId, reading);
      return reading;
    },
    keep(tenantId: string, kept: readonly Row[], isWhole: boolean): void {
      parsed.delete(tenantId);
      put.run({
        tenantId,
        of,
        at: now().toISOString(),
        isWhole: isWhole ? 1 : 0,
        document: JSON.stringify(kept),
      });
    },
  };
}
