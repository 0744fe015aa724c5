import { heldValuesOf, type WishChanges } from '../assignment/heldValue.ts';
import { refusedWishesOf, shownValues } from '../assignment/shownValues.ts';
import { flowLimitOf } from '../bench/flowLimit.ts';
import { userFlowWindowOf } from '../bench/userFlowWindowOf.ts';
import type { DeviceEsp } from '../esp/deviceEsp.ts';
import { expectedProfileOf } from '../scenarios/expectedProfileOf.ts';
import { scenarioOf } from '../scenarios/scenarioOf.ts';
import type { DeviceRecord } from './device.ts';
import type { DeviceView } from './deviceView.ts';
import { nextStepOf } from './nextStepOf.ts';

interface Beside extends Pick<DeviceView, 'batchName' | 'pendingChanges'> {
  readonly changes: WishChanges;
  readonly esp: DeviceEsp;
  /** What a person set for the tenant’s technician flows; null where nobody did. */
  readonly tenantMinutes: number | null;
}

/** A device with what follows from it at a moment: its scenario, the next step and the user flow's window. */
export function deviceViewOf(
  device: DeviceRecord,
  { changes, esp, tenantMinutes, ...beside }: Beside,
  now: Date,
): DeviceView {
  const due = userFlowWindowOf(device, now);
  const properties = heldValuesOf(device, changes);
  return {
    ...device,
    ...shownValues(device, properties),
    ...beside,
    properties,
    refusedWishes: refusedWishesOf(properties),
    scenario: scenarioOf(device),
    expectation: expectedProfileOf(device),
    due,
    flowLimit: flowLimitOf(esp, tenantMinutes),
    nextStep: nextStepOf(device, due, now),
  };
}
