import type { DeviceRecord } from '../devices/device.ts';
import { scenarioObjectOf } from '../scenarios/scenarios.ts';
import { conditionsOf } from './goGateConditions.ts';
import type { GoGateCondition, GoGateProblem } from './goGateCondition.ts';

/** The conditions under which the device may start, as its scenario has them. */
export function goGateOf(device: DeviceRecord): readonly GoGateCondition[] {
  return conditionsOf(device, scenarioObjectOf(device).gate);
}

/** What blocks the start, in the order in which it is mended; empty when the device may go. */
export function goGateFailures(device: DeviceRecord): readonly GoGateProblem[] {
  return goGateOf(device).filter((condition) => !condition.met);
}
