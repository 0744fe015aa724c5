import { z } from 'zod';
import { preparationPolicy, type PreparationPolicy } from '../../shared/preparation/preparationPolicy.ts';
import type { Store } from './store.ts';
import { storedJson } from './storedJson.ts';

const reading = z.object({
  readAt: z.iso.datetime(),
  isWhole: z.number().transform((value) => value === 1),
  policies: storedJson(z.array(preparationPolicy)),
});
export type PreparationReading = z.infer<typeof reading>;

/** The policies of device preparation of each tenant as they were read last. */
export function createPreparationStore({ database, setAside }: Store, now: () => Date) {
  const get = database.prepare(`
    SELECT tenant_id AS tenantId, read_at AS readAt, is_whole AS isWhole, document AS policies FROM tenant_reading
     WHERE tenant_id = ? AND of = 'preparation'`);
  const put = database.prepare(`
    INSERT INTO tenant_reading (tenant_id, of, read_at, is_whole, document)
    VALUES (@tenantId, 'preparation', @at, @isWhole, @document)
    ON CONFLICT DO UPDATE SET read_at = excluded.read_at, is_whole = excluded.is_whole, document = excluded.document`);

  return {
    /** Null where they were never read, or cannot be read. */
    get: (tenantId: string): PreparationReading | null => setAside.row('tenant_reading', reading, get.get(tenantId)),
    keep(tenantId: string, policies: readonly PreparationPolicy[], isWhole: boolean): void {
      const at = now().toISOString();
      put.run({ tenantId, at, isWhole: isWhole ? 1 : 0, document: JSON.stringify(policies) });
    },
  };
}
