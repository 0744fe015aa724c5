import { failureStopOf } from '../../bench/failureStop.ts';
import type { GoGateCode } from '../../bench/goGateCondition.ts';
import { conditionsOf } from '../../bench/goGateConditions.ts';
import type { DeviceRecord } from '../../devices/device.ts';
import { isInUse, isSurelyUnused } from '../inUse.ts';
import type { Moment, Stage, Step } from '../../devices/step.ts';

/** Closed by the first of these conditions that is not met. */
export function gate(codes: readonly GoGateCode[]): Stage {
  return (device) => {
    const problem = conditionsOf(device, codes).find((condition) => !condition.met);
    return problem === undefined ? null : { code: 'clearGate', reason: 'gateClosed', problem };
  };
}

/** What runs or has failed at the bench. */
export function atBench(device: DeviceRecord): Step | null {
  const { bench, benchError: error } = device;
  if (bench === 'running') return { code: 'finishBench', reason: 'technicianFlowRuns' };
  if (bench !== 'failed') return null;
  const stop = failureStopOf(device);
  return stop === null
    ? { code: 'retryBench', reason: 'technicianFlowFailed', error }
    : { code: stop.act, reason: 'failureStops', error };
}

/** Whatever the bench knows of it: somebody works on it, and nothing is advised that would harm that. */
export const inUseAlready: Stage = (device) => {
  if (device.bench === 'succeeded' || !isInUse(device)) return null;
  return device.registration === 'removing'
    ? { code: 'waitForRemoval', reason: 'beingDeregistered' }
    : { code: 'done', reason: 'inUse' };
};

/** From the green screen of a technician flow to the user. */
export function afterTechnicianFlow(device: DeviceRecord, { window: { state, notAfter } }: Moment): Step | null {
  if (device.bench !== 'succeeded') return null;
  if (isInUse(device)) return { code: 'done', reason: 'seenInUse' };
  if (device.reseal === 'expired' || state === 'closed') {
    return isSurelyUnused(device, notAfter)
      ? { code: 'redoTechnicianFlow', reason: 'expired' }
      : { code: 'waitForUserFlow', reason: 'overUnasked' };
  }
  switch (device.reseal) {
    case 'notResealed':
      return { code: 'reseal', reason: 'technicianFlowSucceeded' };
    case 'resealed':
      return { code: 'ship', reason: 'resealed' };
    case 'shipped': {
      const window = state === 'tooEarly' || state === 'closing' ? state : 'open';
      return { code: 'waitForUserFlow', reason: 'shipped', window };
    }
    case 'userFlowDone':
      return null;
  }
}

/** A user set-up without a technician flow: shipped as it is, and over when the user has enrolled it. */
export const userSetUp: Stage = ({ reseal, enrollment }) => {
  if (enrollment === 'enrolled') return { code: 'done', reason: 'enrolledByUser' };
  return reseal === 'shipped' ? { code: 'waitForUserFlow', reason: 'shippedToUser' } : null;
};

/** What a person recorded as over. */
export const recordedEnd: Stage = ({ reseal }) =>
  reseal === 'userFlowDone' ? { code: 'done', reason: 'userFlowDone' } : null;

export const startTechnicianFlow: Stage = () => ({ code: 'startBench', reason: 'gateOpen' });

/** Nothing is left for the bench: the device goes to its user as it is. */
export const readyForUser: Stage = () => ({ code: 'ship', reason: 'readyForUser' });
export const readyForPreparation: Stage = () => ({ code: 'ship', reason: 'readyForPreparation' });

/** Over at the sign-on screen, whoever saw it; while it runs, that screen is what is waited for. */
export const selfDeployment: Stage = ({ bench, enrollment }) => {
  if (bench === 'running') return { code: 'finishBench', reason: 'selfDeploymentRuns' };
  const isDeployed = bench === 'succeeded' || (bench === 'notStarted' && enrollment === 'enrolled');
  return isDeployed ? { code: 'done', reason: 'selfDeployed' } : null;
};
export const startSelfDeployment: Stage = () => ({ code: 'startBench', reason: 'selfDeploys' });

export const startTaskSequence: Stage = () => ({ code: 'startBench', reason: 'taskSequence' });
export const afterTaskSequence: Stage = ({ bench }) =>
  bench === 'succeeded' ? { code: 'ship', reason: 'taskSequenceDone' } : null;
