import { isSecretText, looksLikeHash, shortened, withoutSecrets } from './hashText.ts';
import { intakeIssue, type IntakeIssue } from './intakeIssues.ts';
import type { SourceRecord } from './recordReader.ts';
import type { SourceRow } from './sourceRow.ts';
import type { RowField } from './vocabulary.ts';
import type { IntakeColumn } from './vocabulary.ts';

/** A row and the text of its hash, which goes its own way so that nothing can show it by accident. */
export interface ReadRecord {
  readonly source: SourceRow;
  readonly hashText: string | null;
}

type Texts = Partial<Record<RowField, string>>;

/**
 * Reads a record by its columns. A hash that stands in a wrong column is taken from there, and said so.
 * `keep` makes of each value what may be kept for long.
 */
export function readRecord(
  record: SourceRecord,
  columns: readonly IntakeColumn[],
  keep: (value: string) => string,
): ReadRecord {
  const issues: IntakeIssue[] = [];
  if (record.problem === 'too-long') {
    issues.push(intakeIssue('row.too-long', 'hardwareHash', { characters: record.characters }));
    return { source: { line: record.line, text: {}, issues }, hashText: null };
  }
  if (record.problem === 'unclosed-quote') issues.push(intakeIssue('row.unclosed-quote', 'hardwareHash'));
  const text: Texts = {};
  let longest = 0;
  for (let index = 0; index < columns.length; index++) {
    const column = columns[index];
    const value = record.fields[index];
    if (column === undefined || column === 'ignore' || value === undefined || value === '') continue;
    const isLong = column === 'hardwareHash' || column === 'deviceLink';
    text[column] = column === 'hardwareHash' ? value : keep(value);
    if (!isLong && value.length > longest) longest = value.length;
  }
  takeExtraValues(record, columns, text, issues);
  if (longest >= SHORTEST_SUSPICION) relocateHash(text, issues);
  const hash = text.hardwareHash;
  // From here on nothing that is shown, logged or kept of the row holds the hash.
  text.hardwareHash = '';
  const hashText = hash !== undefined && /\S/.test(hash) ? hash : null;
  return { source: { line: record.line, text, issues }, hashText };
}

/** Below this no value can be a hash. */
const SHORTEST_SUSPICION = 60;

const OTHER_FIELDS = [
  'serialNumber',
  'productKeyId',
  'groupTag',
  'assignedUser',
  'deviceName',
  'purchaseOrder',
  'manufacturer',
  'model',
] as const;

function relocateHash(text: Texts, issues: IntakeIssue[]): void {
  for (const field of OTHER_FIELDS) {
    const value = text[field];
    if (value === undefined || !looksLikeHash(value)) continue;
    const inHashColumn = text.hardwareHash ?? '';
    if (looksLikeHash(inHashColumn)) {
      text[field] = '';
    } else {
      text.hardwareHash = value;
      text[field] = isSecretText(inHashColumn) ? '' : inHashColumn;
    }
    issues.push(intakeIssue('row.hash-in-other-field', field, { field }));
  }
}

/**
 * Values behind the last column of the header, as `Get-WindowsAutopilotInfo -Append` leaves them when its runs had
 * different options: first the group tag, then the assigned user; or manufacturer and model after `-Partner`.
 */
function takeExtraValues(
  { fields }: SourceRecord,
  columns: readonly IntakeColumn[],
  text: Texts,
  issues: IntakeIssue[],
): void {
  if (fields.length <= columns.length) return;
  const extra = fields.slice(columns.length).filter((value) => value.trim() !== '');
  if (extra.length === 0) return;
  const values = fields.slice(columns.length).map((value) => value.trim());
  const free = (['groupTag', 'assignedUser'] as const).filter((column) => !columns.includes(column));
  const isUsual =
    columns.length >= 3 &&
    extra.length <= free.length &&
    !extra.some(looksLikeHash) &&
    (free.length === 2 || extra.every((value) => value.includes('@')));
  // A hash that was cut into values is none the less one.
  const shown = isSecretText(extra.join('')) ? [withoutSecrets(extra.join(''))] : extra.map(shortened);
  if (!isUsual) {
    issues.push(intakeIssue('row.extra-values', 'hardwareHash', { values: shown, takenAs: null }));
    return;
  }
  const [first, second] = values;
  const isPartner = free.length === 2 && second !== undefined && second !== '' && !second.includes('@');
  const taken: readonly RowField[] = isPartner ? ['manufacturer', 'model'] : free;
  for (const [index, value] of [first, second].entries()) {
    const field = taken[index];
    if (field !== undefined && value !== undefined && value !== '') text[field] = value;
  }
  const about = { values: shown, takenAs: taken.slice(0, extra.length) };
  issues.push(intakeIssue('row.extra-values', taken[0] ?? 'groupTag', about));
}
