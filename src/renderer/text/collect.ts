import type { BulkStep, LeftReason } from '../../shared/bench/bulkStep.ts';
import { devicesText } from './count.ts';
import { formatter } from './formatter.ts';

/** Why devices are left as they are, for one and for several. */
const leftWords: Readonly<Record<LeftReason, readonly [one: string, several: string]>> = {
  runsAlready: ['runs already', 'run already'],
  succeededAlready: ['has succeeded already', 'have succeeded already'],
  notStarted: ['was not started', 'were not started'],
  notSucceeded: ['has not succeeded', 'have not succeeded'],
  resealedAlready: ['is resealed already', 'are resealed already'],
  notResealed: ['is not resealed', 'are not resealed'],
  shippedAlready: ['is shipped already', 'are shipped already'],
  userFlowBeforeReseal: ['is not resealed', 'are not resealed'],
  userFlowDoneAlready: ['is with its user already', 'are with their users already'],
  expired: ['waited longer than six months', 'waited longer than six months'],
  noResealInScenario: ['is not pre-provisioned', 'are not pre-provisioned'],
  notShipped: ['is not shipped', 'are not shipped'],
  gateClosed: ['may not start yet', 'may not start yet'],
  pastTheBench: ['is past the bench', 'are past the bench'],
};

export const collectText = {
  act: 'Collect',
  alsoCalled: 'scan many, pallet, selection by scanning',
  title: 'Collect',
  hint: 'Scan one after the other. Nothing is done before you choose.',
  takeBackLast: 'Take back last',
  stop: 'Stop collecting',
  collected: 'collected',
  lastScan: 'Last scan',
  nothingYet: 'Scan the first device.',
  added: 'Added',
  again: 'Already collected',
  paired: (user: string) => `For ${user}`,
  ago: (seconds: number) =>
    seconds < 60
      ? `${formatter.count(seconds, 'second', 'seconds')} ago`
      : `${formatter.duration(seconds * 1_000)} ago`,
  sounds: 'High tones: added. Low tones: not added.',
  badges: 'Scan a badge with a user principal name after a device: the device is for that user.',
  list: 'Collected devices',
  bad: 'Not added',
  notAdded: (reason: string) => `Not added: ${reason}`,
  noDeviceBefore: 'Scan the device first, then the badge of its user.',
  userForgotten: 'The page was loaded anew and keeps no users. Scan the device and the badge again.',
  putAside: 'Put aside',
  takeOut: (name: string) => `Take ${name} out`,
  bar: 'Acts on what is collected',
  count: (number: number) => `${formatter.number(number)} collected`,
  assignPairs: (number: number) => `Users of ${formatter.number(number)}`,
  more: 'More',
  left: ({ reason, devices }: { readonly reason: LeftReason; readonly devices: number }) =>
    `${formatter.number(devices)} ${leftWords[reason][devices === 1 ? 0 : 1]}`,
  stays: (devices: number) => (devices === 1 ? 'it stays as it is' : 'they stay as they are'),
  steps: {
    start: 'Start technician flows',
    reseal: 'Mark resealed',
    ship: 'Mark shipped',
  } satisfies Readonly<Record<BulkStep, string>>,
  startNumber: (number: number) => `Start ${formatter.number(number)}`,
  nothingToDo: (step: BulkStep) =>
    step === 'start'
      ? 'None of them can start now.'
      : step === 'reseal'
        ? 'None of them can be resealed now.'
        : 'None of them can be shipped now.',
  done: (step: BulkStep, devices: number) =>
    `${step === 'start' ? 'Start' : step === 'reseal' ? 'Reseal' : 'Shipping'} recorded for ${devicesText(devices)}.`,
  undone: (devices: number) => `Taken back for ${devicesText(devices)}.`,
  deliveryNote: 'Save the list of what was shipped',
  nothingShipped: 'None of them was shipped.',
} as const;

/** Checklists for many devices. */
export const manyChecklistsText = {
  act: 'Checklists',
  title: (number: number) => `Checklists of ${devicesText(number)}`,
  template: 'Checklist',
  what: 'What to do',
  choices: { start: 'Start them', print: 'Save them as one PDF', tick: 'Tick a step on all' },
  confirm: { start: 'Start', print: 'Save as PDF', tick: 'Tick' },
  step: 'Step',
  started: (started: number, had: number) =>
    `${formatter.count(started, 'checklist', 'checklists')} started${had === 0 ? '' : `, ${formatter.number(had)} had one`}.`,
  ticked: ({ marked, had, without, held }: Readonly<Record<'marked' | 'had' | 'without' | 'held', number>>) =>
    `Ticked for ${[
      devicesText(marked),
      ...(had === 0 ? [] : [`${formatter.number(had)} had it`]),
      ...(without === 0 ? [] : [`${formatter.number(without)} without a checklist`]),
      ...(held === 0 ? [] : [`${formatter.number(held)} held by an earlier gate`]),
    ].join(', ')}.`,
  saved: (number: number) => `${formatter.count(number, 'checklist', 'checklists')} saved as a PDF.`,
} as const;
