import { scenarioOf } from '../scenarios/scenarioOf.ts';
import type { ScenarioName } from '../scenarios/scenarioName.ts';

/** The checklist of each scenario that has one, as its id begins; the join type follows. */
const beginnings: Partial<Record<ScenarioName, string>> = {
  preProvisioned: 'pre-provisioning',
  userDriven: 'user-driven',
};

/**
 * The checklist that begins by itself with a technician flow of the device; null where its scenario has none that is switched on.
 * Where nobody told the join type, the one for Microsoft Entra join comes first.
 * @param switchedOn the ids of the checklists that begin by themselves
 */
export function sheetAtStart(device: Parameters<typeof scenarioOf>[0], switchedOn: readonly string[]): string | null {
  const { name, joinType } = scenarioOf(device);
  const beginning = beginnings[name];
  if (beginning === undefined) return null;
  const joins = joinType === 'unknown' ? ['entra', 'hybrid'] : [joinType];
  return joins.map((join) => `${beginning}-${join}`).find((id) => switchedOn.includes(id)) ?? null;
}
