import { scenarioOf } from '../scenarios/scenarioOf.ts';
import type { ScenarioName } from '../scenarios/scenarioName.ts';

/** The checklist of each scenario that has one, by its id; of some the join type follows. */
const checklists: Partial<Record<ScenarioName, { readonly id: string; readonly hasJoinType: boolean }>> = {
  preProvisioned: { id: 'pre-provisioning', hasJoinType: true },
  userDriven: { id: 'user-driven', hasJoinType: true },
  selfDeploying: { id: 'self-deploying', hasJoinType: false },
  existingDevice: { id: 'existing-devices', hasJoinType: false },
  devicePreparation: { id: 'device-preparation', hasJoinType: false },
};

/**
 * The checklist that the scenario of the device asks for; null where it has none among these. Where nobody told the join
 * type, the one for Microsoft Entra join comes first.
 */
export function checklistOfScenario(device: Parameters<typeof scenarioOf>[0], among: readonly string[]): string | null {
  const { name, joinType } = scenarioOf(device);
  const checklist = checklists[name];
  if (checklist === undefined) return null;
  const joins = joinType === 'unknown' ? ['entra', 'hybrid'] : [joinType];
  const ids = checklist.hasJoinType ? joins.map((join) => `${checklist.id}-${join}`) : [checklist.id];
  return ids.find((id) => among.includes(id)) ?? null;
}
