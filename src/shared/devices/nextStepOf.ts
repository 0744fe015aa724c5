import type { UserFlowWindow } from '../bench/userFlowWindow.ts';
import { failureStopOf } from '../bench/failureStop.ts';
import { goGateFailures } from '../bench/goGate.ts';
import type { DeviceRecord } from './device.ts';
import type { NextStep, NextStepCode } from './nextStep.ts';
import { otherSerialOf } from './otherSerial.ts';
import { hardwareChangeOf, isFixOverdue, profileFailureOf } from './profileProblem.ts';

/** A next step before it is said whose turn it is, which follows from its code. */
type Step = WithoutTurn<NextStep>;
type WithoutTurn<One> = One extends NextStep ? Omit<One, 'whose'> : never;

/** The one thing to do next. The bench comes before the cloud's report: what the technician saw outranks it. */
export function nextStepOf(device: DeviceRecord, window: UserFlowWindow, now: Date): NextStep {
  const step =
    underOtherSerial(device) ??
    onOtherBoard(device) ??
    afterRemoval(device) ??
    afterBench(device, window) ??
    atBench(device) ??
    beforeBench(device, now);
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

function afterRemoval({ registration, computerAccount, managedDeviceId }: DeviceRecord): Step | null {
  if (computerAccount !== null) return { code: 'finishRemoval', reason: 'computerAccountLeft', name: computerAccount };
  if (registration !== 'removed') return null;
  return managedDeviceId === null
    ? { code: 'done', reason: 'deregistered' }
    : { code: 'finishRemoval', reason: 'intuneRecordLeft' };
}

/** What runs at the bench is finished first: whose flow it is shows on its result. */
function underOtherSerial(device: DeviceRecord): Step | null {
  const other = otherSerialOf(device);
  if (other === null || device.bench === 'running' || device.reseal === 'userFlowDone') return null;
  return { code: 'fixRegistration', reason: 'otherSerialRegistered', ...other };
}

/** The registration and the technician flow belong to the mainboard before. */
function onOtherBoard(device: DeviceRecord): Step | null {
  const { needsNewRegistration, registration, bench } = device;
  if (!needsNewRegistration || bench === 'running' || registration === 'removing') return null;
  if (registration === 'removed' && (device.computerAccount !== null || device.managedDeviceId !== null)) return null;
  return registration === 'removed'
    ? { code: 'register', reason: 'boardReplaced' }
    : { code: 'fixRegistration', reason: 'oldBoardRegistered' };
}

function afterBench(device: DeviceRecord, { state }: UserFlowWindow): Step | null {
  if (device.reseal === 'userFlowDone') return { code: 'done', reason: 'userFlowDone' };
  if (device.bench !== 'succeeded') return null;
  if (device.reseal === 'expired' || state === 'closed') return { code: 'redoTechnicianFlow', reason: 'expired' };
  switch (device.reseal) {
    case 'notResealed':
      return { code: 'reseal', reason: 'technicianFlowSucceeded' };
    case 'resealed':
      return { code: 'ship', reason: 'resealed' };
    case 'shipped': {
      const window = state === 'tooEarly' || state === 'closing' ? state : 'open';
      return { code: 'waitForUserFlow', reason: 'shipped', window };
    }
  }
}

function atBench(device: DeviceRecord): Step | null {
  const { bench, benchError: error } = device;
  if (bench === 'running') return { code: 'finishBench', reason: 'technicianFlowRuns' };
  if (bench !== 'failed') return null;
  const stop = failureStopOf(device);
  return stop === null
    ? { code: 'retryBench', reason: 'technicianFlowFailed', error }
    : { code: stop.act, reason: 'failureStops', error };
}

function beforeBench(device: DeviceRecord, now: Date): Step {
  switch (device.registration) {
    case 'none':
      return { code: 'register', reason: device.hasHardwareHash ? 'notRegistered' : 'hashMissing' };
    case 'queued':
      return { code: 'waitForRegistration', reason: 'registrationNotSent' };
    case 'submitted':
    case 'pending':
      return { code: 'waitForRegistration', reason: 'registrationSent' };
    case 'removing':
      return { code: 'waitForRemoval', reason: 'beingDeregistered' };
    case 'failed':
      return { code: 'fixRegistration', reason: 'registrationRefused', error: device.registrationError };
    case 'registered':
    case 'removed':
      return withProfile(device, now);
  }
}

function withProfile(device: DeviceRecord, now: Date): Step {
  // First of all: while a hardware change is not registered, no profile comes.
  if (isFixOverdue(device, now))
    return { code: 'fixProfile', reason: 'profileProblem', problem: { code: 'fixOverdue' } };
  const change = hardwareChangeOf(device);
  if (change?.code === 'fixPending') return { code: 'waitForProfile', reason: 'fixPending' };
  if (change !== null) return { code: 'fixProfile', reason: 'profileProblem', problem: change };
  if (device.profile === 'failed') {
    return { code: 'fixProfile', reason: 'profileProblem', problem: profileFailureOf(device) };
  }
  if (device.profile !== 'assigned') return { code: 'waitForProfile', reason: 'profileNotAssigned' };
  const [problem] = goGateFailures(device);
  return problem === undefined
    ? { code: 'startBench', reason: 'gateOpen' }
    : { code: 'clearGate', reason: 'gateClosed', problem };
}
