import type { DeviceRecord } from '../devices/device.ts';
import { scenarioObjectOf } from '../scenarios/scenarios.ts';
import type { BenchStep } from './benchStep.ts';

/** Why a step at the bench is not possible now. */
export type BenchRefusal =
  | 'runsAlready'
  | 'succeededAlready'
  | 'notStarted'
  | 'notSucceeded'
  | 'resealedAlready'
  | 'notResealed'
  | 'shippedAlready'
  | 'userFlowBeforeReseal'
  | 'userFlowDoneAlready'
  | 'expired'
  | 'noResealInScenario'
  | 'notShipped';

/** What a person says besides the step, and what it then allows. */
export interface BenchAllowance {
  /** The device was reset: a run that succeeded may be followed by another. */
  readonly again?: boolean;
  /** The result was seen, as its QR code proves: it counts although nobody recorded the start. */
  readonly startUnknown?: boolean;
}

/**
 * Why a step is not possible now; null where it is. Success is not reseal: the success screen proves enrollment, Reseal is a
 * separate act after it.
 */
export function benchStepRefusal(
  step: BenchStep,
  device: DeviceRecord,
  { again = false, startUnknown = false }: BenchAllowance = {},
): BenchRefusal | null {
  const { shipsUnsealed } = scenarioObjectOf(device);
  switch (step) {
    case 'start':
      return startRefusal(device, again);
    case 'success':
    case 'failure':
      return device.bench === 'running' || startUnknown ? null : 'notStarted';
    case 'reseal':
      return shipsUnsealed ? 'noResealInScenario' : resealRefusal(device);
    case 'ship':
      return shipRefusal(device, shipsUnsealed);
    case 'userFlowDone':
      return userFlowRefusal(device, shipsUnsealed);
  }
}

type Standing = Pick<DeviceRecord, 'bench' | 'reseal' | 'resealedAt' | 'shippedAt'>;

function startRefusal({ bench, reseal }: Standing, again: boolean): BenchRefusal | null {
  if (bench === 'running') return 'runsAlready';
  return bench === 'succeeded' && reseal !== 'expired' && !again ? 'succeededAlready' : null;
}

function resealRefusal({ bench, reseal }: Standing): BenchRefusal | null {
  if (bench !== 'succeeded') return 'notSucceeded';
  if (reseal === 'expired') return 'expired';
  return reseal === 'notResealed' ? null : 'resealedAlready';
}

function shipRefusal({ bench, reseal }: Standing, shipsUnsealed: boolean): BenchRefusal | null {
  if (shipsUnsealed && bench === 'running') return 'runsAlready';
  if (reseal === 'resealed' || (shipsUnsealed && reseal === 'notResealed')) return null;
  if (reseal === 'expired') return 'expired';
  return reseal === 'notResealed' ? 'notResealed' : 'shippedAlready';
}

/** An expired device may still be recorded as done: what happened at the user's desk outranks the rule. */
function userFlowRefusal({ reseal, resealedAt, shippedAt }: Standing, shipsUnsealed: boolean): BenchRefusal | null {
  if (reseal === 'userFlowDone') return 'userFlowDoneAlready';
  if (shipsUnsealed) return shippedAt === null ? 'notShipped' : null;
  return resealedAt === null ? 'userFlowBeforeReseal' : null;
}
