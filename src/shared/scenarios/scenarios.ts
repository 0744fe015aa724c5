import type { DeviceRecord } from '../devices/device.ts';
import { devicePreparation } from './devicePreparation.ts';
import { existingDevice } from './existingDevice.ts';
import { preProvisioned } from './preProvisioned.ts';
import type { Scenario } from './scenario.ts';
import type { ScenarioName } from './scenarioName.ts';
import { scenarioOf } from './scenarioOf.ts';
import { selfDeploying } from './selfDeploying.ts';
import { unknownScenario } from './unknownScenario.ts';
import { userDriven } from './userDriven.ts';

export const scenarios: Readonly<Record<ScenarioName, Scenario>> = {
  preProvisioned,
  userDriven,
  selfDeploying,
  existingDevice,
  devicePreparation,
  unknown: unknownScenario,
};

/** Whether Windows ignores the name that is wished for a device. */
export const ignoresName = (device: DeviceRecord): boolean =>
  scenarioObjectOf(device).ignoresNameWhen.includes(scenarioOf(device).joinType);

/** What follows from the scenario of a device. */
export const scenarioObjectOf = (device: DeviceRecord): Scenario => scenarios[scenarioOf(device).name];
