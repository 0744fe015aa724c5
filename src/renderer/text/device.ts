import type { OutputOf } from '../../shared/api/contract.ts';
import { formatter } from './formatter.ts';

type RemovalRecord = OutputOf<'removal.plan'>['records'][number];

export const deviceText = {
  page: (serialNumber: string) => `Device ${serialNumber}`,
  identity: 'Whose device, and for whom',
  groupTag: 'Group tag',
  user: 'User',
  deviceName: 'Name',
  batch: 'Batch',
  noTag: 'No tag',
  noUser: 'No user',
  pending: (count: number) => `${formatter.count(count, 'change', 'changes')} not sent yet`,
  label: 'Label',
  more: 'More acts',
  nextStep: 'Next step',
  acts: {
    register: 'Register',
    importHash: 'Import its hash',
    registerAgain: 'Try again',
    refresh: 'Refresh now',
    sync: 'Ask Intune to sync',
    start: 'Start technician flow',
    unblock: 'Unblock enrollment',
    startAnyway: 'Start anyway',
    startAgain: 'Start again',
    green: 'It turned green',
    red: 'It turned red',
    reseal: 'It is resealed',
    ship: 'It is shipped',
    userFlowDone: 'User flow is done',
    deregister: 'Deregister…',
    accountDeleted: 'The account is deleted',
  },
  recorded: {
    start: 'Start recorded.',
    success: 'Success recorded.',
    failure: 'Failure recorded.',
    reseal: 'Reseal recorded.',
    ship: 'Shipping recorded.',
    userFlowDone: 'User flow recorded.',
  },
  takenBack: 'Taken back.',
  read: (changed: number) => (changed === 0 ? 'Read again. Nothing changed at Microsoft.' : 'Read again.'),
  gate: 'Conditions for the start',
  gateMet: 'Met',
  gateUnmet: 'Not met',
  menu: {
    assignUser: 'Assign user',
    unassignUser: 'Take the user away',
    setGroupTag: 'Set group tag',
    rename: 'Rename',
    expectProfile: 'Expect a profile',
    uploadIdentifiers: 'Upload corporate identifier',
    associate: 'Associate by its DeviceLink (beta)',
    unblock: 'Unblock enrollment',
    refresh: 'Refresh from Microsoft',
    sync: 'Ask Intune to sync',
    takeBack: 'Take back the last bench record',
    runAgain: 'Run the technician flow again',
    deregister: 'Deregister',
    remove: 'Remove from the queue',
  },
  tabs: {
    timeline: 'Timeline',
    identity: 'Identity',
    captures: 'Captures',
    microsoft: 'Microsoft',
    notes: 'Notes',
  },
  tabsLabel: 'What is known about the device',
  timelineEmpty: 'Nothing has happened yet.',
  reportPolicies: 'Apps and policies',
  identityFromHash: 'What the hash says',
  identityEmpty: 'No hash of this device was imported. Its identity is what the file or Microsoft said.',
  capturesEmpty: 'No hash of this device was imported yet.',
  captured: 'Captured',
  capturedUnknown: 'Captured at an unknown time',
  importedFrom: 'Imported from',
  build: 'Windows build',
  microsoftEmpty: 'Microsoft has not been asked about this device, or does not know it.',
  microsoftReadAt: 'As it came, read',
  report: 'Deployment report',
  reportReadNow: 'Read the report',
  reportEmpty: 'Intune’s report of the last 30 days has said nothing about this device so far.',
  reportRead: (events: number) =>
    events === 1 ? 'One event is in the report.' : `${formatter.number(events)} events are in the report.`,
  noteField: 'Note for whoever works on this device next',
  addNote: 'Add note',
  notesEmpty: 'No notes yet.',
  gone: 'This device is not in the queue',
  goneSentence: 'It was taken off, or the address is from another Reseal.',
} as const;

export const resultText = {
  successTitle: 'It turned green',
  successSentence: 'Scan the QR code on the screen instead, if you can: it says the time by itself.',
  failureTitle: 'It turned red',
  failureSentence: 'Export the logs to a USB stick before the device is reset.',
  elapsed: 'Elapsed time on the screen',
  elapsedHint: 'Hours and minutes, as shown: 0:38. Leave it empty if it is not there.',
  elapsedWrong: 'Write hours and minutes, such as 0:38.',
  code: 'Error code on the screen',
  codeHint: 'Such as 0x800705b4. Leave it empty if there is none.',
  note: 'Note',
  recordSuccess: 'Record success',
  recordFailure: 'Record failure',
} as const;

export const overrideText = {
  title: (serialNumber: string) => `Start ${serialNumber} against the conditions?`,
  sentence: 'The technician flow will most likely fail. The reason is kept in the history with your initials.',
  reason: 'Reason',
  confirm: 'Start anyway',
} as const;

export const renameText = {
  title: (serialNumber: string) => `Rename ${serialNumber}`,
  field: 'Device name',
  hint: 'Up to 15 letters, digits and hyphens. For Microsoft Entra join only.',
  confirm: 'Rename',
} as const;

export const expectText = {
  title: (serialNumber: string) => `Expected profile of ${serialNumber}`,
  field: 'Profile name',
  hint: 'The start is blocked while another profile is assigned. Leave it empty to accept any.',
  confirm: 'Expect it',
  done: 'The expected profile is kept.',
} as const;

export const deregisterText = {
  title: (serialNumber: string) => `Deregister ${serialNumber}?`,
  sentence: (tenant: string) =>
    `Exactly these records are deleted${tenant === '' ? '' : ` from ${tenant}`}. It cannot be undone; the device would have to be registered again.`,
  plan: 'What happens to which record',
  columns: { service: 'Service', record: 'Record', lastSeen: 'Last seen', action: 'What happens' },
  serial: (serialNumber: string) => `Serial number ${serialNumber}`,
  id: (id: string) => `ID ${id}`,
  nothing: 'Neither Intune nor Windows Autopilot holds a record of the device. There is nothing to delete.',
  doubts: 'I have compared the records: they are this device’s',
  typed: (serialNumber: string) => `Type ${serialNumber} to confirm`,
  confirm: 'Deregister',
  services: {
    intune: 'Intune',
    autopilot: 'Autopilot',
    entra: 'Microsoft Entra',
    activeDirectory: 'Active Directory',
  } satisfies Record<RemovalRecord['service'], string>,
} as const;

export const labelText = {
  title: (serialNumber: string) => `Label of ${serialNumber}`,
  preview: (serialNumber: string) => `Label with the serial number ${serialNumber}, its QR code and barcode`,
  save: 'Save as PDF',
} as const;

export const checklistText = {
  title: 'Checklist',
  progress: (done: number, required: number) => `${done} / ${required}`,
  none: 'No checklist runs for this device.',
  start: 'Start a checklist',
  done: 'Everything is done.',
  savePdf: 'Save as PDF',
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
