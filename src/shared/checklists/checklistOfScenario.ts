import type { DeviceRecord } from '../devices/device.ts';
import { scenarioOf } from '../scenarios/scenarioOf.ts';
import { scenarioObjectOf } from '../scenarios/scenarios.ts';

/**
 * The checklist that the scenario of the device asks for; null where nobody told the scenario, or it has none among these.
 * Where nobody told the join type, the one for Microsoft Entra join comes first.
 */
export function checklistOfScenario(device: DeviceRecord, among: readonly string[]): string | null {
  const { name, joinType } = scenarioOf(device);
  if (name === 'unknown') return null;
  const { entra, hybrid } = scenarioObjectOf(device).checklist;
  const ids = joinType === 'unknown' ? [entra, hybrid] : [joinType === 'entra' ? entra : hybrid];
  return ids.find((id) => id !== null && among.includes(id)) ?? null;
}
