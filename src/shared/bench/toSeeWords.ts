import type { WaitCode } from '../devices/wait.ts';
import type { DeviceView } from '../devices/deviceView.ts';
import { nextStepTitle } from '../devices/nextStepWords.ts';
import type { Formatter } from '../format/formatter.ts';
import type { DeviceToSee } from './benchBoard.ts';
import { goGateShortWords } from './goGateShortWords.ts';

const waitsFor: Readonly<Record<WaitCode, string>> = {
  registration: 'registration',
  removal: 'the removal',
  profile: 'a profile',
  hardwareChange: 'the hardware change',
  technicianFlow: 'its result',
};

/** Why a device needs a look, in one line of the board. */
export function toSeeWords(item: DeviceToSee, now: Date, { duration, day }: Formatter): string {
  const { device } = item;
  const since = (at: string) => duration(now.getTime() - Date.parse(at));
  switch (item.reason) {
    case 'failed':
      return failedWords(device, since);
    case 'notResealed':
      return `Green for ${since(item.since)}, not resealed`;
    case 'overdue':
      return `Waiting for ${waitsFor[item.wait.code]} for ${since(item.wait.since)}`;
    case 'stuck':
      return device.nextStep.reason === 'gateClosed'
        ? `Blocked: ${goGateShortWords[device.nextStep.problem.finding]}`
        : nextStepTitle(device.nextStep);
    case 'closing':
      return device.due.notAfter === null
        ? 'User must sign in soon'
        : `User must sign in by ${day(device.due.notAfter)}`;
  }
}

/** When it failed and with which code, and what that code asks for before another start. */
function failedWords({ benchEndedAt, benchError, nextStep }: DeviceView, since: (at: string) => string): string {
  const when = benchEndedAt === null ? 'Failed' : `Failed ${since(benchEndedAt)} ago`;
  const code = benchError?.code ?? null;
  const first = code === null ? when : `${when}, ${code}`;
  return nextStep.reason === 'failureStops' ? `${first}. ${nextStepTitle(nextStep)}` : first;
}

/** The same in the words that a wall has room for. */
export function toSeeWordsForWall(item: DeviceToSee, { day }: Formatter): string {
  const { device } = item;
  switch (item.reason) {
    case 'failed':
      return 'Failed';
    case 'notResealed':
      return 'Not resealed';
    case 'overdue':
      return 'Waits too long';
    case 'stuck':
      return 'Blocked';
    case 'closing':
      return device.due.notAfter === null ? 'Sign in soon' : `Sign in by ${day(device.due.notAfter)}`;
  }
}
