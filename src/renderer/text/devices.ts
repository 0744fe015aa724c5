import { devicesText } from './count.ts';
import { formatter } from './formatter.ts';

export const deviceText = {
  page: (serialNumber: string) => `Device ${serialNumber}`,
  identity: 'Whose device, and for whom',
  groupTag: 'Group tag',
  user: 'User',
  deviceName: 'Name',
  refused: { user: 'User not taken', groupTag: 'Group tag not taken', name: 'Name not taken' },
  batch: 'Batch',
  noTag: 'No tag',
  noUser: 'No user',
  pending: (count: number) => `${formatter.count(count, 'change', 'changes')} not sent yet`,
  more: 'More acts',
  nextStep: 'Next step',
  tabs: {
    timeline: 'Timeline',
    identity: 'Identity',
    captures: 'Captures',
    microsoft: 'Microsoft',
    notes: 'Notes',
  },
  tabsLabel: 'What is known about the device',
  timelineEmpty: 'Nothing has happened yet.',
  identityFromHash: 'What the hash says',
  identityEmpty: 'No hash of this device was imported. Its identity is what the file or Microsoft said.',
  capturesEmpty: 'No hash of this device was imported yet.',
  captured: 'Captured',
  capturedUnknown: 'Captured at an unknown time',
  importedFrom: 'Imported from',
  build: 'Windows build',
  noteField: 'Note for whoever works on this device next',
  addNote: 'Add note',
  notesEmpty: 'No notes yet.',
  gone: 'This device is not in the queue',
  goneSentence: 'It was taken off, or the address is from another Reseal.',
} as const;

export const queueText = {
  title: 'Queue',
  table: 'Devices',
  counts: (matching: number, total: number) =>
    matching === total ? devicesText(total) : `${formatter.number(matching)} of ${formatter.number(total)}`,
  search: 'Search serial, model, user, tag or name',
  nextStep: 'Next step',
  status: 'Status',
  batch: 'Batch',
  allBatches: 'All batches',
  clearFilters: 'Clear filters',
  columns: {
    serialNumber: 'Serial number',
    model: 'Model',
    nextStep: 'Next step',
    statuses: 'Statuses',
    groupTag: 'Group tag',
    assignedUser: 'User',
    updated: 'Changed',
  },
  noMatch: 'No device matches these filters.',
  emptyTitle: 'The queue is empty',
  emptySentence:
    'Import the file that Get-WindowsAutopilotInfo wrote, or practise first with invented devices and a pretend tenant.',
  noTenantSentence:
    'Say whose devices these are first: a name is enough. Or practise with invented devices and a pretend tenant.',
  toIntake: 'Import a file',
  practise: 'Practise with a pretend tenant',
  practiceReady: 'The practice tenant is ready. Import a sample file next.',
  bulkLabel: 'Acts on the selection',
  selected: (number: number) => `${formatter.number(number)} selected`,
  selectedElsewhere: (number: number) => `${formatter.number(number)} selected, some hidden`,
  more: 'More',
  clearSelection: 'Clear selection',
} as const;

/** Taking devices off the local queue: Microsoft's side stays as it is. */
export const takeOffText = {
  act: 'Remove from the queue',
  short: 'Remove',
  done: (number: number) => `${devicesText(number)} taken off the queue.`,
} as const;
