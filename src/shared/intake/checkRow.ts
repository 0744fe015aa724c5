import { checkDeviceName } from '../assignment/deviceName.ts';
import { checkGroupTag } from '../assignment/groupTag.ts';
import { notProductKeyId } from './notProductKeyId.ts';
import { isPlaceholder } from './placeholderSerials.ts';
import { checkUserPrincipalName } from '../assignment/userPrincipalName.ts';
import type { HashIssue } from '../hashes/hashIssues.ts';
import type { HardwareHashFields } from '../hashes/readFields.ts';
import { cleanText } from './cleanText.ts';
import { checkDeviceLink } from './deviceLink.ts';
import { isCutByExcel, isScientific, lostZeros } from './excelDamage.ts';
import { isSecretText, withoutSecrets } from './hashText.ts';
import { intakeIssue } from './intakeIssues.ts';
import type { SourceRow } from './sourceRow.ts';
import type { IssueFact } from './tellIssue.ts';
import { mayLackHash, type DialectName, type EditableField, type RowStatus } from './vocabulary.ts';

/** What the inspection of a row's hash came to; the hash itself is kept elsewhere. */
export interface HashCheck {
  readonly state: 'valid' | 'suspect' | 'invalid';
  readonly characters: number;
  readonly checksum: 'ok' | 'mismatch' | 'missing';
  readonly issues: readonly HashIssue[];
  readonly fields: HardwareHashFields;
}

export type RowValues = Readonly<Record<EditableField, string | null>>;

export interface CheckedRow {
  readonly values: RowValues;
  readonly issues: readonly IssueFact[];
}

/** Longer than any text that belongs into a row; Microsoft's own limits are far below. */
const LONGEST_VALUE = 512;

/**
 * Judges a row by itself: its text, its hash, and whether the two agree. What the file leaves out is filled from the
 * hash. Repeats and what the queue knows are judged elsewhere.
 */
export function checkRow(source: SourceRow, hash: HashCheck | null, dialect: DialectName): CheckedRow {
  const issues: IssueFact[] = [...source.issues];
  const clean = (field: EditableField): string | null => cleanField(source, field, issues);
  const fromHash = hash?.fields ?? null;
  const typed: RowValues = {
    serialNumber: clean('serialNumber'),
    manufacturer: clean('manufacturer'),
    model: clean('model'),
    productKeyId: onlyProductKeyId(clean('productKeyId'), fromHash?.productKeyId ?? null, issues),
    groupTag: clean('groupTag'),
    assignedUser: clean('assignedUser'),
    deviceName: clean('deviceName'),
    purchaseOrder: clean('purchaseOrder'),
  };
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
  if (hash?.state === 'invalid' && isCutByExcel(hash.characters)) {
    issues.push(intakeIssue('hash.cut-by-excel', 'hardwareHash', { characters: hash.characters }));
  }
  checkIdentity(values, hash, source, dialect, issues);
  checkSerialNumber(typed.serialNumber, values.serialNumber, trusted, dialect, issues);
  checkProductKeyId(typed.productKeyId, trusted, issues);
  checkSame('manufacturer', typed.manufacturer, trusted?.manufacturer ?? null, issues);
  checkSame('model', typed.model, trusted?.productName ?? null, issues);
  if (dialect === 'devicelink') {
    issues.push(checkDeviceLink(source.text.deviceLink, values.serialNumber) ?? deviceLinkKept);
  }
  if (values.groupTag !== null) addFound(checkGroupTag(values.groupTag), issues);
  if (values.assignedUser !== null) addFound(checkUserPrincipalName(values.assignedUser), issues);
  if (values.deviceName !== null) addFound(checkDeviceName(values.deviceName), issues);
  return { values, issues };
}

const deviceLinkKept = intakeIssue('deviceLink.kept', 'serialNumber');

/** An error rejects the row; a warning that was not mended makes a person look. */
export function statusOf(issues: readonly IssueFact[]): RowStatus {
  let status: RowStatus = 'ready';
  for (const { severity, isMended } of issues) {
    if (severity === 'error') return 'rejected';
    if (severity !== 'warning') continue;
    if (!isMended) status = 'suspect';
    else if (status === 'ready') status = 'repaired';
  }
  return status;
}

function cleanField({ text }: SourceRow, field: EditableField, issues: IssueFact[]): string | null {
  const raw = text[field];
  const value = cleanText(raw);
  if (value === null || raw === undefined) return value;
  const characters = value.length;
  if (isSecretText(value)) {
    issues.push(intakeIssue('text.too-long', field, { field, characters, isHidden: true }));
    return null;
  }
  if (characters > LONGEST_VALUE) {
    issues.push(intakeIssue('text.too-long', field, { field, characters, isHidden: false }));
    return value.slice(0, LONGEST_VALUE);
  }
  if (value !== raw) issues.push(intakeIssue('text.cleaned', field, { field }));
  if (value.includes('\uFFFD')) issues.push(intakeIssue('text.lost-characters', field, { field }));
  return value;
}

/** Whether the row names a device at all, in a way that its layout allows. */
function checkIdentity(
  values: RowValues,
  hash: HashCheck | null,
  { issues: found }: SourceRow,
  dialect: DialectName,
  issues: IssueFact[],
): void {
  if (hash !== null || found.some(({ severity }) => severity === 'error')) return;
  if (!mayLackHash(dialect)) {
    issues.push(intakeIssue('row.no-hash', 'hardwareHash'));
    return;
  }
  const hasTuple = values.serialNumber !== null && values.manufacturer !== null && values.model !== null;
  const hasKey = dialect === 'partner-center' && values.productKeyId !== null;
  const hasSerial = dialect === 'devicelink' && values.serialNumber !== null;
  if (hasTuple || hasKey || hasSerial) return;
  issues.push(intakeIssue('row.no-identity', 'serialNumber', { mayHaveHash: dialect === 'partner-center' }));
}

function checkSerialNumber(
  typed: string | null,
  used: string | null,
  fromHash: HardwareHashFields | null,
  dialect: DialectName,
  issues: IssueFact[],
): void {
  const inHash = cleanText(fromHash?.serialNumber ?? undefined);
  if (typed === null) {
    if (used !== null && hasSerialColumn(dialect)) {
      issues.push(intakeIssue('serialNumber.from-hash', 'serialNumber', { serialNumber: used }));
    }
    return;
  }
  // What Excel left of a serial number may look like a placeholder; the hash knows better.
  if (isPlaceholder(typed) && !(inHash !== null && lostZeros(typed, inHash))) {
    issues.push(intakeIssue('serialNumber.placeholder', 'serialNumber', { serialNumber: typed }));
  }
  if (inHash === null) {
    if (isScientific(typed)) {
      issues.push(intakeIssue('serialNumber.scientific', 'serialNumber', { row: typed, hash: null }));
    }
    return;
  }
  if (typed.toLowerCase() === inHash.toLowerCase()) return;
  const both = { row: typed, hash: withoutSecrets(inHash) };
  if (lostZeros(typed, inHash)) issues.push(intakeIssue('serialNumber.lost-zeros', 'serialNumber', both));
  else if (isScientific(typed)) issues.push(intakeIssue('serialNumber.scientific', 'serialNumber', both));
  else issues.push(intakeIssue('serialNumber.mismatch', 'serialNumber', both));
}

/** Layouts without a serial number of their own, and Partner Center, where it is optional beside a hash. */
function hasSerialColumn(dialect: DialectName): boolean {
  return dialect !== 'oa3-xml' && dialect !== 'bare-hash' && dialect !== 'partner-center';
}

/** The value where it may be a product key ID; what is none is said, and not used. */
function onlyProductKeyId(value: string | null, inHash: string | null, issues: IssueFact[]): string | null {
  const kind = value === null ? null : notProductKeyId(value, inHash);
  if (value === null || kind === null) return value;
  issues.push(
    kind === 'product-key'
      ? intakeIssue('productKeyId.product-key', 'productKeyId')
      : intakeIssue(`productKeyId.${kind}`, 'productKeyId', { row: value }),
  );
  return null;
}

function checkProductKeyId(typed: string | null, fromHash: HardwareHashFields | null, issues: IssueFact[]): void {
  if (typed === null) return;
  const inHash = cleanText(fromHash?.productKeyId ?? undefined);
  if (isScientific(typed)) {
    issues.push(intakeIssue('productKeyId.scientific', 'productKeyId', { row: typed }));
  } else if (inHash !== null && typed !== inHash) {
    const both = { row: typed, hash: withoutSecrets(inHash) };
    issues.push(intakeIssue('productKeyId.mismatch', 'productKeyId', both));
  }
}

function checkSame(
  field: 'manufacturer' | 'model',
  typed: string | null,
  inHash: string | null,
  issues: IssueFact[],
): void {
  const other = cleanText(inHash ?? undefined);
  if (typed === null || other === null || typed.toLowerCase() === other.toLowerCase()) return;
  issues.push(intakeIssue(`${field}.mismatch`, field, { row: typed, hash: withoutSecrets(other) }));
}

function addFound(issue: IssueFact | null, issues: IssueFact[]): void {
  if (issue !== null) issues.push(issue);
}
