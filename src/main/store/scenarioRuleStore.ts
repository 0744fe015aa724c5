import { z } from 'zod';
import type { DeviceRecord } from '../../shared/devices/device.ts';
import {
  scenarioChoice,
  scenarioRule,
  type ScenarioChoice,
  type ScenarioRule,
} from '../../shared/scenarios/scenarioRule.ts';
import { readRow } from './setAside.ts';
import type { Store } from './store.ts';

const tagCount = z.object({ groupTag: z.string(), devices: z.number() });
export type TagCount = z.infer<typeof tagCount>;

/** What each tenant says of its devices: of those with a group tag, and of all. */
export function createScenarioRuleStore({ database, setAside }: Store) {
  const all = database.prepare(`
    SELECT group_tag AS id, group_tag AS groupTag, profile, scenario, join_type AS joinType FROM scenario_rule
     WHERE tenant_id = ? ORDER BY group_tag COLLATE NOCASE, group_tag`);
  const ofTag = database.prepare(`
    SELECT group_tag AS id, group_tag AS groupTag, profile, scenario, join_type AS joinType FROM scenario_rule
     WHERE tenant_id = ? AND group_tag = ?`);
  const put = database.prepare(`
    INSERT INTO scenario_rule (tenant_id, group_tag, profile, scenario, join_type)
    VALUES (@tenantId, @groupTag, @profile, @scenario, @joinType)
    ON CONFLICT DO UPDATE SET profile = excluded.profile, scenario = excluded.scenario, join_type = excluded.join_type`);
  const remove = database.prepare('DELETE FROM scenario_rule WHERE tenant_id = ? AND group_tag = ?');
  const tags = database.prepare(`
    SELECT group_tag AS groupTag, count(*) AS devices FROM device
     WHERE tenant_id = ? AND removed_at IS NULL AND group_tag <> ''
     GROUP BY group_tag ORDER BY group_tag COLLATE NOCASE, group_tag`);
  const profiles = database
    .prepare(
      `SELECT DISTINCT profile_name FROM device
        WHERE tenant_id = ? AND removed_at IS NULL AND profile_name IS NOT NULL ORDER BY profile_name COLLATE NOCASE`,
    )
    .pluck();
  const byDefault = database.prepare(
    'SELECT id, default_scenario AS scenario, default_join_type AS joinType FROM tenant WHERE id = ?',
  );
  const setDefault = database.prepare(
    'UPDATE tenant SET default_scenario = @scenario, default_join_type = @joinType WHERE id = @tenantId',
  );

  return {
    /** The rules of a tenant, by group tag. */
    all: (tenantId: string): readonly ScenarioRule[] => setAside.rows('scenario_rule', scenarioRule, all.all(tenantId)),
    /** Makes the rule of a group tag, in place of the one it has. */
    put: (tenantId: string, rule: ScenarioRule): void => void put.run({ tenantId, ...rule }),
    /** False where there was none. */
    remove: (tenantId: string, groupTag: string): boolean => remove.run(tenantId, groupTag).changes === 1,
    /** The group tags of the queue, each with how many devices have exactly this one. */
    tags: (tenantId: string): readonly TagCount[] => setAside.rows('device', tagCount, tags.all(tenantId)),
    /** The names of the profiles that devices of the queue have been assigned. */
    profiles: (tenantId: string): readonly string[] => z.array(z.string()).parse(profiles.all(tenantId)),
    /**
     * Counts as no rule in lists; what goes by it asks here first.
     * @throws AppError `damaged` where what counts for devices of this group tag cannot be read
     */
    refuseUnreadable({ tenantId, groupTag }: Pick<DeviceRecord, 'tenantId' | 'groupTag'>): void {
      const rule = ofTag.get(tenantId, groupTag);
      if (rule !== undefined) readRow('scenario_rule', scenarioRule, rule);
      readRow('tenant', scenarioChoice, byDefault.get(tenantId));
    },
    defaultOf: (tenantId: string): ScenarioChoice =>
      setAside.row('tenant', scenarioChoice, byDefault.get(tenantId)) ?? { scenario: null, joinType: null },
    setDefault: (tenantId: string, choice: ScenarioChoice): void => void setDefault.run({ tenantId, ...choice }),
  };
}
