import { devicesText } from './count.ts';
import { formatter } from './formatter.ts';

export const identifiersText = {
  upload: 'Upload corporate identifier',
  uploadMany: 'Upload corporate identifiers',
  changed: 'Some values are sent otherwise than the queue has them.',
  associate: 'Associate by its DeviceLink (beta)',
  associateMany: 'Associate by their DeviceLinks (beta)',
  betaIsOff: 'This beta is off. Settings turns it on.',
} as const;

/** What is said of a list of Microsoft’s that rows can be removed from. */
export interface HeldListText {
  readonly act: string;
  readonly otherwise: string;
  readonly title: (tenant: string) => string;
  readonly sentence: string;
  readonly none: string;
  readonly table: string;
  /** What the last column tells. */
  readonly when: string;
  readonly counts: (matching: number, selected: number) => string;
  readonly done: (rows: number) => string;
  readonly remove: (rows: number) => string;
  readonly removeTitle: (rows: number) => string;
  readonly removeSentence: (tenant: string) => string;
}

/** What all such lists say alike. */
export const heldListText = {
  never: 'The list has not been read yet. Reading changes nothing at Microsoft.',
  endedEarly: 'Microsoft’s list ended early; some may be missing.',
  search: 'Search serial number',
  state: 'State',
  anyState: 'Any state',
  noMatch: 'Nothing matches.',
  columns: { serialNumber: 'Serial number', manufacturer: 'Maker', model: 'Model', state: 'State' },
  toRemove: 'What is removed',
  typedSerial: (serialNumber: string) => `Type ${serialNumber} to confirm`,
  typedCount: (rows: number) => `Type ${rows} to confirm the number`,
  more: (rows: number) => `and ${formatter.number(rows)} more`,
} as const;

const identifiersCounted = (rows: number): string =>
  formatter.count(rows, 'corporate identifier', 'corporate identifiers');
const associationsCounted = (rows: number): string => formatter.count(rows, 'association', 'associations');
const counted =
  (words: (rows: number) => string) =>
  (matching: number, selected: number): string =>
    selected === 0 ? words(matching) : `${words(matching)}, ${formatter.number(selected)} chosen`;

export const heldIdentifiersText: HeldListText = {
  act: 'Corporate identifiers',
  otherwise: 'corporate identifiers enrolled not contacted importedDeviceIdentities device preparation',
  title: (tenant) => `Corporate identifiers of ${tenant}`,
  sentence:
    'Intune takes a device that has one for the company’s. They count at enrollment only, and only where personal devices are blocked.',
  none: 'The tenant has no corporate identifier.',
  table: 'Corporate identifiers',
  when: 'Last contact',
  counts: counted(identifiersCounted),
  done: (rows) => `${identifiersCounted(rows)} read.`,
  remove: (rows) => (rows === 0 ? 'Remove…' : `Remove ${identifiersCounted(rows)}…`),
  removeTitle: (rows) => `Remove ${identifiersCounted(rows)}?`,
  removeSentence: (tenant) =>
    `Exactly these are removed from ${tenant}. Devices that are enrolled stay so; others cannot enroll where personal devices are blocked.`,
};

export const associationsText: HeldListText = {
  act: 'Device associations (beta)',
  otherwise: 'devicelink association pre-associated tenantAssociatedDevices device preparation',
  title: (tenant) => `Devices associated with ${tenant}`,
  sentence:
    'These devices belong to the tenant by their DeviceLinks. At their first start device preparation takes them.',
  none: 'No device is associated with the tenant.',
  table: 'Device associations',
  when: 'Since',
  counts: counted(devicesText),
  done: (rows) => `${associationsCounted(rows)} read.`,
  remove: (rows) => (rows === 0 ? 'Remove…' : `Remove ${associationsCounted(rows)}…`),
  removeTitle: (rows) => `Remove ${associationsCounted(rows)}?`,
  removeSentence: (tenant) =>
    `Exactly these are removed from ${tenant}. Enrolled devices stay enrolled, and an enrolled device may be associated again by Intune.`,
};
