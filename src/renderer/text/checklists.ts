import { formatter } from './formatter.ts';

export const checklistsText = {
  title: 'Checklists',
  start: 'Start a checklist',
  filterLabel: 'Which checklists are shown',
  filters: { open: 'Open', done: 'Finished', all: 'All' },
  batch: 'Batch',
  allBatches: 'All batches',
  list: 'Checklists',
  emptyTitle: 'No checklist runs yet',
  empty:
    'A checklist leads a device from registration to the sealed box, step by step, with where and when it is done.',
  noneOpen: 'No checklist is open. Everything is ticked.',
  noneDone: 'No checklist is finished yet.',
  shown: (shown: number, total: number) =>
    shown === total
      ? formatter.count(total, 'checklist', 'checklists')
      : `${formatter.number(shown)} of ${formatter.count(total, 'checklist', 'checklists')}`,
  more: 'Show more',
  next: 'Next',
  finished: 'Finished',
  ended: 'Ended',
  progress: (done: number, required: number) => `${done} / ${required}`,
  progressLabel: (serial: string) => `Progress of ${serial}`,
  tick: 'Tick',
  tickOf: (item: string, serial: string) => `Tick ${item} on ${serial}`,
  ticked: (item: string, serial: string) => `${item} is ticked on ${serial}.`,
  open: (serial: string, title: string) => `${serial}: ${title}`,
  tenantSteps: (title: string) => `Once for the tenant: ${title}`,
  tenantDone: (done: number, total: number) => `${done} of ${total}`,

  screenTitle: (serial: string) => `Checklist of ${serial}`,
  back: 'All checklists',
  device: 'Open the device',
  print: 'Print',
  savePdf: 'Save as PDF',
  stepsTitle: 'Steps',
  startedAt: 'Started',
  finishedAt: 'Finished',
  endedAt: 'Ended by a new technician flow',

  startConfirm: 'Start',
  serialNumber: 'Serial number',
  serialHint: 'Type it, or scan it into this field.',
  serialMissing: 'Enter the serial number of a device.',
  whichOne: 'Which one?',
  whichOneHint: 'Several devices may be meant. Compare serial number, maker and model with the one in front of you.',
  notInQueue: 'No device of this tenant has this serial number. Import it first.',
  template: 'Checklist',
} as const;

export const checklistText = {
  title: 'Checklist',
  none: 'No checklist runs for this device.',
  done: 'Everything is done.',
  more: (title: string) => `More about ${title}`,
  skip: 'Skip',
  fail: 'Failed',
  reopen: 'Open again',
  skipTitle: 'Skip this step?',
  failTitle: 'Record that this step failed?',
  reason: 'Reason',
  where: 'Where',
  doneWhen: 'Done when',
  optional: 'optional',
  states: { open: 'Open', done: 'Done', skipped: 'Skipped', failed: 'Failed' },
} as const;
