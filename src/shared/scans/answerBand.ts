import { startLossesOf } from '../bench/startLoss.ts';
import type { DeviceView } from '../devices/deviceView.ts';
import type { NextStepCode } from '../devices/nextStep.ts';
import { isOverdue, waitOf } from '../devices/wait.ts';
import type { ScanReading } from './scanReading.ts';

/**
 * What an answer says from two metres. Green: go on, and what is next. Blue: known, nothing to do now. Amber: stop and read.
 * Red: failed.
 */
export type AnswerColour = 'green' | 'blue' | 'amber' | 'red';

/** What Enter does: the act that the answer names, nothing, open the device (and never start it), save the code of the screen. */
export type AnswerEnter = 'act' | 'nothing' | 'open' | 'saveCode';

/** One note: its frequency in hertz and how long it sounds in seconds. */
export interface Note {
  readonly hertz: number;
  readonly seconds: number;
}

interface AnswerRule {
  readonly shape: 'done' | 'known' | 'warning' | 'failed';
  readonly enter: AnswerEnter;
  /** Told apart without looking: one high, one short, two, one long and low. */
  readonly sound: readonly Note[];
}

/** One shape, one sound and one rule for Enter each, so that colour is never alone. */
export const answerRules: Readonly<Record<AnswerColour, AnswerRule>> = {
  green: { shape: 'done', enter: 'act', sound: [{ hertz: 1_320, seconds: 0.18 }] },
  blue: { shape: 'known', enter: 'nothing', sound: [{ hertz: 660, seconds: 0.08 }] },
  amber: {
    shape: 'warning',
    enter: 'open',
    sound: [
      { hertz: 523, seconds: 0.14 },
      { hertz: 392, seconds: 0.14 },
    ],
  },
  red: { shape: 'failed', enter: 'saveCode', sound: [{ hertz: 165, seconds: 0.6 }] },
};

/** What the first word of an answer is: what to do, how the device stands, or why to stop. */
export type AnswerWord =
  | 'register'
  | 'start'
  | 'reseal'
  | 'ship'
  | 'running'
  | 'waiting'
  | 'shipped'
  | 'done'
  | 'technician'
  | 'shelf'
  | 'stop'
  | 'unknown'
  | 'failed';

export interface AnswerBand {
  readonly colour: AnswerColour;
  readonly word: AnswerWord;
}

const green = (word: AnswerWord): AnswerBand => ({ colour: 'green', word });
const blue = (word: AnswerWord): AnswerBand => ({ colour: 'blue', word });
const stop: AnswerBand = { colour: 'amber', word: 'stop' };
const unknown: AnswerBand = { colour: 'amber', word: 'unknown' };
const failed: AnswerBand = { colour: 'red', word: 'failed' };

const bandOfStep: Readonly<Record<NextStepCode, AnswerBand>> = {
  register: green('register'),
  sendToPartner: stop,
  waitForPartner: blue('waiting'),
  waitForRegistration: blue('waiting'),
  fixRegistration: stop,
  waitForProfile: blue('waiting'),
  fixProfile: stop,
  clearGate: stop,
  startBench: green('start'),
  finishBench: blue('running'),
  retryBench: failed,
  updateFirmware: stop,
  updateWindows: stop,
  deregister: stop,
  unblock: stop,
  askAdministrator: stop,
  reseal: green('reseal'),
  ship: green('ship'),
  waitForUserFlow: blue('shipped'),
  redoTechnicianFlow: stop,
  waitForRemoval: blue('waiting'),
  finishRemoval: stop,
  done: blue('done'),
};

/** Steps at which a failure of the bench is behind the device: it is leaving, or has left. */
const AFTER_FAILURE: readonly NextStepCode[] = ['waitForRemoval', 'finishRemoval', 'done'];

/** The answer that a device's own state gives, whichever way it was found. A failed or a blocked one is never green. */
export function bandOfDevice(device: DeviceView, now: Date): AnswerBand {
  const { code, reason } = device.nextStep;
  if (device.bench === 'failed' && !AFTER_FAILURE.includes(code)) return failed;
  const band = bandOfStep[code];
  // What lasts longer than it should needs a look.
  const wait = waitOf(device);
  if (band.colour === 'blue' && wait !== null && isOverdue(wait, now)) return stop;
  // Without a hash nothing can be registered, and a start that takes something from somebody is asked about.
  const isHeld = reason === 'hashMissing' || (code === 'startBench' && startLossesOf(device).length > 0);
  return isHeld ? stop : band;
}

/** The answer to a scan: what the code is comes before how its device stands. */
export function bandOfScan(reading: ScanReading, now: Date): AnswerBand {
  switch (reading.verdict) {
    case 'found':
    case 'recorded':
    case 'alreadyRecorded':
    case 'shelved':
      return bandOfDevice(reading.device, now);
    case 'shelf':
      return reading.device === null ? blue('shelf') : bandOfDevice(reading.device, now);
    case 'technician':
      return blue('technician');
    case 'resultNotRecorded':
    case 'resultUnknown':
    case 'otherZtdId':
    case 'notInTenant':
    case 'otherTenant':
    case 'several':
      return stop;
    case 'similar':
    case 'notInQueue':
    case 'inTenantNotInQueue':
    case 'unknownShelf':
    case 'unreadable':
      return unknown;
  }
}
