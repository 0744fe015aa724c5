import { z } from 'zod';
import { heldValues } from '../assignment/heldValue.ts';
import { refusedWish } from '../assignment/refusedWish.ts';
import { flowLimit } from '../bench/flowLimit.ts';
import { userFlowWindow } from '../bench/userFlowWindow.ts';
import { expectedProfile } from '../scenarios/expectedProfileOf.ts';
import { deviceScenario } from '../scenarios/scenarioOf.ts';
import { deviceRecord } from './device.ts';
import { nextStep } from './nextStep.ts';

const viewOfDevice = deviceRecord.extend({
  nextStep,
  scenario: deviceScenario,
  /** The profile that it is to get; null where any will do. `expectedProfile` is what a person said of this very device. */
  expectation: expectedProfile.nullable(),
  due: userFlowWindow,
  /** How long its technician flow may take. */
  flowLimit,
  batchName: z.string().nullable(),
  /** Changes of this device that have not reached Microsoft yet. */
  pendingChanges: z.number().int(),
  /**
   * What is wished, what Microsoft holds and what is on its way. The device's own fields `groupTag`, `assignedUser`,
   * `assignedUserName` and `deviceName` say what Microsoft holds, or what is wished where Microsoft was never asked.
   */
  properties: heldValues,
  /** What Microsoft did not take of user, group tag and name. */
  refusedWishes: z.array(refusedWish),
});
export type DeviceView = z.infer<typeof viewOfDevice>;
/** A device as every door shows it: the record, and what follows from it now. */
// Under the name of its type, as `nextStep` is.
export const deviceView: z.ZodType<DeviceView> = viewOfDevice;
