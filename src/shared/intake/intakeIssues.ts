import type { DonorRelation } from '../boards/donorMark.ts';
import { neutralFormatter } from '../format/neutralFormatter.ts';
import { FIELD_NAMES } from './fieldNames.ts';
import { FILE_ISSUES } from './fileIssues.ts';
import { error, factOf, info, warning, type Abouts, type FactsOf, type KindsOf } from './issueCatalogue.ts';
import { shortened } from './hashText.ts';
import { quotedWords } from './quotedWords.ts';
import type { SpreadsheetDamage, TextMark } from './spreadsheetDamage.ts';
import type { RowField } from './vocabulary.ts';

const MOST_SHOWN_CHARACTERS = 200;
const ACCEPTED = 'Accepted, the change is sent to Microsoft; correct the cell to leave it as it is.';

const DAMAGE_WORDS: Readonly<Record<SpreadsheetDamage, string>> = {
  scientific: 'turned into a number',
  'lost-zeros': 'removed the zeros in front of',
  rounded: 'kept only 15 digits of',
  thousands: 'put separators between the thousands of',
  date: 'turned into a date or a time',
  number: 'turned into a number',
};

interface OfField {
  readonly field: RowField;
}
/** What the row and its hash say, fit to be shown. */
interface Both {
  readonly row: string;
  readonly hash: string;
}
/** What a spreadsheet left, and what the hash says where there is one. */
interface Damaged {
  readonly row: string;
  readonly hash: string | null;
  /** Whether the hash proves that the row said the same. */
  readonly isMended: boolean;
}
interface Marked {
  readonly mark: TextMark;
  readonly read: string;
  readonly isProven: boolean;
}
interface ExtraValues {
  readonly values: readonly string[];
  /** The fields that took them; null where nothing could be made of them. */
  readonly takenAs: readonly RowField[] | null;
}
type DeviceLinkProblem =
  { readonly kind: 'unreadable' } | { readonly kind: 'other'; readonly row: string; readonly linked: string };
/** The row of a file that an issue refers to; `file` is null in the file of the row itself. */
interface Place {
  readonly line: number;
  readonly file: string | null;
}
/** The device, or the row, that has something in common with a row. */
export type Other =
  | (Place & { readonly kind: 'row' })
  /** `tenantName` is null in the tenant of the import. */
  | { readonly kind: 'device'; readonly device: string; readonly tenantName: string | null };
interface Known {
  readonly isTakenOff: boolean;
}
/** What the row wants of Microsoft, and what it holds. */
interface Differing {
  readonly wanted: string;
  readonly held: string | null;
}

const ROW_ISSUES = {
  'row.no-hash': error(
    'The row has no hardware hash, and its layout asks for one.',
    () => 'The row has no hardware hash. Export it on the device.',
  ),
  'row.no-identity': error(
    'Neither a hash, nor a product key ID, nor serial number with manufacturer and model.',
    ({ mayHaveHash }: { readonly mayHaveHash: boolean }) =>
      mayHaveHash
        ? 'The row needs a hash, a product key ID, or serial number, manufacturer and model. Add what is missing.'
        : 'The row needs serial number, manufacturer and model. Add what is missing.',
  ),
  'row.too-long': error(
    'The line is far longer than any row.',
    ({ characters }: { readonly characters: number }) =>
      `The line has ${neutralFormatter.number(characters)} characters, far more than a row. Export the file again.`,
  ),
  'row.unclosed-quote': warning(
    'A quotation mark opens a value and never closes it.',
    () => 'A quotation mark in this line opens a value and never closes it. Check every value of the row.',
  ),
  'row.extra-values': warning(
    'The row has more values than the header has names.',
    ({ values, takenAs }: ExtraValues) =>
      takenAs === null
        ? `The row has more values than columns: ${quotedWords(values).slice(0, MOST_SHOWN_CHARACTERS)}. Check what they are; they are not used.`
        : `The row has more values than the header has names: ${quotedWords(values)}.`,
    ({ takenAs }: ExtraValues) => takenAs && `Taken as ${takenAs.map((field) => FIELD_NAMES[field]).join(' and ')}.`,
  ),
  'row.columns-guessed': warning(
    'The value of each column was guessed; a person has to confirm the columns.',
    () => 'The columns of this file were guessed. Confirm what they hold.',
  ),
  'row.hash-in-other-field': warning(
    'A hardware hash stands in a column that is meant for something else.',
    ({ field }: OfField) =>
      `A hardware hash stands in the column of the ${FIELD_NAMES[field]}. Check that the columns were not swapped.`,
  ),
  'row.duplicate': warning(
    'An earlier row is the same device.',
    ({ capture, ...place }: Place & { readonly capture: 'newer' | 'older' | null }) =>
      `The same device as ${placeWords(place)}.${capture === null ? '' : ` This capture is ${capture}.`}`,
  ),
  'row.changed-board': warning(
    'An earlier row has the same serial number and another mainboard.',
    (place: Place) =>
      `The serial number of ${placeWords(place)}, but another mainboard (UUID or TPM). Keep the row of the board that is in the device.`,
  ),
  'identity.donor-board': warning(
    'The board (UUID and TPM key) belongs to another device.',
    ({ own, other }: { readonly own: string; readonly other: Other }) =>
      `This board belonged to ${otherWords(other)}, and is now in ${own}. Deregister ${
        other.kind === 'row' ? 'that device' : 'it'
      } first, or compare both with the devices; accepted, the row becomes a device of its own.`,
  ),
  'identity.shared-serial': warning(
    'Another device has the same serial number.',
    ({ other }: { readonly other: Other }) =>
      `Another device has this serial number: ${otherWords(other)}. What else is known differs, or does not tell which is meant. Accept the row to keep two devices, or correct it.`,
  ),
  'identity.uncertain': warning(
    'Whether the row is about a known device cannot be told.',
    ({ other }: { readonly other: Other }) =>
      `It may be the same device as ${otherWords(other)}, or another device: too little agrees to tell. Compare both; accept the row to keep two devices.`,
  ),
  'identity.shared-uuid': info(
    'Another device has the same UUID; serial number and TPM key tell them apart.',
    ({ other }: { readonly other: Other }) =>
      `The UUID is also that of ${otherWords(other)}. Serial number, TPM key or disk tell the two devices apart.`,
  ),
  'identity.never-again': warning(
    'The device, or the one that its mainboard (UUID or TPM key) comes from, is marked “never register again”.',
    ({ relation, other, why }: { readonly relation: DonorRelation; readonly other: string; readonly why: string }) =>
      relation === 'device'
        ? `${other} is marked “never register again” (${why}). It may come into the queue, but it is not registered before somebody lifts the mark.`
        : `The mainboard is that of ${other}, which is marked “never register again” (${why}). See that that device is deregistered; then this one can be registered.`,
  ),
  'text.cleaned': warning(
    'Blanks or invisible characters around or inside a value were removed.',
    ({ field }: OfField) => `Blanks or invisible characters around or inside the ${FIELD_NAMES[field]} were removed.`,
    () => 'Removed.',
  ),
  'text.direction': error(
    'A value holds a character that turns the direction of text around (U+202A to U+202E, U+2066 to U+2069).',
    ({ field }: OfField) =>
      `The ${FIELD_NAMES[field]} holds a character that turns the direction of text around, so that it shows something else than it holds. Type it anew.`,
  ),
  'text.formula': warning(
    'A value begins with =, +, - or @, which a spreadsheet computes when it opens an exported file.',
    ({ field, sign }: OfField & { readonly sign: string }) =>
      `The ${FIELD_NAMES[field]} begins with “${sign}”, as formulas do, which spreadsheets compute. It can be registered, but not written into a file. Compare it with the device or the order.`,
  ),
  'text.lost-characters': warning(
    'A value holds a character that could not be read.',
    ({ field }: OfField) =>
      `The ${FIELD_NAMES[field]} holds a character that could not be read. Compare it with the device.`,
  ),
  'text.too-long': error(
    'A value is longer than anything that belongs there.',
    ({ field, characters, isHidden }: OfField & { readonly characters: number; readonly isHidden: boolean }) => {
      const why = isHidden ? ' and may be part of a hash, so it is not shown' : ', more than belong there';
      return `The ${FIELD_NAMES[field]} has ${neutralFormatter.number(characters)} characters${why}. Correct it.`;
    },
  ),
  'serialNumber.from-hash': warning<[about: { readonly serialNumber: string }]>(
    'The row has no serial number; the one in the hash is used.',
    () => 'The row has no serial number.',
    ({ serialNumber }) => `Taken from the hash: ${serialNumber}`,
  ),
  'serialNumber.mismatch': warning(
    'The serial number of the row is not the one in the hash.',
    (both: Both) => `The rows may have been mixed up: ${bothWords(both)}. Compare with the device.`,
  ),
  'serialNumber.placeholder': warning(
    'The serial number is one that firmware gives by default.',
    ({ serialNumber }: { readonly serialNumber: string }) =>
      `“${serialNumber}” is a placeholder that many devices share, not a serial number.`,
  ),
  'serialNumber.scientific': warning(
    'A spreadsheet turned the serial number into a number; mended where the hash proves it.',
    (damaged: Damaged) =>
      `Excel or another spreadsheet turned the serial number into a number: ${damagedWords(damaged)}`,
    takenFromHash,
  ),
  'serialNumber.lost-zeros': warning(
    'A spreadsheet removed the zeros in front of the serial number; mended where the hash proves it.',
    (damaged: Damaged) =>
      `Excel or another spreadsheet removed the zeros in front of the serial number: ${damagedWords(damaged)}`,
    takenFromHash,
  ),
  'text.spreadsheet': warning(
    'A spreadsheet changed a value (15 digits, a date, separators between thousands); mended where the hash proves it.',
    ({ field, damage, ...damaged }: Damaged & OfField & { readonly damage: SpreadsheetDamage }) =>
      `Excel or another spreadsheet ${DAMAGE_WORDS[damage]} the ${FIELD_NAMES[field]}: ${damagedWords(damaged)}`,
    takenFromHash,
  ),
  'text.spreadsheet-mark': warning(
    'A value stands in a formula or behind an apostrophe, by which a spreadsheet keeps text; mended where the hash proves it.',
    ({ field, mark, read, isProven }: OfField & Marked) =>
      `The ${FIELD_NAMES[field]} stands ${mark === 'formula' ? 'in a formula' : 'behind an apostrophe'}, as spreadsheets such as Excel keep text. ${
        isProven
          ? 'The hash has the same value.'
          : `It was read as “${shortened(read)}”. Compare it with the device or the order.`
      }`,
    ({ read, isProven }: OfField & Marked) => (isProven ? `Read as “${shortened(read)}”.` : null),
  ),
  'productKeyId.mismatch': warning(
    'The product key ID of the row is not the one in the hash.',
    (both: Both) => `The product key IDs differ: ${bothWords(both)}. Compare with the device.`,
  ),
  'productKeyId.scientific': warning(
    'A spreadsheet turned the product key ID into a number; mended where the hash proves it.',
    (damaged: Damaged) =>
      `Excel or another spreadsheet turned the product key ID into a number: ${damagedWords(damaged)}`,
    takenFromHash,
  ),
  'productKeyId.product-id': info(
    'A Windows product ID stands where the product key ID belongs; it is not used.',
    ({ row }: { readonly row: string }) =>
      `“${row}” is a Windows product ID, and no product key ID: many devices share it. It is not used.`,
  ),
  // A licence key is not repeated.
  'productKeyId.product-key': info(
    'A Windows product key stands where the product key ID belongs; it is not used.',
    () => 'A Windows product key stands where the product key ID belongs. It is not used.',
  ),
  'productKeyId.placeholder': info(
    'A placeholder stands where the product key ID belongs; it is not used.',
    ({ row }: { readonly row: string }) => `“${row}” is a placeholder, and no product key ID. It is not used.`,
  ),
  'manufacturer.mismatch': info(
    'The manufacturer of the row is not the one in the hash.',
    ({ row, hash }: Both) => `The row says “${row}”, the hash “${hash}”.`,
  ),
  'model.mismatch': info(
    'The model of the row is not the one in the hash.',
    ({ row, hash }: Both) => `The row says “${row}”, the hash “${hash}”.`,
  ),
  'hash.cut-by-excel': error(
    'The hash has exactly as many characters as Excel or a form keeps of a cell.',
    ({ characters }: { readonly characters: number }) =>
      `The hash ends after exactly ${neutralFormatter.number(characters)} characters, where Excel or a form cuts a cell. Use the original file.`,
  ),
  'deviceLink.data': warning(
    'The DeviceLink data cannot be read, or belongs to another serial number.',
    (problem: DeviceLinkProblem) =>
      problem.kind === 'unreadable'
        ? 'The DeviceLink data of the row cannot be read. Export it on the device again.'
        : `The row says “${problem.row}”, its DeviceLink data “${problem.linked}”. Compare with the device.`,
  ),
  'deviceLink.kept': info(
    'The DeviceLink of the row is kept, so that the device can be associated (beta).',
    () =>
      'Its DeviceLink is kept with the device. Once DeviceLinks are switched on in the settings, the device can be associated.',
  ),
  'queue.known': info(
    'The device is in the queue; the row is a new capture of it.',
    ({ bringsCapture, ...known }: Known & { readonly bringsCapture: boolean }) =>
      `The device is ${knownWords(known)}; ${bringsCapture ? 'it gets this capture as well' : 'the row brings no hash'}.`,
  ),
  'queue.same-capture': info(
    'The device is in the queue with this very capture.',
    (known: Known) => `The device is ${knownWords(known)} with this capture already.`,
  ),
  'queue.registered': info(
    'The device is registered with Windows Autopilot already.',
    () => 'The device is registered with Windows Autopilot already.',
  ),
  'queue.older-capture': info(
    'The device in the queue has a newer capture; facts and the hash to register follow that.',
    ({ isOtherBoard, ...known }: Known & { readonly isOtherBoard: boolean }) =>
      `The device is ${knownWords(known)} with a newer capture. This one${isOtherBoard ? ', with another mainboard,' : ''} is kept beside it and changes nothing.`,
  ),
  'queue.taken-off': info(
    'The device was taken off the queue, and comes back to it.',
    () => 'The device was taken off the queue; it comes back with its captures and its history.',
  ),
  'queue.group-tag-differs': warning(
    'Microsoft holds another group tag; accepted, the change is sent.',
    ({ wanted, held }: Differing) =>
      `The row says group tag “${wanted}”, Microsoft holds ${heldWords(held)}. ${ACCEPTED}`,
  ),
  // Addresses of people are not repeated: reasons are also written into reports.
  'queue.user-differs': warning(
    'Microsoft holds another user; accepted, the change is sent.',
    ({ held }: { readonly held: 'nobody' | 'another' }) =>
      `The row names a user, Microsoft holds ${held === 'nobody' ? 'no user' : 'another user'}. ${ACCEPTED}`,
  ),
  'queue.name-differs': warning(
    'Microsoft holds another device name; accepted, the change is sent.',
    ({ wanted, held }: Differing) => `The row says name “${wanted}”, Microsoft holds ${heldWords(held)}. ${ACCEPTED}`,
  ),
  'queue.listed': info(
    'The tenant’s Autopilot list has the device already, the queue has not.',
    ({ groupTag }: { readonly groupTag: string | null }) =>
      `The tenant’s Autopilot list has this device already${groupTag === null ? '' : ` with group tag “${groupTag}”`}. It is followed once it is in the queue.`,
  ),
  'queue.other-tenant': info(
    'The device is in the queue of another tenant of this Reseal as well.',
    ({ tenantName }: { readonly tenantName: string }) =>
      `The device is in the queue of ${tenantName} as well. Two tenants cannot both register it: compare with the order.`,
  ),
  'queue.purchase-order-differs': info(
    'Microsoft holds another purchase order; both are kept.',
    ({ row, held }: { readonly row: string; readonly held: string }) =>
      `The row says purchase order “${row}”, Microsoft holds “${held}”. Both are kept: what Microsoft holds, only the partner who uploaded the device can change.`,
  ),
  'queue.changed-board': warning(
    'The device in the queue has the same serial number and another mainboard.',
    ({ isWithMicrosoft }: { readonly isWithMicrosoft: boolean }) => {
      const found = 'The queue has this serial number with another mainboard (UUID or TPM).';
      return isWithMicrosoft
        ? `${found} Accept it if the board was replaced; then deregister the device and register it again with the new hash.`
        : `${found} Accept it if the board was replaced; the new hash is the one to be registered.`;
    },
  ),
} as const;

type Kinds = typeof FILE_ISSUES & typeof ROW_ISSUES;

/** Every code that the reading of files gives, and its words; those of the hash itself stand in hashIssues.ts. */
export const INTAKE_ISSUES: Kinds = { ...FILE_ISSUES, ...ROW_ISSUES };

const kinds: KindsOf<Kinds> = INTAKE_ISSUES;

export type IntakeIssueCode = keyof Kinds;
export type IntakeIssue = FactsOf<Kinds>;

/** The fact that a file, a row or a value has an issue; `field` is the key of the row that it is about. */
export function intakeIssue<Code extends IntakeIssueCode>(
  code: Code,
  field: RowField | 'file',
  ...about: Abouts<Kinds>[Code]
) {
  return factOf<Code, Abouts<Kinds>[Code]>(code, kinds[code], field, about);
}

function damagedWords({ row, hash, isMended }: Damaged): string {
  if (hash === null) return `“${row}”. Correct it from the device.`;
  const both = bothWords({ row, hash });
  return isMended ? `${both}.` : `${both}. They do not fit together: compare with the device.`;
}

function takenFromHash({ hash, isMended }: Damaged): string | null {
  return isMended && hash !== null ? `Taken from the hash: ${hash}` : null;
}

function bothWords({ row, hash }: Both): string {
  return `the row says “${row}”, the hash “${hash}”`;
}

function placeWords({ line, file }: Place): string {
  return file === null ? `line ${line}` : `line ${line} of ${file}`;
}

function otherWords(other: Other): string {
  if (other.kind === 'row') return `the device in ${placeWords(other)}`;
  return other.tenantName === null ? other.device : `${other.device} in the queue of ${other.tenantName}`;
}

function knownWords({ isTakenOff }: Known): string {
  return isTakenOff ? 'known' : 'in the queue';
}

function heldWords(held: string | null): string {
  return held === null ? 'none' : `“${held}”`;
}
