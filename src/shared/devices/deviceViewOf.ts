import { userFlowWindowOf } from '../bench/userFlowWindowOf.ts';
import { expectedProfileOf } from '../scenarios/expectedProfileOf.ts';
import { scenarioOf } from '../scenarios/scenarioOf.ts';
import type { DeviceRecord } from './device.ts';
import type { DeviceView } from './deviceView.ts';
import { nextStepOf } from './nextStepOf.ts';

/** A device with what follows from it at a moment: its scenario, the next step and the user flow's window. */
export function deviceViewOf(
  device: DeviceRecord,
  beside: Pick<DeviceView, 'batchName' | 'pendingChanges' | 'refusedWishes'>,
  now: Date,
): DeviceView {
  const due = userFlowWindowOf(device, now);
  return {
    ...device,
    ...beside,
    scenario: scenarioOf(device),
    expectation: expectedProfileOf(device),
    due,
    nextStep: nextStepOf(device, due, now),
  };
}
