import { checkDeviceName } from '../assignment/deviceName.ts';
import { checkGroupTag } from '../assignment/groupTag.ts';
import { notProductKeyId } from './notProductKeyId.ts';
import { isOtherSerial } from '../hashes/isOtherSerial.ts';
import { isPlaceholder } from './placeholderSerials.ts';
import { checkUserPrincipalName } from '../assignment/userPrincipalName.ts';
import type { HashIssue } from '../hashes/hashIssues.ts';
import type { HardwareHashFields } from '../hashes/readFields.ts';
import { cleanText, turnsText } from './cleanText.ts';
import { checkDeviceLink } from './deviceLink.ts';
import {
  damageBetween,
  isCutByExcel,
  suspectedDamage,
  withoutTextMark,
  type SpreadsheetDamage,
} from './spreadsheetDamage.ts';
import { beginsFormula } from './formula.ts';
import { isSecretText, shortened } from './hashText.ts';
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
/** Longer than any identifier. */
const LONGEST_IDENTIFIER = 80;
const IDENTIFIERS: readonly EditableField[] = ['serialNumber', 'productKeyId', 'deviceName'];

/** The rules of a file that brings devices in; or of a list, whose rows only name devices that are there. */
export type RowRules = DialectName | 'list';

/**
 * Judges a row by itself: its text, its hash, and whether the two agree. What the file leaves out is filled from the
 * hash. Repeats and what the queue knows are judged elsewhere.
 */
export function checkRow(source: SourceRow, hash: HashCheck | null, dialect: RowRules): CheckedRow {
  const issues: IssueFact[] = [...source.issues];
  const fromHash = hash?.fields ?? null;
  // What stands before the damage of a hash helps to recognise the device, but proves nothing.
  const trusted = hash === null || hash.state === 'invalid' ? null : hash.fields;
  const clean = (field: EditableField, inHash: string | null = null): string | null =>
    cleanField(source, field, inHash, issues);
  const proof = {
    serialNumber: textInHash(trusted?.serialNumber),
    manufacturer: textInHash(trusted?.manufacturer),
    model: textInHash(trusted?.productName),
    productKeyId: textInHash(trusted?.productKeyId),
  };
  const typed: RowValues = {
    serialNumber: clean('serialNumber', proof.serialNumber),
    manufacturer: clean('manufacturer', proof.manufacturer),
    model: clean('model', proof.model),
    productKeyId: onlyProductKeyId(clean('productKeyId', proof.productKeyId), fromHash?.productKeyId ?? null, issues),
    groupTag: clean('groupTag'),
    assignedUser: clean('assignedUser'),
    deviceName: clean('deviceName'),
    purchaseOrder: clean('purchaseOrder'),
  };
  const values: RowValues = {
    ...typed,
    serialNumber: mendedOf(typed.serialNumber, proof.serialNumber) ?? textInHash(fromHash?.serialNumber),
    manufacturer: typed.manufacturer ?? textInHash(fromHash?.manufacturer),
    model: typed.model ?? textInHash(fromHash?.productName),
    productKeyId: mendedOf(typed.productKeyId, proof.productKeyId) ?? textInHash(fromHash?.productKeyId),
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

/** A text of the hash's own records, which is shown like any other. */
function textInHash(text: string | null | undefined): string | null {
  const value = cleanText(text ?? undefined);
  return value === null || isSecretText(value) ? null : value.slice(0, LONGEST_VALUE);
}

/** The value as the hash has it, where a spreadsheet made the other of it; else the value as it is. */
function mendedOf(value: string | null, inHash: string | null): string | null {
  return value !== null && inHash !== null && damageBetween(value, inHash) !== null ? inHash : value;
}

function isProven(value: string, inHash: string | null): boolean {
  return inHash !== null && (isSame(value, inHash) || damageBetween(value, inHash) !== null);
}

function isSame(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}

function cleanField(
  { text }: SourceRow,
  field: EditableField,
  inHash: string | null,
  issues: IssueFact[],
): string | null {
  const raw = text[field];
  const value = cleanText(raw);
  if (value === null || raw === undefined) return value;
  const characters = value.length;
  if (isSecretText(value)) {
    issues.push(intakeIssue('text.too-long', field, { field, characters, isHidden: true }));
    return null;
  }
  if (characters > (IDENTIFIERS.includes(field) ? LONGEST_IDENTIFIER : LONGEST_VALUE)) {
    issues.push(intakeIssue('text.too-long', field, { field, characters, isHidden: false }));
    return shortened(value);
  }
  const marked = withoutTextMark(value);
  if (marked !== null) {
    const { text: read, mark } = marked;
    issues.push(intakeIssue('text.spreadsheet-mark', field, { field, mark, read, isProven: isProven(read, inHash) }));
    return read === '' ? null : read;
  }
  if (turnsText(raw)) issues.push(intakeIssue('text.direction', field, { field }));
  else if (value !== raw) issues.push(intakeIssue('text.cleaned', field, { field }));
  if (beginsFormula(value)) issues.push(intakeIssue('text.formula', field, { field, sign: value.charAt(0) }));
  if (value.includes('\uFFFD')) issues.push(intakeIssue('text.lost-characters', field, { field }));
  return value;
}

/** Whether the row names a device at all, in a way that its layout allows. */
function checkIdentity(
  values: RowValues,
  hash: HashCheck | null,
  { issues: found }: SourceRow,
  dialect: RowRules,
  issues: IssueFact[],
): void {
  if (dialect === 'list') return;
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

/**
 * The serial number in a hash, where the row says another one; null where they agree, where one of them is missing, and where that of
 * the hash is only a placeholder of its firmware.
 */
export function otherSerialNumber(
  typed: string | null,
  hash: Pick<HashCheck, 'fields' | 'state'> | null,
): string | null {
  const inHash = hash === null || hash.state === 'invalid' ? null : textInHash(hash.fields.serialNumber);
  return isOtherSerial(inHash, typed) ? inHash : null;
}

function checkSerialNumber(
  typed: string | null,
  used: string | null,
  fromHash: HardwareHashFields | null,
  dialect: RowRules,
  issues: IssueFact[],
): void {
  if (typed === null) {
    if (used !== null && hasSerialColumn(dialect)) {
      issues.push(intakeIssue('serialNumber.from-hash', 'serialNumber', { serialNumber: used }));
    }
    return;
  }
  const inHash = textInHash(fromHash?.serialNumber);
  const damage = inHash === null ? null : damageBetween(typed, inHash);
  // What a spreadsheet left of a serial number may look like a placeholder; the hash knows better.
  if (damage === null && isPlaceholder(typed)) {
    issues.push(intakeIssue('serialNumber.placeholder', 'serialNumber', { serialNumber: typed }));
  }
  const suspected = suspectedDamage(typed);
  if (inHash === null) {
    if (suspected !== null) issues.push(spreadsheetIssue('serialNumber', suspected, typed, null, false));
    return;
  }
  if (isSame(typed, inHash)) return;
  const both = { row: typed, hash: shortened(inHash) };
  if (damage !== null) issues.push(spreadsheetIssue('serialNumber', damage, typed, both.hash, true));
  else if (suspected !== null) issues.push(spreadsheetIssue('serialNumber', suspected, typed, both.hash, false));
  else issues.push(intakeIssue('serialNumber.mismatch', 'serialNumber', both));
}

function spreadsheetIssue(
  field: 'serialNumber' | 'productKeyId',
  damage: SpreadsheetDamage,
  row: string,
  hash: string | null,
  isMended: boolean,
): IssueFact {
  const about = { row, hash, isMended };
  if (damage === 'scientific') return intakeIssue(`${field}.scientific`, field, about);
  if (damage === 'lost-zeros' && field === 'serialNumber') return intakeIssue('serialNumber.lost-zeros', field, about);
  return intakeIssue('text.spreadsheet', field, { field, damage, ...about });
}

/** Layouts without a serial number of their own, and Partner Center, where it is optional beside a hash. */
function hasSerialColumn(dialect: RowRules): boolean {
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
  const inHash = textInHash(fromHash?.productKeyId);
  const damage = inHash === null ? null : damageBetween(typed, inHash);
  const suspected = suspectedDamage(typed);
  if (damage !== null && inHash !== null) issues.push(spreadsheetIssue('productKeyId', damage, typed, inHash, true));
  else if (suspected !== null) issues.push(spreadsheetIssue('productKeyId', suspected, typed, inHash, false));
  else if (inHash !== null && typed !== inHash) {
    issues.push(intakeIssue('productKeyId.mismatch', 'productKeyId', { row: typed, hash: shortened(inHash) }));
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
  issues.push(intakeIssue(`${field}.mismatch`, field, { row: typed, hash: shortened(other) }));
}

function addFound(issue: IssueFact | null, issues: IssueFact[]): void {
  if (issue !== null) issues.push(issue);
}
