import type { UserFlowWindow } from '../bench/userFlowWindow.ts';
import { scenarioObjectOf } from '../scenarios/scenarios.ts';
import type { DeviceRecord } from './device.ts';
import type { NextStep, NextStepCode } from './nextStep.ts';
import type { Step } from './step.ts';

/**
 * Counted up with every change of these rules: the copies of next steps by which the queue is filtered are then made anew.
 */
export const NEXT_STEP_RULES = 2;

/** The one thing to do next, as the device’s scenario has it. What the technician saw outranks what the cloud reports. */
export function nextStepOf(device: DeviceRecord, window: UserFlowWindow, now: Date): NextStep {
  const moment = { window, now };
  let step: Step | null = null;
  for (const stage of scenarioObjectOf(device).steps) step ??= stage(device, moment);
  if (step === null) throw new Error('The last stage of a scenario always knows a step.');
  return { ...step, whose: turns[step.code] };
}

const turns: Readonly<Record<NextStepCode, NextStep['whose']>> = {
  register: 'technician',
  waitForRegistration: 'microsoft',
  fixRegistration: 'technician',
  waitForProfile: 'microsoft',
  fixProfile: 'technician',
  clearGate: 'technician',
  startBench: 'technician',
  finishBench: 'technician',
  retryBench: 'technician',
  updateFirmware: 'technician',
  updateWindows: 'technician',
  deregister: 'technician',
  unblock: 'technician',
  askAdministrator: 'technician',
  reseal: 'technician',
  ship: 'technician',
  waitForUserFlow: 'user',
  redoTechnicianFlow: 'technician',
  waitForRemoval: 'microsoft',
  finishRemoval: 'technician',
  done: 'nobody',
};
