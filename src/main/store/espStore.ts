import { z } from 'zod';
import type { DevicesInGroups } from '../../shared/esp/judgePages.ts';
import { statusPage } from '../../shared/esp/statusPage.ts';
import { scenarioName } from '../../shared/scenarios/scenarioName.ts';
import { GROUP_IDS, groupIds } from './membershipStore.ts';
import type { Store } from './store.ts';
import { createTenantReadings } from './tenantReadings.ts';

const alike = z.object({
  scenario: scenarioName.nullable(),
  groupIds,
  devices: z.number(),
});
const setting = z.object({ minutes: z.number().nullable() });

/** The status pages of each tenant as they were read last, how long its technician flows may take, and its devices by groups. */
export function createEspStore(store: Store, now: () => Date) {
  const { database } = store;
  const minutesOf = database.prepare('SELECT flow_minutes AS minutes FROM tenant WHERE id = ?');
  const setMinutes = database.prepare('UPDATE tenant SET flow_minutes = @minutes WHERE id = @tenantId');
  // The strongest first, as in `scenarioOf`.
  const queue = database.prepare(`
    SELECT coalesce(device.chosen_scenario,
             CASE WHEN device.profile <> 'assigned' THEN NULL
                  WHEN device.profile_usage = 'shared' THEN 'selfDeploying'
                  WHEN device.profile_allows_pre_provisioning = 1 THEN 'preProvisioned'
                  WHEN device.profile_allows_pre_provisioning = 0 THEN 'userDriven' END,
             scenario_rule.scenario, device.batch_scenario, tenant.default_scenario) AS scenario,
           ${GROUP_IDS} AS groupIds,
           count(*) AS devices
      FROM device
      JOIN tenant ON tenant.id = device.tenant_id
      LEFT JOIN scenario_rule
        ON scenario_rule.tenant_id = device.tenant_id AND scenario_rule.group_tag = device.group_tag
     WHERE device.tenant_id = ? AND device.removed_at IS NULL
     GROUP BY 1, 2`);

  return {
    ...createTenantReadings(store, now, 'statusPages', statusPage),
    /** What a person set; null where nobody did. */
    minutesOf: (tenantId: string): number | null =>
      store.setAside.row('tenant', setting, minutesOf.get(tenantId))?.minutes ?? null,
    setMinutes: (tenantId: string, minutes: number | null): void => void setMinutes.run({ tenantId, minutes }),
    /** The devices of a tenant’s queue by what they are for and the groups that they are in. */
    queue: (tenantId: string): readonly DevicesInGroups[] => store.setAside.rows('device', alike, queue.all(tenantId)),
  };
}
