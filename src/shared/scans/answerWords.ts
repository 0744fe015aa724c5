import type { DeviceView } from '../devices/deviceView.ts';
import { nextStepSentence } from '../devices/nextStepWords.ts';
import { isOverdue, waitOf } from '../devices/wait.ts';
import type { Formatter } from '../format/formatter.ts';
import { startLossesOf } from '../bench/startLoss.ts';
import { startLossWords } from '../bench/startLossWords.ts';
import { bandOfDevice, type AnswerWord } from './answerBand.ts';

const MINUTE_MS = 60_000;

/** The first word of an answer; the serial number stands behind it. */
export const answerWords: Readonly<Record<AnswerWord, string>> = {
  register: 'Register it',
  start: 'Start it',
  reseal: 'Reseal it',
  ship: 'Ship it',
  running: 'Running',
  waiting: 'Waiting',
  shipped: 'Shipped',
  done: 'Done',
  technician: 'Technician',
  shelf: 'Shelf',
  stop: 'Stop',
  unknown: 'Unknown',
  failed: 'Failed',
};

const NOTHING_MISSING = 'Nothing is missing.';
const SCAN_WHEN_IT_COMES = 'Scan the code of the result screen when it comes, or press N.';
const LEAVE_SCREEN = 'Leave the red screen on.';

/** What is left to say below the word and the serial number of a device: why, and what is next. */
export function answerLine(device: DeviceView, now: Date, formatter: Formatter): string {
  const { nextStep } = device;
  const wait = waitOf(device);
  switch (bandOfDevice(device, now).word) {
    case 'start':
      return NOTHING_MISSING;
    case 'running':
      return wait === null ? SCAN_WHEN_IT_COMES : `${runFor(wait, now, formatter)}. ${SCAN_WHEN_IT_COMES}`;
    case 'failed':
      return failureLine(device, now, formatter);
    case 'stop': {
      if (nextStep.code === 'startBench')
        return startLossesOf(device)
          .map((loss) => startLossWords[loss])
          .join(' ');
      if (wait === null || !isOverdue(wait, now)) return nextStepSentence(nextStep);
      const overMs = now.getTime() - Date.parse(wait.since) - wait.normalMinutes * MINUTE_MS;
      const over = `${formatter.duration(overMs)} over its longest time.`;
      return wait.code === 'technicianFlow'
        ? `${over} ${runFor(wait, now, formatter)}: look at its screen.`
        : `${over} ${nextStepSentence(nextStep)}`;
    }
    case 'register':
    case 'reseal':
    case 'ship':
    case 'waiting':
    case 'shipped':
    case 'done':
    case 'technician':
    case 'shelf':
    case 'unknown':
      return nextStepSentence(nextStep);
  }
}

function runFor(
  { since, normalMinutes }: { readonly since: string; readonly normalMinutes: number },
  now: Date,
  { stopwatch, duration }: Formatter,
): string {
  return `${stopwatch(Math.max(0, now.getTime() - Date.parse(since)))} of ${duration(normalMinutes * MINUTE_MS)}`;
}

/** A code comes first, then what is known of it. */
function failureLine({ benchError, benchEndedAt }: DeviceView, now: Date, formatter: Formatter): string {
  const at = benchEndedAt === null ? '' : ` ${formatter.shortInstant(benchEndedAt, now)}`;
  const code = benchError?.code ?? null;
  if (code === null) return `Recorded${at}. ${LEAVE_SCREEN}`;
  const message = benchError?.message ?? null;
  return [`${code} recorded${at}.`, message].filter((part) => part !== null).join(' ');
}
