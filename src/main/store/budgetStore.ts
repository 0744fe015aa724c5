import { z } from 'zod';
import type { Store } from './store.ts';

/** Synchronisations of Intune with the Autopilot service, which Microsoft allows once in ten minutes. */
export type BudgetName = 'sync';
const row = z.object({ spentAt: z.iso.datetime(), allowedAt: z.iso.datetime() });

/** What a tenant may be asked for only so often. It outlives the process, so a restart does not ask too soon. */
export function createBudgetStore({ database, setAside }: Store, now: () => Date) {
  const get = database.prepare(
    'SELECT tenant_id AS tenantId, spent_at AS spentAt, allowed_at AS allowedAt FROM budget WHERE tenant_id = @tenantId AND name = @name',
  );
  const put = database.prepare(`
    INSERT INTO budget (tenant_id, name, spent_at, allowed_at) VALUES (@tenantId, @name, @spentAt, @allowedAt)
    ON CONFLICT (tenant_id, name) DO UPDATE SET spent_at = excluded.spent_at, allowed_at = excluded.allowed_at`);
  return {
    /** When the tenant may be asked again, or null where it may be asked now, or nobody can tell: Microsoft refuses what comes too soon. */
    allowedAt(tenantId: string, name: BudgetName): Date | null {
      const found = setAside.row('budget', row, get.get({ tenantId, name }));
      if (found === null) return null;
      const { spentAt, allowedAt } = found;
      const at = now();
      // Spent in the future: the clock was set back since, and the wait it stands for cannot be trusted.
      if (new Date(spentAt) > at) return null;
      return new Date(allowedAt) > at ? new Date(allowedAt) : null;
    },
    spend: (tenantId: string, name: BudgetName, forMs: number): void =>
      void put.run({
        tenantId,
        name,
        spentAt: now().toISOString(),
        allowedAt: new Date(now().getTime() + forMs).toISOString(),
      }),
  };
}
