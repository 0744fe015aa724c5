import { z } from 'zod';
import type { QueuedDevices } from '../../shared/profiles/judgeProfiles.ts';
import { tenantProfile } from '../../shared/profiles/tenantProfile.ts';
import { scenarioName } from '../../shared/scenarios/scenarioName.ts';
import type { Store } from './store.ts';
import { createTenantReadings } from './tenantReadings.ts';

const text = z.string().nullable();
const queued = z.object({
  has: text,
  expects: text,
  scenario: scenarioName.nullable(),
  devices: z.number(),
  longest: z.number().nullable(),
  longestSerialNumber: text,
});

/** The deployment profiles of each tenant as they were read last, and what its devices have to do with them. */
export function createProfileStore(store: Store, now: () => Date) {
  // The strongest first, as in `expectedProfileOf` and, the profile apart, in `scenarioOf`.
  const queue = store.database.prepare(`
    SELECT device.profile_name AS has, coalesce(device.expected_profile, scenario_rule.profile) AS expects,
           coalesce(device.chosen_scenario, scenario_rule.scenario, device.batch_scenario, tenant.default_scenario) AS scenario,
           count(*) AS devices, max(length(device.serial_number)) AS longest, device.serial_number AS longestSerialNumber
      FROM device
      JOIN tenant ON tenant.id = device.tenant_id
      LEFT JOIN scenario_rule
        ON scenario_rule.tenant_id = device.tenant_id AND scenario_rule.group_tag = device.group_tag
     WHERE device.tenant_id = ? AND device.removed_at IS NULL
     GROUP BY 1, 2, 3`);

  return {
    ...createTenantReadings(store, now, 'profiles', tenantProfile),
    /** The devices of a tenant’s queue by what they have, expect and are for. */
    queue: (tenantId: string): readonly QueuedDevices[] => store.setAside.rows('device', queued, queue.all(tenantId)),
  };
}
