import { z } from 'zod';
import { preparationPolicy, type PreparationPolicy } from '../../shared/preparation/preparationPolicy.ts';
import type { Store } from './store.ts';

const reading = z.object({
  readAt: z.string(),
  isWhole: z.number().transform((value) => value === 1),
  policies: z
    .string()
    .transform((document): unknown => JSON.parse(document))
    .pipe(z.array(preparationPolicy)),
});
export type PreparationReading = z.infer<typeof reading>;

/** The policies of device preparation of each tenant as they were read last. */
export function createPreparationStore({ database }: Store, now: () => Date) {
  const get = database.prepare(`
    SELECT read_at AS readAt, is_whole AS isWhole, document AS policies FROM tenant_reading
     WHERE tenant_id = ? AND of = 'preparation'`);
  const put = database.prepare(`
    INSERT INTO tenant_reading (tenant_id, of, read_at, is_whole, document)
    VALUES (@tenantId, 'preparation', @at, @isWhole, @document)
    ON CONFLICT DO UPDATE SET read_at = excluded.read_at, is_whole = excluded.is_whole, document = excluded.document`);

  return {
    /** Null where they were never read. */
    get(tenantId: string): PreparationReading | null {
      const row = get.get(tenantId);
      return row === undefined ? null : reading.parse(row);
    },
    keep(tenantId: string, policies: readonly PreparationPolicy[], isWhole: boolean): void {
      const at = now().toISOString();
      put.run({ tenantId, at, isWhole: isWhole ? 1 : 0, document: JSON.stringify(policies) });
    },
  };
}
