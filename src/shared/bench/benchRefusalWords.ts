import type { BenchRefusal } from './benchRefusal.ts';
import { USER_FLOW_OVER } from './userFlowWindow.ts';

/** Why a step at the bench cannot be recorded, and what to do first. */
export const benchRefusalWords: Readonly<Record<BenchRefusal, string>> = {
  runsAlready: 'A technician flow is running on this device already. Record its result first.',
  succeededAlready:
    'The technician flow has succeeded already. To run it again, reset the device and choose “Run again”.',
  notStarted: 'No technician flow is running on this device. Record its start first.',
  notSucceeded: 'Reseal comes after a successful technician flow. Record its result first.',
  resealedAlready: 'This device is resealed already.',
  notResealed: 'Reseal the device before it is shipped.',
  shippedAlready: 'This device is shipped already.',
  userFlowBeforeReseal: 'The user flow comes after the reseal. Record the reseal first.',
  userFlowDoneAlready: 'The user flow is recorded already.',
  noResealInScenario: 'Reseal is part of pre-provisioning alone. Ship the device, or choose another scenario for it.',
  notShipped: 'The user sets the device up after it was shipped. Record that first.',
  expired: `${USER_FLOW_OVER}. Delete the Intune record, reset the device and run the technician flow again.`,
};
