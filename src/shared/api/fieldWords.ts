import type { InputOf, ProcedureName } from './contract.ts';

/** The names of all fields in it; what takes nothing has any name to Zod, which is none. */
type FieldsOf<Value> = Value extends readonly (infer Item)[]
  ? FieldsOf<Item>
  : Value extends Uint8Array
    ? never
    : Value extends object
      ? { [Key in keyof Value & string]-?: string extends Key ? never : Key | FieldsOf<Value[Key]> }[keyof Value &
          string]
      : never;

/** Every field that the input of a procedure can have. */
type InputField = FieldsOf<InputOf<ProcedureName>>;

/** How a person knows a field. */
export interface FieldWords {
  /** With its article, as it stands within a sentence. */
  readonly name: string;
  /** What it must be, where its format is not told by its name. */
  readonly form?: string;
  /** What a number of it counts: `per` of them are one `word`. */
  readonly unit?: { readonly word: string; readonly per: number };
  /** Whether a person enters it, or the page or the command line brings it along. */
  readonly isEntered: boolean;
}

const DAY = 'such as 2026-12-31';
const HOUR_MS = 3_600_000;
const thisComputer = 'an address of this computer, such as http://127.0.0.1:8080';

type Entered = Omit<FieldWords, 'isEntered'>;

/** What a person enters or chooses, by the word that stands beside it on the page. */
const entered = {
  address: { name: 'the address of the person', form: 'a whole one, such as ada@contoso.example' },
  alarmKinds: { name: 'the choice of alarms' },
  assignedUser: { name: 'the assigned user' },
  authority: { name: 'the address for signing in', form: thisComputer },
  backupFolder: { name: 'the second place for backups' },
  batchName: { name: 'the name of the batch' },
  benches: { name: 'the list of benches' },
  benchName: { name: 'the bench of this computer' },
  clientId: {
    name: 'the application (client) ID',
    form: 'written as in Entra, such as 0f8fad5b-d9cb-469f-a165-70867728950e',
  },
  cloud: { name: 'the cloud' },
  colour: { name: 'the colour' },
  comment: { name: 'the comment' },
  correlationId: { name: 'the correlation ID', form: 'a GUID' },
  confirmedAddress: { name: 'the repeated address' },
  confirmedCount: { name: 'the repeated number of devices' },
  confirmedSerialNumber: { name: 'the repeated serial number' },
  density: { name: 'the height of table rows' },
  deviceName: { name: 'the device name' },
  deviceLink: { name: 'the DeviceLink' },
  directoryId: { name: 'the directory (tenant) ID' },
  displayName: { name: 'the name of the user' },
  elapsedMs: { name: 'the elapsed time', unit: { word: 'hours', per: HOUR_MS } },
  errorCode: { name: 'the error code' },
  flowMinutes: { name: 'the time for a technician flow', unit: { word: 'minutes', per: 1 } },
  from: { name: 'the beginning of the span', form: 'such as 2026-11-17T06:00' },
  to: { name: 'the end of the span', form: 'such as 2026-11-17T14:30' },
  firstNumber: { name: 'the first number' },
  file: { name: 'the backup', form: 'the path of a file' },
  folder: { name: 'the folder', form: 'the path of a folder' },
  format: { name: 'the format' },
  graphRoot: { name: 'the address of Graph', form: thisComputer },
  groupTag: { name: 'the group tag' },
  createdFrom: { name: 'the first day of the import', form: DAY },
  createdUntil: { name: 'the last day of the import', form: DAY },
  resealedFrom: { name: 'the first day of the reseal', form: DAY },
  resealedUntil: { name: 'the last day of the reseal', form: DAY },
  useByFrom: { name: 'the first day of use', form: DAY },
  useByUntil: { name: 'the last day of use', form: DAY },
  head: { name: 'the head of the audit log', form: 'written as it was printed, such as 5000:1eae90b0' },
  keepHashesDays: { name: 'the time that hashes are kept', unit: { word: 'days', per: 1 } },
  keepHistoryYears: { name: 'the time that histories are kept', unit: { word: 'years', per: 1 } },
  keepUsersDays: { name: 'the time that users are kept', unit: { word: 'days', per: 1 } },
  code: { name: 'the choice of codes' },
  dpi: { name: 'the dots per inch of the printer' },
  heightMm: { name: 'the height of the label', unit: { word: 'mm', per: 1 } },
  widthMm: { name: 'the width of the label', unit: { word: 'mm', per: 1 } },
  sheet: { name: 'the sheet of labels' },
  start: { name: 'the first label of the sheet' },
  labelAs: { name: 'the choice of file or printer' },
  labelCode: { name: 'the choice of codes' },
  labelDpi: { name: 'the dots per inch of the printer' },
  labelFields: { name: 'the choice of fields' },
  labelSheet: { name: 'the sheet of labels' },
  printerHost: { name: 'the address of the label printer' },
  printerPort: { name: 'the port of the label printer' },
  labelHeightMm: { name: 'the height of the label', unit: { word: 'mm', per: 1 } },
  labelWidthMm: { name: 'the width of the label', unit: { word: 'mm', per: 1 } },
  labName: { name: 'the lab name' },
  language: { name: 'the language' },
  manufacturer: { name: 'the maker' },
  model: { name: 'the model' },
  name: { name: 'the name' },
  note: { name: 'the note' },
  oobe: { name: 'the OOBE setting', form: 'a sum of its numbers, such as 28' },
  orderNumber: { name: 'the order number' },
  overrideReason: { name: 'the reason for starting' },
  pattern: { name: 'the device name' },
  privateKeyFile: { name: 'the path of the PEM file' },
  productKeyId: { name: 'the product key ID' },
  profileName: { name: 'the name of the profile' },
  purchaseOrder: { name: 'the purchase order' },
  reason: { name: 'the reason' },
  region: { name: 'the region' },
  quietFrom: { name: 'the beginning of the quiet hours', form: 'such as 20:00' },
  quietUntil: { name: 'the end of the quiet hours', form: 'such as 06:00' },
  rule: { name: 'the rule' },
  resealWithinMinutes: { name: 'the time until the reseal', unit: { word: 'minutes', per: 1 } },
  scannerPrefix: { name: 'the text before every code' },
  scannerSuffix: { name: 'the text after every code' },
  search: { name: 'the search text' },
  serialNumber: { name: 'the serial number' },
  speed: { name: 'the speed of the practice tenant' },
  shelf: { name: 'the shelf', form: 'up to 20 characters' },
  shelves: { name: 'the list of shelves' },
  technicianInitials: { name: 'the field for your initials' },
  tenantDomain: { name: 'the tenant domain', form: 'such as contoso.onmicrosoft.com' },
  text: { name: 'the text' },
  theme: { name: 'the theme' },
  thumbprintSha256: { name: 'the SHA-256 thumbprint' },
  typed: { name: 'the recovery key or passphrase' },
  userContact: { name: 'whom users call' },
  userPrincipalName: { name: 'the user' },
  value: { name: 'the new value' },
} as const satisfies Partial<Record<InputField, Entered>>;

/** What the page or the command line brings along: that it is wrong is seldom the person's fault. */
const broughtAlong = {
  forPrinter: 'the choice to show it as the printer prints',
  actId: 'the name of the act',
  acceptsDoubts: 'the answer to the doubts',
  acceptsLoss: 'the answer to what is lost',
  addresses: 'the set of addresses',
  after: 'the device scanned before',
  again: 'the choice to run again',
  alarmNotifications: 'the choice of system notifications',
  alarmSounds: 'the choice of alarm sounds',
  appsSeen: 'the answer about the apps',
  apply: 'the choice to record the scan',
  attended: 'the choice to keep the import',
  autopilot: 'the Autopilot record',
  base64: 'the piece of the file',
  before: 'the text before',
  batchId: 'the ID of the batch',
  bench: 'the choice of bench statuses',
  bom: 'the choice of the mark in front',
  bytes: 'the piece of the file',
  captureId: 'the number of the capture',
  certificate: 'the certificate',
  checklistsAtStart: 'the choice of checklists',
  columns: 'the list of columns',
  computerAccount: 'the computer account',
  confirmed: 'the answer',
  contactTold: 'the last contact of the Intune record',
  depth: 'how much is read',
  descending: 'the direction of the order',
  deviceId: 'the ID of the device',
  deviceIds: 'the selection of devices',
  devices: 'the list of devices',
  deviceLinkBeta: 'the choice to use DeviceLinks',
  differsFromMicrosoft: 'the choice of devices that differ from Microsoft',
  enrollment: 'the choice of enrollment statuses',
  failed: 'the choice of what failed',
  field: 'the field',
  fields: 'the selection of properties',
  fileId: 'the ID of the file',
  fileName: 'the name of the file',
  filter: 'the filter',
  fileIds: 'the selection of files',
  groupedBy: 'what the list is divided by',
  groupTags: 'the choice of group tags',
  hasUpdatesOff: 'the choice to leave updates off',
  hasUser: 'whether the Intune record has a user',
  id: 'the ID',
  initials: 'the initials',
  insists: 'the choice to insist',
  isAssigned: 'whether it has a user',
  isForBatch: 'whether it is for a batch',
  isForced: 'the choice to require joining',
  isKept: 'the choice to keep it',
  isTouring: 'the choice to take the tour',
  joinType: 'the join type',
  ids: 'the selection',
  included: 'the choice to take rows in',
  intune: 'the Intune record',
  itemId: 'the step of the checklist',
  keys: 'the list of alarms',
  leaveOut: 'the choice of lines to leave out',
  limit: 'the number of entries asked for',
  line: 'the number of the line',
  manufacturers: 'the choice of makers',
  managedDeviceId: 'the ID of the Intune record',
  models: 'the choice of models',
  method: 'the way of signing in',
  mood: 'the way of answering',
  nextSteps: 'the choice of next steps',
  old: 'the old hash',
  offset: 'the number of the first entry',
  order: 'the order of the rows',
  open: 'the choice of open checklists',
  overwrite: 'the choice of lines to overwrite',
  overwrites: 'the choice to overwrite',
  paper: 'the size of the paper',
  paused: 'the choice to pause',
  permission: 'the permission',
  phase: 'the phase of the ESP',
  piece: 'the number of the piece',
  profileNames: 'the choice of profiles',
  previewId: 'the ID of the import',
  profile: 'the choice of profile statuses',
  profileId: 'the ID of the profile',
  purpose: 'the choice of what it is for',
  queueColumns: 'the choice of columns',
  question: 'the question',
  recent: 'the new hash',
  registration: 'the choice of registration statuses',
  reseal: 'the choice of reseal statuses',
  result: 'the result of the technician flow',
  rowId: 'the number of the row',
  rowIds: 'the selection of rows',
  rows: 'the selection of rows',
  scansEndBy: 'the end of a code',
  scope: 'the choice of devices',
  showHash: 'the choice to show the hash',
  shown: 'what was shown',
  sizeBytes: 'the size of the file',
  scenario: 'the scenario',
  scenarios: 'the choice of scenarios',
  skipsConnectivityCheck: 'the choice to skip the connectivity check',
  sort: 'the order',
  sounds: 'the choice of sounds',
  options: 'the wording of the checklist',
  title: 'the title',
  version: 'the version',
  content: 'the content of the file',
  windows: 'the version of Windows',
  network: 'the way to the network',
  startUnknown: 'the choice to keep a result without a start',
  state: 'the state of the step',
  states: 'the choice of states',
  statuses: 'the choice of statuses',
  step: 'the step',
  subject: 'the subject',
  target: 'the target',
  templateId: 'the checklist',
  tenantId: 'the ID of the tenant',
  thumbnail: 'the small picture',
  toLeave: 'the choice to deregister',
  ztdId: 'the ZTDID',
  ztdIds: 'the selection of ZTDIDs',
  users: 'the choice of users',
  onlyFirst: 'the choice to show the first alone',
  values: 'the set of values',
  withCodes: 'the choice to print codes',
  withUsers: 'the choice to name users',
  withPhotos: 'the choice to show photos',
} as const satisfies Record<Exclude<InputField, keyof typeof entered>, string>;

const words = new Map<string, FieldWords>();
for (const [field, word] of Object.entries<Entered>(entered)) words.set(field, { ...word, isEntered: true });
for (const [field, name] of Object.entries(broughtAlong)) words.set(field, { name, isEntered: false });

const request: FieldWords = { name: 'the request', isEntered: false };

/** How a person knows the field at a path of a procedure's input; of a list, also the place in it. */
export function inputField(path: readonly PropertyKey[]): FieldWords {
  const field = path.findLast((key) => typeof key === 'string');
  const found = field === undefined ? request : (words.get(field) ?? { name: `“${field}”`, isEntered: false });
  const place = path.at(-1);
  return typeof place === 'number' ? { ...found, name: `entry ${place + 1} of ${found.name}` } : found;
}
