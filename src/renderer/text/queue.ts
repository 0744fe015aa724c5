import { formatter } from './formatter.ts';

const devices = (number: number) => formatter.count(number, 'device', 'devices');

export const queueText = {
  title: 'Queue',
  table: 'Devices',
  counts: (matching: number, total: number) =>
    matching === total ? devices(total) : `${formatter.number(matching)} of ${formatter.number(total)}`,
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
  noTenantSentence: 'Say whose devices these are first: sign in to a tenant, or practise with a pretend one.',
  toIntake: 'Import a file',
  toTenants: 'Add a tenant',
  practise: 'Practise with a pretend tenant',
  practiceReady: 'The practice tenant is ready. Import a sample file next.',
  bulkLabel: 'Acts on the selection',
  selected: (number: number) => `${formatter.number(number)} selected`,
  selectedElsewhere: (number: number) => `${formatter.number(number)} selected, some hidden`,
  register: 'Register',
  assignUser: 'Assign user',
  setGroupTag: 'Set group tag',
  labels: 'Labels',
  makingLabels: (number: number) => `Making ${formatter.number(number)}…`,
  export: 'Export',
  more: 'More',
  rename: 'Set names',
  unassignUsers: 'Take the users away',
  uploadIdentifiers: 'Upload corporate identifiers',
  unblock: 'Unblock enrollment',
  remove: 'Remove',
  clearSelection: 'Clear selection',
} as const;

export const exportTargets = {
  intune: 'For Intune (CSV)',
  'partner-center': 'For Partner Center (CSV)',
  'corporate-identifiers': 'Corporate identifiers (CSV)',
} as const;

export const deviceActsText = {
  queued: (number: number) => `${devices(number)} on the way to Microsoft.`,
  refused: (number: number) => `${devices(number)} refused.`,
  removed: (number: number) => `${devices(number)} taken off the queue.`,
  accountDeleted: 'Recorded: the computer account is deleted.',
  labelsSaved: (number: number) => `Labels of ${devices(number)} saved.`,
  exported: (number: number) => `${devices(number)} exported.`,
  assignTitle: (number: number) => (number === 1 ? 'Assign a user' : `Assign a user to ${devices(number)}`),
  assign: 'Assign',
  unassignTitle: (number: number) =>
    number === 1 ? 'Take the user away?' : `Take the users of ${devices(number)} away?`,
  unassignSentence: 'Whoever signs in first becomes the user then. Assign a user to undo it.',
  unassign: 'Take away',
  directory: 'Search the directory, or type the whole user principal name',
  directoryHint: 'Type a name.',
  directoryNone: 'Nobody in the directory has this name.',
  directoryResults: 'People found',
  disabled: 'Sign-in blocked',
  unlicensed: 'No licence',
  tagTitle: (number: number) => (number === 1 ? 'Set the group tag' : `Set the group tag of ${devices(number)}`),
  tag: 'Group tag',
  tagHint: 'Dynamic groups and so the profile may depend on it. Leave it empty to take the tag away.',
  setTag: 'Set tag',
} as const;

export const namesText = {
  title: (number: number) => `Name ${devices(number)}`,
  confirm: (number: number) => (number === 0 ? 'Set names' : `Name ${devices(number)}`),
  pattern: 'Pattern',
  patternHint:
    '%SERIAL% is the serial number, %SERIAL:7% its last 7 characters, %NUMBER:3% counts with 3 digits. Up to 15 characters in all. For Microsoft Entra join only.',
  firstNumber: 'First number',
  examples: 'So they will be named',
  more: (number: number) => `and ${formatter.number(number)} more`,
  problems: (number: number) => `${devices(number)} cannot be named so:`,
} as const;
