import { z } from 'zod';
import type { QueuedDevices } from '../../shared/profiles/judgeProfiles.ts';
import { tenantProfile, type TenantProfile } from '../../shared/profiles/tenantProfile.ts';
import { scenarioName } from '../../shared/scenarios/scenarioName.ts';
import type { Store } from './openStore.ts';

const text = z.string().nullable();
const reading = z.object({
  readAt: z.string(),
  isWhole: z.number().transform((value) => value === 1),
  profiles: z
    .string()
    .transform((document): unknown => JSON.parse(document))
    .pipe(z.array(tenantProfile)),
});
export type ProfileReading = z.infer<typeof reading>;

const queued = z.object({
  has: text,
  expects: text,
  scenario: scenarioName.nullable(),
  devices: z.number(),
  longest: z.number().nullable(),
  longestSerialNumber: text,
});

/** The deployment profiles of each tenant as they were read last, and what its devices have to do with them. */
export function createProfileStore({ database }: Store, now: () => Date) {
  const get = database.prepare(`
    SELECT read_at AS readAt, is_whole AS isWhole, document AS profiles FROM tenant_reading
     WHERE tenant_id = ? AND of = 'profiles'`);
  const put = database.prepare(`
    INSERT INTO tenant_reading (tenant_id, of, read_at, is_whole, document)
    VALUES (@tenantId, 'profiles', @at, @isWhole, @document)
    ON CONFLICT DO UPDATE SET read_at = excluded.read_at, is_whole = excluded.is_whole, document = excluded.document`);
  // The strongest first, as in `expectedProfileOf` and, the profile apart, in `scenarioOf`.
  const queue = database.prepare(`
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
    /** Null where they were never read. */
    get(tenantId: string): ProfileReading | null {
      const row = get.get(tenantId);
      return row === undefined ? null : reading.parse(row);
    },
    keep(tenantId: string, profiles: readonly TenantProfile[], isWhole: boolean): void {
      put.run({
        tenantId,
        at: now().toISOString(),
        isWhole: isWhole ? 1 : 0,
        document: JSON.stringify(profiles),
      });
    },
    /** The devices of a tenant’s queue by what they have, expect and are for. */
    queue: (tenantId: string): readonly QueuedDevices[] => z.array(queued).parse(queue.all(tenantId)),
  };
}
