import { ELAPSED_HINT } from '../../shared/bench/elapsedTime.ts';
import type { BenchStep } from '../../shared/bench/benchStep.ts';
import type { FlowProgress } from '../../shared/bench/flowProgress.ts';
import type { JoinType } from '../../shared/scenarios/scenarioName.ts';
import { devicesText } from './count.ts';
import { formatter } from './formatter.ts';

const MINUTE_MS = 60_000;

/** Beside a running time the unit is always the minute: two rows compare at a glance. */
const minutesText = (minutes: number): string => formatter.minutes(minutes * MINUTE_MS, 'short');
/** Longer than this a time is told in hours or days: nobody reads a thousand minutes. */
const MOST_MINUTES = 1_000;

/** What is said of a record: large before the serial number, behind it, and of several at once. */
interface DeedWords {
  readonly word: string;
  readonly what: string;
  readonly many: (count: number) => string;
}

function deed(word: string, one: string, many: string): DeedWords {
  return { word, what: `${one} recorded`, many: (count) => `${formatter.count(count, one, many)} recorded` };
}

export const benchText = {
  title: 'Bench',
  setInitials: 'Set your initials',
  wall: 'Wall view',
  wallLoading: 'Reading the bench…',
  wallSpan: (from: number, to: number) => `${formatter.number(from)} to ${formatter.number(to)}`,
  wallNobody: 'Choose a tenant at this computer first.',
  asOf: (time: string) => `as of ${time}`,
  scanHint: 'Scan a device, or its result code. Nothing needs to be clicked first.',
  running: 'Running',
  runningEmpty: 'No technician flow is running.',
  toSee: 'Needs a look',
  needLook: (count: number) =>
    count === 1
      ? 'A device needs a look. The bench says which and why.'
      : `${formatter.number(count)} devices need a look. The bench says which and why.`,
  toSeeEmpty: 'Nothing is overdue, blocked or failed.',
  ready: 'Ready for you',
  readyOnWall: 'Ready',
  readySteps: { startBench: 'start', reseal: 'reseal', ship: 'ship' },
  next: 'next ',
  greenSince: (at: string) => `green since ${at}`,
  oldestSince: (at: string) => `oldest since ${at}`,
  columns: {
    shelf: 'Shelf',
    scenario: 'How it is set up',
    usual: 'usual',
    longest: 'longest time',
    time: 'Running for',
  },
  runningTime: (elapsedMs: number) =>
    elapsedMs < MOST_MINUTES * MINUTE_MS ? formatter.minutesAndSeconds(elapsedMs) : formatter.duration(elapsedMs),
  /** What stands beside the running time. */
  progress: ({ state, minutes }: FlowProgress, longestMinutes: number) => {
    switch (state) {
      case 'inTime':
        return `of ${minutesText(longestMinutes)}`;
      case 'nearlyOver':
        return `${minutesText(minutes)} left`;
      case 'overdue':
        return `${minutesText(minutes)} over`;
    }
  },
  setUpOf: (joinType: JoinType, model: string) => (joinType === 'hybrid' ? `Hybrid, ${model}` : model),
  onShelf: (shelf: string | null) => (shelf === null ? 'On no shelf' : `Shelf ${shelf}`),
  atShelf: (words: string, shelf: string | null) => (shelf === null ? words : `${words}, shelf ${shelf}`),
  failedIn: (phase: string) => `Failed in ${phase.toLowerCase()}`,
  more: (count: number) => `And ${formatter.number(count)} more in the queue.`,
} as const;

export const stepsText = {
  start: 'Start technician flow',
  startAgain: 'Start again',
  runAgain: 'Run the technician flow again',
  notSucceeded: 'The technician flow has not succeeded yet.',
  startAnyway: 'Start anyway',
  nothingBlocks: 'No condition blocks the start.',
  green: 'It turned green',
  red: 'It turned red',
  reseal: 'It is resealed',
  resealUnheld: 'Reseal with the ESP off',
  espHolds: 'The ESP is not known to be off.',
  ship: 'It is shipped',
  userFlowDone: 'User flow is done',
  takeBack: 'Take back the last bench record',
  nothingRecorded: 'Nothing is recorded at the bench.',
  takenBack: {
    what: 'taken back',
    word: 'Taken back',
    many: (count: number) => `${formatter.number(count)} records taken back`,
  },
  recorded: {
    start: deed('Started', 'start', 'starts'),
    success: deed('Succeeded', 'success', 'successes'),
    reseal: deed('Resealed', 'reseal', 'reseals'),
    ship: deed('Shipped', 'shipping', 'shippings'),
    userFlowDone: deed('Done', 'user flow', 'user flows'),
  } satisfies Record<Exclude<BenchStep, 'failure'>, DeedWords>,
} as const;

/** What the go gate asks of the person before the device. */
export const confirmText = {
  tpm: 'Confirm TPM 2.0',
  profile: 'The page shows this profile',
  reset: 'It is reset',
  resetAlso: 'OOBE, first setup page after a mainboard repair',
  noResetDue: 'No repair is known after which it has to be reset.',
  hashTells: 'The hardware hash tells whether it has a TPM.',
  confirmedAlready: 'The TPM is confirmed already.',
  notAsked: 'No profile has to be compared.',
  title: (number: number) => (number === 1 ? 'Has the device a TPM 2.0?' : `Have ${devicesText(number)} a TPM 2.0?`),
  sentence:
    'Look on the device: the firmware set-up or tpm.msc shows version 2.0, and it is no virtual machine. It is kept with your initials. A hash that is imported later outranks it.',
  scope: 'For which devices',
  device: 'This device',
  model: (make: string) => `Every ${make} in the queue without a hash`,
  batch: (name: string) => `Every device of ${name} without a hash`,
  confirm: 'Confirm TPM 2.0',
  done: (number: number) => (number === 0 ? 'Nothing has changed.' : `Confirmed for ${devicesText(number)}.`),
} as const;

export const goGateText = {
  title: 'Conditions for the start',
  met: 'Met',
  unmet: 'Not met',
} as const;

export const resultText = {
  successSentence: 'Scan the QR code on the screen instead, if you can: it says the time by itself.',
  failureSentence: 'Export the logs to a USB stick before the device is reset.',
  elapsed: 'Elapsed time on the screen',
  elapsedHint: `${ELAPSED_HINT} Leave it empty if it is not there.`,
  elapsedWrong: ELAPSED_HINT,
  elapsedTooLong: (startedAt: string) =>
    `The start is recorded at ${formatter.shortInstant(startedAt, new Date())}: the flow cannot have taken that long. Correct the time, or confirm it.`,
  elapsedSure: 'The screen says so',
  code: 'Error code on the screen',
  codeHint: 'Such as 0x800705b4. Leave it empty if there is none.',
  codeUnknown: 'Reseal does not know this code. It is kept as you type it.',
  knownCodes: 'Known codes like this',
  phase: 'Where it failed',
  phaseHint: 'The heading of the Enrollment Status Page that is marked as failed.',
  phaseUnknown: 'Not known',
  note: 'Note',
  recordSuccess: 'Record success',
  recordFailure: 'Record failure',
} as const;

export const appsText = {
  title: (serialNumber: string) => `Are the apps on ${serialNumber}?`,
  seen: 'Yes, the apps are there',
  notSeen: 'No, or nobody looked',
  hint: 'The answer is kept in the history. A no keeps nobody from the reseal.',
  confirm: 'Record reseal',
} as const;

export const startAgainText = {
  title: (serialNumber: string) => `Run ${serialNumber} again?`,
  state: (bench: string, reseal: string) => `Bench: ${bench}. Reseal: ${reseal}.`,
  losses: 'What is lost',
  void: 'Its last result counts no more, and its reseal is void.',
  confirm: 'It is reset: start again',
} as const;

export const overrideText = {
  title: (serialNumber: string) => `Start ${serialNumber} against the conditions?`,
  sentence: 'The technician flow will most likely fail. The reason is kept in the history with your initials.',
  reason: 'Reason',
} as const;
