import { decodeBase64, encodeBase64, type DecodeBase64 } from './base64.ts';
import { checkContent } from './checkContent.ts';
import { cleanHashText, type RemovedNoise } from './cleanHashText.ts';
import { hashIssue, type HashIssue } from './hashIssues.ts';
import { problemIssue, repairIssue } from './problemIssue.ts';
import { CHECKSUM_RECORD_BYTES, type HashRecord, type Sha256 } from './readContainer.ts';
import { readFields, type HardwareHashFields } from './readFields.ts';
import { readHashText, type HashReading } from './readHashText.ts';
import { repairHashText, type HashRepair, type RepairedHash } from './repairHashText.ts';

/** What a nominal hash ("4K HH") has; a complete one may have more or fewer. */
const NOMINAL_CHARACTERS = 4000;
const NOMINAL_BYTES = 3000;
/** Twenty times a nominal hash; bounds the time that a hostile text can take. */
const MOST_CHARACTERS = 100_000;

export interface HashInspection {
  /** `invalid` cannot be used, `suspect` can but a person must look; judged after the safe repairs. */
  readonly state: 'valid' | 'suspect' | 'invalid';
  /** Counted after cleaning and before repair, padding included. */
  readonly characters: number;
  /** How many bytes the text decodes to, as far as it can be decoded. */
  readonly bytes: number;
  /** The payload's length as the hash declares it; null where it cannot be read. */
  readonly total: number | null;
  readonly checksum: 'ok' | 'mismatch' | 'missing';
  /** Of an invalid hash: what stands before the damage. */
  readonly fields: HardwareHashFields;
  readonly records: readonly HashRecord[];
  readonly issues: readonly HashIssue[];
  readonly repairs: readonly HashRepair[];
  /**
   * The hash to keep and to send: payload, checksum and zero fill in standard base64; null for an invalid hash.
   * A secret: whoever has it can claim the device. Never log or print it.
   */
  readonly canonical: string | null;
}

export interface InspectionPorts {
  readonly sha256: Sha256;
  readonly now: Date;
  /** For the first look at a hash. Its bytes are not used any more when the next hash is inspected. */
  readonly decode?: DecodeBase64;
}

/** Cleans, decodes, repairs where that is safe, and checks one hardware hash. Never throws. */
export function inspectHardwareHash(
  raw: string,
  { sha256, now, decode = decodeBase64 }: InspectionPorts,
): HashInspection {
  if (raw.length > MOST_CHARACTERS) return inspectTooLong(raw, sha256);
  const { result, removed } = readOrRepair(raw, sha256, decode);
  const { reading, characters } = result;
  const { bytes, container } = reading;
  const fields = readFields(bytes, container.records, sha256);
  const problem = problemIssue(reading);
  const repairs: HashRepair[] = problem
    ? []
    : [...result.repairs, ...(needsPadding(result) ? ['padding' as const] : [])];
  const issues: HashIssue[] = [];
  if (removed.length > 0) issues.push(hashIssue('hash.cleaned', { removed }));
  if (problem) issues.push(problem);
  else
    issues.push(
      ...repairs.map(repairIssue),
      ...checkEnd(reading, characters),
      ...checkContent(bytes, container.records, fields, now),
    );
  const state = stateOf(issues);
  return {
    state,
    characters,
    bytes: bytes.length,
    total: container.total,
    checksum: reading.checksum,
    fields,
    records: container.records,
    issues,
    repairs,
    canonical: state === 'invalid' ? null : canonicalText(reading),
  };
}

/** Most hashes are fine as they stand and are read once; cleaning and repairs wait for a problem. */
function readOrRepair(
  raw: string,
  sha256: Sha256,
  decode: DecodeBase64,
): { readonly result: RepairedHash; readonly removed: readonly RemovedNoise[] } {
  const asItStands = readHashText(raw, sha256, decode);
  if (asItStands.problem === null) {
    return { result: { reading: asItStands, repairs: [], characters: raw.length }, removed: [] };
  }
  const cleaned = cleanHashText(raw);
  return { result: repairHashText(cleaned, sha256), removed: cleaned.removed };
}

/** After a mended tail the padding was ours to choose, and after a repair of the text it is judged as found. */
function needsPadding({ reading, repairs }: RepairedHash): boolean {
  return !reading.isPadded && !repairs.includes('fill') && !repairs.includes('trailing-a');
}

function checkEnd({ hasTrailingData }: HashReading, characters: number): HashIssue[] {
  const issues: HashIssue[] = [];
  if (hasTrailingData) issues.push(hashIssue('hash.trailing-data'));
  if (characters !== NOMINAL_CHARACTERS) issues.push(hashIssue('hash.characters', { characters }));
  return issues;
}

/** A warning with a repair has been dealt with; any other asks for a person. */
function stateOf(issues: readonly HashIssue[]): HashInspection['state'] {
  if (issues.some(({ severity }) => severity === 'error')) return 'invalid';
  return issues.some(({ severity, isMended }) => severity === 'warning' && !isMended) ? 'suspect' : 'valid';
}

function canonicalText({ text, bytes, container, isPadded, hasTrailingData }: HashReading): string {
  if (text.length === NOMINAL_CHARACTERS && isPadded && !hasTrailingData) return text;
  const hashBytes = (container.total ?? 0) + CHECKSUM_RECORD_BYTES;
  const canonical = new Uint8Array(Math.max(NOMINAL_BYTES, hashBytes));
  canonical.set(bytes.subarray(0, hashBytes));
  return encodeBase64(canonical);
}

function inspectTooLong(raw: string, sha256: Sha256): HashInspection {
  return {
    state: 'invalid',
    characters: raw.length,
    bytes: 0,
    total: null,
    checksum: 'missing',
    fields: readFields(new Uint8Array(), [], sha256),
    records: [],
    issues: [hashIssue('hash.too-long', { characters: raw.length })],
    repairs: [],
    canonical: null,
  };
}
