import { FIELD_NAMES } from './fieldNames.ts';
import { checkDeviceName } from '../assignment/deviceName.ts';
import { checkGroupTag } from '../assignment/groupTag.ts';
import { isPlaceholder } from './placeholderSerials.ts';
import { checkUserPrincipalName } from '../assignment/userPrincipalName.ts';
import type { HardwareHashFields } from '../hashes/readFields.ts';
import { neutralFormatter } from '../format/neutralFormatter.ts';
import { cleanText } from './cleanText.ts';
import { checkDeviceLink } from './deviceLink.ts';
import { isCutByExcel, isScientific, lostZeros } from './excelDamage.ts';
import { isSecretText, withoutSecrets } from './hashText.ts';
import { intakeIssue } from './intakeIssues.ts';
import type { Finding, Issue } from './issue.ts';
import type { RowField, SourceRow } from './sourceRow.ts';
import { mayLackHash, type DialectName, type EditableField, type RowStatus } from './vocabulary.ts';

/** What the inspection of a row's hash came to; the hash itself is kept elsewhere. */
export interface HashCheck {
  readonly state: 'valid' | 'suspect' | 'invalid';
  readonly characters: number;
  readonly checksum: 'ok' | 'mismatch' | 'missing';
  readonly issues: readonly Issue[];
  readonly fields: HardwareHashFields;
}

export type RowValues = Readonly<Record<EditableField, string | null>>;

export interface CheckedRow {
  readonly values: RowValues;
  readonly issues: readonly Issue[];
}

/** Longer than any text that belongs into a row; Microsoft's own limits are far below. */
const LONGEST_VALUE = 512;

/**
 * Judges a row by itself: its text, its hash, and whether the two agree. What the file leaves out is filled from the
 * hash. Repeats and what the queue knows are judged elsewhere.
 */
export function checkRow(source: SourceRow, hash: HashCheck | null, dialect: DialectName): CheckedRow {
  const issues: Issue[] = [...source.issues];
  const clean = (field: EditableField): string | null => cleanField(source, field, issues);
  const typed: RowValues = {
    serialNumber: clean('serialNumber'),
    manufacturer: clean('manufacturer'),
    model: clean('model'),
    productKeyId: clean('productKeyId'),
    groupTag: clean('groupTag'),
    assignedUser: clean('assignedUser'),
    deviceName: clean('deviceName'),
  };
  const fromHash = hash?.fields ?? null;
  // What stands before the damage of a hash helps to recognise the device, but proves nothing.
  const trusted = hash === null || hash.state === 'invalid' ? null : hash.fields;
  const values: RowValues = {
    ...typed,
    serialNumber: typed.serialNumber ?? cleanText(fromHash?.serialNumber ?? undefined),
    manufacturer: typed.manufacturer ?? cleanText(fromHash?.manufacturer ?? undefined),
    model: typed.model ?? cleanText(fromHash?.productName ?? undefined),
    productKeyId: typed.productKeyId ?? cleanText(fromHash?.productKeyId ?? undefined),
  };
  if (hash !== null) issues.push(...hash.issues);
  if (hash?.state === 'invalid' && isCutByExcel(hash.characters)) issues.push(cutByExcel(hash.characters));
  checkIdentity(values, hash, source, dialect, issues);
  checkSerialNumber(typed.serialNumber, values.serialNumber, trusted, dialect, issues);
  checkProductKeyId(typed.productKeyId, trusted, issues);
  checkSame('manufacturer', typed.manufacturer, trusted?.manufacturer ?? null, issues);
  checkSame('model', typed.model, trusted?.productName ?? null, issues);
  if (dialect === 'devicelink') {
    issues.push(checkDeviceLink(source.text.deviceLink, values.serialNumber) ?? deviceLinkKept);
  }
  if (values.groupTag !== null) addFinding(checkGroupTag(values.groupTag), 'groupTag', issues);
  if (values.assignedUser !== null) addFinding(checkUserPrincipalName(values.assignedUser), 'assignedUser', issues);
  if (values.deviceName !== null) addFinding(checkDeviceName(values.deviceName), 'deviceName', issues);
  return { values, issues };
}

const deviceLinkKept = intakeIssue(
  'deviceLink.kept',
  'serialNumber',
  'Its DeviceLink is kept with the device. Once DeviceLinks are switched on in the settings, the device can be associated.',
);

/** An error rejects the row; a warning that was not mended makes a person look. */
export function statusOf(issues: readonly Issue[]): RowStatus {
  let status: RowStatus = 'ready';
  for (const { severity, repair } of issues) {
    if (severity === 'error') return 'rejected';
    if (severity !== 'warning') continue;
    if (repair === undefined) status = 'suspect';
    else if (status === 'ready') status = 'repaired';
  }
  return status;
}

function cleanField({ text }: SourceRow, field: EditableField, issues: Issue[]): string | null {
  const raw = text[field];
  const value = cleanText(raw);
  if (value === null || raw === undefined) return value;
  const name = FIELD_NAMES[field];
  if (isSecretText(value)) {
    issues.push(
      intakeIssue(
        'text.too-long',
        field,
        `The ${name} has ${neutralFormatter.number(value.length)} characters and may be part of a hash, so it is not shown. Correct it.`,
      ),
    );
    return null;
  }
  if (value.length > LONGEST_VALUE) {
    const message = `The ${name} has ${neutralFormatter.number(value.length)} characters, more than belong there. Correct it.`;
    issues.push(intakeIssue('text.too-long', field, message));
    return value.slice(0, LONGEST_VALUE);
  }
  if (value !== raw) {
    const message = `Blanks or invisible characters around or inside the ${name} were removed.`;
    issues.push(intakeIssue('text.cleaned', field, message, 'Removed.'));
  }
  if (value.includes('\uFFFD')) {
    const message = `The ${name} holds a character that could not be read. Compare it with the device.`;
    issues.push(intakeIssue('text.lost-characters', field, message));
  }
  return value;
}

/** Whether the row names a device at all, in a way that its layout allows. */
function checkIdentity(
  values: RowValues,
  hash: HashCheck | null,
  { issues: found }: SourceRow,
  dialect: DialectName,
  issues: Issue[],
): void {
  if (hash !== null || found.some(({ severity }) => severity === 'error')) return;
  if (!mayLackHash(dialect)) {
    const message = 'The row has no hardware hash. Export it on the device.';
    issues.push(intakeIssue('row.no-hash', 'hardwareHash', message));
    return;
  }
  const hasTuple = values.serialNumber !== null && values.manufacturer !== null && values.model !== null;
  const hasKey = dialect === 'partner-center' && values.productKeyId !== null;
  const hasSerial = dialect === 'devicelink' && values.serialNumber !== null;
  if (hasTuple || hasKey || hasSerial) return;
  const message =
    dialect === 'partner-center'
      ? 'The row needs a hash, a product key ID, or serial number, manufacturer and model. Add what is missing.'
      : 'The row needs serial number, manufacturer and model. Add what is missing.';
  issues.push(intakeIssue('row.no-identity', 'serialNumber', message));
}

function checkSerialNumber(
  typed: string | null,
  used: string | null,
  fromHash: HardwareHashFields | null,
  dialect: DialectName,
  issues: Issue[],
): void {
  const add = (code: Parameters<typeof intakeIssue>[0], message: string, repair?: string): void =>
    void issues.push(intakeIssue(code, 'serialNumber', message, repair));
  const inHash = cleanText(fromHash?.serialNumber ?? undefined);
  if (typed === null) {
    if (used !== null && hasSerialColumn(dialect)) {
      add('serialNumber.from-hash', 'The row has no serial number.', `Taken from the hash: ${used}`);
    }
    return;
  }
  if (isPlaceholder(typed)) {
    add('serialNumber.placeholder', `“${typed}” is a placeholder that many devices share, not a serial number.`);
  }
  if (inHash === null) {
    if (isScientific(typed)) {
      add('serialNumber.scientific', `Excel turned the serial number into “${typed}”. Correct it from the device.`);
    }
    return;
  }
  if (typed.toLowerCase() === inHash.toLowerCase()) return;
  const both = `the row says “${typed}”, the hash “${withoutSecrets(inHash)}”`;
  if (lostZeros(typed, inHash)) {
    add('serialNumber.lost-zeros', `Excel removed the zeros in front of the serial number: ${both}. Correct the row.`);
  } else if (isScientific(typed)) {
    add('serialNumber.scientific', `Excel turned the serial number into a number: ${both}. Correct the row.`);
  } else {
    add('serialNumber.mismatch', `The rows may have been mixed up: ${both}. Compare with the device.`);
  }
}

/** Layouts without a serial number of their own, and Partner Center, where it is optional beside a hash. */
function hasSerialColumn(dialect: DialectName): boolean {
  return dialect !== 'oa3-xml' && dialect !== 'bare-hash' && dialect !== 'partner-center';
}

function checkProductKeyId(typed: string | null, fromHash: HardwareHashFields | null, issues: Issue[]): void {
  if (typed === null) return;
  const add = (code: Parameters<typeof intakeIssue>[0], message: string): void =>
    void issues.push(intakeIssue(code, 'productKeyId', message));
  const inHash = cleanText(fromHash?.productKeyId ?? undefined);
  if (isScientific(typed)) {
    add('productKeyId.scientific', `Excel turned the product key ID into “${typed}”. Correct or remove it.`);
  } else if (inHash !== null && typed !== inHash) {
    const both = `the row says “${typed}”, the hash “${withoutSecrets(inHash)}”`;
    add('productKeyId.mismatch', `The product key IDs differ: ${both}. Compare with the device.`);
  }
}

function checkSame(
  field: 'manufacturer' | 'model',
  typed: string | null,
  inHash: string | null,
  issues: Issue[],
): void {
  const other = cleanText(inHash ?? undefined);
  if (typed === null || other === null || typed.toLowerCase() === other.toLowerCase()) return;
  const message = `The row says “${typed}”, the hash “${withoutSecrets(other)}”.`;
  issues.push(intakeIssue(`${field}.mismatch`, field, message));
}

function cutByExcel(characters: number): Issue {
  const message = `The hash ends after exactly ${neutralFormatter.number(characters)} characters, where Excel or a form cuts a cell. Use the original file.`;
  return intakeIssue('hash.cut-by-excel', 'hardwareHash', message);
}

function addFinding(finding: Finding | null, field: RowField, issues: Issue[]): void {
  if (finding !== null) issues.push({ ...finding, field });
}
