import { rowStatusWords as words } from '../../shared/intake/rowStatusWords.ts';
import type { DialectName, EditableField, MappedField, RowStatus } from '../../shared/intake/vocabulary.ts';
import type { Preview, PreviewRow } from '../../shared/api/contract/intake.ts';
import { formatter } from './formatter.ts';
import { joinedSentence } from '../../shared/intake/joinedRows.ts';

type PreviewFile = Preview['files'][number];

export const intakeText = {
  title: 'Intake',
  noTenant: 'There is no customer yet: files are checked, and nothing is kept of them.',
  chooseTenant: 'Say whose they are',

  dropTitle: 'Drop hash files here',
  drop: 'CSV, TXT, XML, ZIP or CAB, as many as you like, whole folders too. Nothing goes into the queue before you say so.',
  dropNow: 'Let go to read the files',
  chooseFiles: 'Choose files',
  chooseFolder: 'Choose a folder',
  whatIsReadTitle: 'What Reseal reads',
  whatIsRead: [
    'Get-WindowsAutopilotInfo, the Intune and Partner Center CSV, ConfigMgr, OA3 and DeviceLink',
    'MDM diagnostics archives, with the CSV inside them',
    'Any other table: you say once which column is which',
  ],
  noUsableFiles: 'None of these files can hold a hardware hash.',
  noUsableFilesRemedy: 'Choose CSV, TSV, TXT, XML, JSON, ZIP or CAB files.',
  passedOver: (count: number) =>
    count === 1
      ? 'One file of the folder was passed over.'
      : `${formatter.number(count)} files of the folder were passed over.`,
  passedOverWhy: 'Only CSV, TSV, TXT, XML, JSON, ZIP and CAB can hold a hash.',

  sending: (name: string, number: number, count: number) =>
    count === 1 ? `Reading ${name}` : `Reading ${name}, file ${formatter.number(number)} of ${formatter.number(count)}`,
  checking: 'Checking every row',
  committing: 'Putting the devices into the queue',
  stays: 'You can leave this page; the work goes on.',
  progress: (done: string, total: string, rate: string | null) =>
    rate === null ? `${done} of ${total}` : `${done} of ${total}, ${rate} a second`,
  rows: (count: number) => formatter.count(count, 'row', 'rows'),

  previewTitle: 'Check the rows',
  commit: (count: number) =>
    count === 0 ? 'No row goes in yet' : `Put ${formatter.count(count, 'device', 'devices')} into the queue`,
  nothingToCommit: 'No row goes in yet. Accept suspect rows, or correct what is wrong.',
  discard: 'Discard',
  report: 'Save what is left out',
  reportSaved: 'The rows that do not go in are saved, with line and reason.',
  discardTitle: 'Discard this preview?',
  discardSentence: (rows: number, files: string) =>
    `${formatter.count(rows, 'row', 'rows')} of ${files} and what you changed in them are dropped. The files themselves stay as they are.`,
  discardConfirm: 'Discard the preview',
  manyFiles: (count: number) => `${formatter.number(count)} files`,

  keptTitle: (count: number) =>
    count === 1 ? 'An import is not finished' : `${formatter.number(count)} imports are not finished`,
  keptAttention: 'Go on with it in Intake, or discard it.',
  keptSentence: (files: number, rows: number) =>
    `Import of ${formatter.count(files, 'file', 'files')}, ${formatter.count(rows, 'row', 'rows')}`,
  keptFiles: (files: readonly string[]) => namesOf(files),
  keptStarted: 'started',
  keptChanged: 'last changed',
  keptWithoutTenant: 'its tenant was removed',
  goOn: 'Go on',

  filesLabel: 'Files',
  encoding: (file: Pick<PreviewFile, 'encoding' | 'bom' | 'delimiter'>) => encodingWords(file),
  mapping: 'Say what the columns hold',
  mappingAgain: 'Change the columns',
  mappingNeeded: 'Its columns are not known.',

  filterLabel: 'Which rows are shown',
  all: 'All',
  search: 'Search serial, model, tag, user or file',
  searchShort: 'Search rows',
  table: 'Rows of the files',
  noMatch: 'No row matches.',
  noRows: 'No row could be read. The reason stands above; discard this, then choose other files.',
  showAll: 'Show all rows',
  columns: {
    status: 'State',
    file: 'File',
    line: 'Line',
    serialNumber: 'Serial number',
    model: 'Model',
    groupTag: 'Group tag',
    assignedUser: 'Assigned user',
    effect: 'In the queue',
    reason: 'Why',
  },
  editHint: 'Enter shows a row, F2 corrects it.',
  edit: (field: string, serial: string) => `${field} of ${serial}`,

  forAll: 'For all rows…',
  forAllTitle: 'For all rows',
  forAllHint: 'A field that stays empty changes nothing.',
  forAllConfirm: 'Apply to all rows',
  forAllDone: 'Applied to all rows.',
  batchName: 'Name of the batch',
  orderNumber: 'Order number',

  problemsFirst: 'Problems first',
  accepted: (accepted: number) => `${formatter.number(accepted)} accepted`,
  scanned: (line: number, file: string, state: string) =>
    `It stands in this import: line ${formatter.number(line)} of ${file}, ${state.toLowerCase()}. It is not in the queue yet.`,
  useHashSerial: (serialNumber: string) => `Use the hash’s number: ${serialNumber}`,
  allFiles: (count: number) => `Show all ${formatter.number(count)} files`,
  fewerFiles: 'Show fewer files',
  acceptMany: 'Accept suspect…',
  acceptTitle: 'Accept suspect rows by reason',
  acceptSentence: 'A row goes in when every reason to doubt it is accepted.',
  acceptReason: (rows: number) => (rows === 1 ? 'Accept 1 row' : `Accept ${formatter.number(rows)} rows`),
  takeBack: 'Do not accept',
  goIn: (included: number, total: number) => `${formatter.number(included)} of ${formatter.number(total)} rows go in`,
  forInstance: (message: string) => `For instance: ${message}`,

  closeRow: 'Close the row',
  rowTitle: (line: number, file: string) => `Line ${formatter.number(line)} of ${file}`,
  reasonsTitle: 'What was found',
  nothingFound: 'Nothing is wrong with this row.',
  mended: (repair: string) => `Mended: ${repair}`,
  accept: 'Accept this row',
  acceptDoes: {
    new: 'It then becomes a new device in the queue. No device that is there changes.',
    update: 'Its device is in the queue already: it gets this hash and these values, and keeps its history.',
    changedBoard:
      'Its device is in the queue with another mainboard: it gets this hash, and has to be registered anew.',
    nothing: 'The queue knows all of it already: nothing changes.',
  } satisfies Record<PreviewRow['effect'], string>,
  leaveOut: 'Leave this row out',
  takeIn: 'Take this row in',
  fieldsTitle: 'Correct it',
  factsTitle: 'What the hash says',
  noFacts: 'The row has no hash that can be read.',
  hash: {
    valid: 'The hash is whole, and its checksum is right.',
    suspect: 'The hash is whole. Something in it needs a look.',
    invalid: 'The hash cannot be used.',
    absent: 'The row has no hash.',
  } satisfies Record<PreviewRow['hash']['state'], string>,

  doneTitle: (added: number, updated: number) => committedSentence(added, updated),
  doneJoined: (joined: number) => (joined === 0 ? '' : `${joinedSentence(joined, formatter)} `),
  doneLeft: (left: number) =>
    left === 0 ? 'No row was left out.' : `${formatter.count(left, 'row was', 'rows were')} left out.`,
  doneNext: 'Next: register them with Windows Autopilot. Microsoft takes a few minutes for that.',
  toQueue: 'See them in the queue',
  more: 'Read more files',
} as const;

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

/** A status where it stands alone. */
export const rowStatusWords: Readonly<Record<RowStatus, string>> = {
  ready: capital(words.ready),
  repaired: capital(words.repaired),
  suspect: capital(words.suspect),
  rejected: capital(words.rejected),
};

export const effectWords: Readonly<Record<PreviewRow['effect'], string>> = {
  new: 'New device',
  update: 'Update',
  changedBoard: 'New mainboard',
  nothing: 'Already known',
};
export const leftOutWord = 'Left out';
export const acceptedWord = 'Accepted';

export const fieldNames: Readonly<Record<EditableField, string>> = {
  serialNumber: 'Serial number',
  manufacturer: 'Manufacturer',
  model: 'Model',
  productKeyId: 'Product key ID',
  groupTag: 'Group tag',
  assignedUser: 'Assigned user',
  deviceName: 'Device name',
  purchaseOrder: 'Purchase order',
};

export const dialectWords: Readonly<Record<DialectName, string>> = {
  intune: 'Intune CSV',
  'partner-center': 'Partner Center CSV',
  'corporate-identifiers': 'Corporate identifiers',
  'legacy-order-id': 'Older CSV with OrderID',
  'configmgr-report': 'Configuration Manager report',
  'oa3-xml': 'OA3 report',
  devicelink: 'DeviceLink CSV',
  headerless: 'CSV without a header',
  cipp: 'CIPP CSV',
  'bare-hash': 'Bare hash',
  'property-list': 'List of properties',
  'profile-json': 'Autopilot profile',
  unknown: 'Unknown layout',
};

export const mappingText = {
  title: (file: string) => `Columns of ${file}`,
  sentence: 'Say what each column holds. Reseal remembers it for files with the same header.',
  table: 'The first rows, and what each column holds',
  column: (number: number) => `Column ${number}`,
  holds: (column: string) => `What ${column} holds`,
  confirm: 'Read it this way',
  needsIdentity: 'Choose the column with the hardware hash, or serial number with manufacturer and model.',
  twice: (field: string) => `Only one column can be the ${field.toLowerCase()}.`,
} as const;

export const mappedFieldNames: Readonly<Record<MappedField, string>> = {
  hardwareHash: 'Hardware hash',
  serialNumber: 'Serial number',
  productKeyId: 'Product key ID',
  manufacturer: 'Manufacturer',
  model: 'Model',
  groupTag: 'Group tag',
  assignedUser: 'Assigned user',
  deviceName: 'Device name',
  purchaseOrder: 'Purchase order',
  ignore: 'Not used',
};

const encodings: Readonly<Record<PreviewFile['encoding'], string>> = {
  'utf-8': 'UTF-8',
  'utf-16le': 'UTF-16',
  'utf-16be': 'UTF-16 (big-endian)',
  'windows-1252': 'ANSI (Windows-1252)',
  ascii: 'plain ASCII',
};
const delimiters = { ',': 'commas', ';': 'semicolons', '\t': 'tabs' } as const;

function encodingWords({ encoding, bom, delimiter }: Pick<PreviewFile, 'encoding' | 'bom' | 'delimiter'>): string {
  const text = bom ? `${encodings[encoding]} with a byte order mark` : encodings[encoding];
  return delimiter === null ? text : `${text}, ${delimiters[delimiter]}`;
}

function committedSentence(added: number, updated: number): string {
  const devices = (count: number) => formatter.count(count, 'device', 'devices');
  if (updated === 0) return added === 1 ? '1 device is in the queue' : `${devices(added)} are in the queue`;
  if (added === 0) return updated === 1 ? '1 device is updated' : `${devices(updated)} are updated`;
  return `${devices(added)} new in the queue, ${formatter.number(updated)} updated`;
}

/** Files that are checked while there is no customer. */
export const inspectedText = {
  title: 'Checked',
  good: (good: number, all: number) => `${formatter.number(good)} of ${formatter.number(all)} rows are good`,
  nothingKept:
    'Nothing of these files is kept, and none of them is in the queue: it is not said yet whose devices they are.',
  noRows: 'No row could be read. The reason stands above.',
  otherFiles: 'Check other files',
  takeIn: (customer: string) => `Take them in for ${customer}`,
} as const;

const MOST_NAMES = 3;

function namesOf(files: readonly string[]): string {
  const names = files.slice(0, MOST_NAMES).join(', ');
  return files.length > MOST_NAMES ? `${names} and ${formatter.number(files.length - MOST_NAMES)} more` : names;
}
