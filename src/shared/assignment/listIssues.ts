import { neutralFormatter } from '../format/neutralFormatter.ts';
import { error, factOf, info, warning, type Abouts, type FactsOf, type KindsOf } from '../intake/issueCatalogue.ts';
import { quotedWords } from '../intake/quotedWords.ts';

interface Line {
  readonly line: number;
}

/** What a short reason calls each property. */
const shortNames = {
  assignedUser: 'user',
  groupTag: 'group tag',
  deviceName: 'name',
  purchaseOrder: 'purchase order',
} as const;
type Property = keyof typeof shortNames;

/** Every code that a list of changes can give for one of its lines, and its words. */
export const LIST_ISSUES = {
  'list.otherValue': info(
    'The device has another value that came from somebody else: a list spares it unless a person overwrites it.',
    ({ field }: { readonly field: Property }) => `another ${shortNames[field]}`,
  ),
  'list.ownEntry': info('The value that is replaced was entered here by the same person.', () => 'our own entry'),
  'list.nothingToChange': info('The line names a device and no value for it.', () => 'no value in this line'),
  'list.alike': info(
    'The same device with the same values stands in an earlier line.',
    ({ line }: Line) => `the same as line ${neutralFormatter.number(line)}`,
  ),
  'list.contradiction': error(
    'The same device stands in several lines with different values.',
    ({ line }: Line) => `Line ${neutralFormatter.number(line)} names the device too, with other values. Keep one.`,
  ),
  'list.sameName': error(
    'Two devices of the list would get the same name.',
    ({ line }: Line) => `Line ${neutralFormatter.number(line)} gives the same name. Change one.`,
  ),
  'list.noSerialNumber': error('The line names no device.', () => 'The line has no serial number. Write one into it.'),
  'list.several': error(
    'Several devices in the queue have the serial number: which one is meant is not guessed.',
    ({ devices }: { readonly devices: number }) =>
      `${neutralFormatter.number(devices)} devices have this serial number. Change them on their own pages.`,
  ),
  'list.otherTenant': warning(
    'The device is in the queue of another customer.',
    ({ tenant }: { readonly tenant: string }) => `It belongs to ${tenant}.`,
  ),
  'list.unusedColumns': warning(
    'Columns of the list hold values that are not used.',
    ({ names }: { readonly names: readonly string[] }) =>
      `Not used, since it is not known what they hold: ${quotedWords(names)}. Give them a heading such as Group tag or Assigned user.`,
  ),
} as const;

type Kinds = typeof LIST_ISSUES;
const kinds: KindsOf<Kinds> = LIST_ISSUES;

export type ListIssue = FactsOf<Kinds>;

/** What is to be said of a line of a list; `field` is the property or `serialNumber`. */
export function listIssue<Code extends keyof Kinds>(
  code: Code,
  field: Property | 'serialNumber',
  ...about: Abouts<Kinds>[Code]
) {
  return factOf<Code, Abouts<Kinds>[Code]>(code, kinds[code], field, about);
}
