import type { Issue } from '../intake/issue.ts';
import { inCapitals, letterCaseOf, type LetterCase } from './letterCase.ts';
import { printedSerial } from './printedSerial.ts';
import type { ScanContent } from './scanContent.ts';
import { scanIssue } from './scanIssues.ts';

export interface AutopilotCode extends ScanContent {
  /** Whether every letter came in one case, so that the serial number's own is not known. */
  readonly isFolded: boolean;
}

type Members = ReadonlyMap<string, unknown>;

const GUID = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/;
const NO_GUID = '00000000-0000-0000-0000-000000000000';
const KNOWN_VERSION = '1.0.0';
const DAY_MS = 86_400_000;
/** So much of an unknown result is told to a person. */
const LONGEST_WORD = 40;

/**
 * The QR code of Windows' own pre-provisioning pages: a JSON object, or the same inside `BlockSequence` in builds before
 * 2019. Null where the text is something else. Microsoft's own reader is microsoft/WindowsAutopilotCompanion.
 */
export function readAutopilotCode(text: string): AutopilotCode | null {
  const start = text.indexOf('{');
  // Builds of 2018 put the words "Data to encode" in front.
  if (start < 0 || !/^(?:data to encode)?\s*$/i.test(text.slice(0, start))) return null;
  const code = text.slice(start);
  const letterCase = letterCaseOf(code);
  // In capitals even null and true are, which JSON does not know.
  const outer = membersOf(parse(letterCase === 'capitals' ? code.toLowerCase() : code));
  const members = outer && (membersOf(outer.get('blocksequence')) ?? outer);
  return members?.has('ztdid') ? readMembers(members, letterCase) : null;
}

function readMembers(members: Members, letterCase: LetterCase): AutopilotCode {
  const isFolded = letterCase !== 'both';
  const issues: Issue[] = [];
  const result = members.get('result');
  const hasResult = result !== undefined && result !== null;
  const serialNumber = readText(members.get('serialnumber'));
  const ztdId = readZtdId(members.get('ztdid'));
  const version = members.get('version');
  const scan = {
    kind: hasResult ? 'autopilot-result' : 'autopilot',
    serialNumber:
      isFolded && serialNumber !== null ? (printedSerial(serialNumber) ?? inCapitals(serialNumber)) : serialNumber,
    initials: null,
    shelf: null,
    issues,
    isFolded,
  } as const;
  if (Number(members.get('totalblocks') ?? 1) > 1) {
    issues.push(scanIssue('scan.partial', 'ztdId'));
    return { ...scan, ztdId: null, result: null, elapsedMs: null };
  }
  if (ztdId === null) issues.push(scanIssue('scan.ztdid-missing', 'ztdId'));
  if (version !== undefined && version !== KNOWN_VERSION) issues.push(scanIssue('scan.version', 'version'));
  const elapsed = members.get('elapsedtimemilliseconds');
  const elapsedMs = typeof elapsed === 'number' && elapsed > 0 && elapsed <= DAY_MS ? elapsed : null;
  if (elapsed !== undefined && elapsedMs === null) issues.push(scanIssue('scan.elapsed', 'elapsedMs'));
  const outcome = hasResult ? outcomeOf(result) : null;
  if (hasResult && outcome === null) {
    issues.push(scanIssue('scan.result-unknown', 'result', { written: writtenAs(result) }));
  }
  return { ...scan, ztdId, result: outcome, elapsedMs };
}

/** Windows writes exactly "Success" or "Failure"; whatever else it may write one day is neither. */
function outcomeOf(result: unknown): 'success' | 'failure' | null {
  const word = typeof result === 'string' ? result.trim().toLowerCase() : '';
  return word === 'success' || word === 'failure' ? word : null;
}

function writtenAs(value: unknown): string {
  const written = typeof value === 'string' ? value : JSON.stringify(value);
  return written.length > LONGEST_WORD ? `${written.slice(0, LONGEST_WORD)}…` : written;
}

function readZtdId(value: unknown): string | null {
  const id =
    readText(value)
      ?.replace(/^\{|\}$/g, '')
      .toLowerCase() ?? '';
  return GUID.test(id) && id !== NO_GUID ? id : null;
}

function readText(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}

/** The members of an object by their lower-case names; null for anything else. */
function membersOf(value: unknown): Members | null {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return null;
  return new Map(Object.entries(value).map(([name, member]: [string, unknown]) => [name.toLowerCase(), member]));
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // Not JSON is a normal answer: the caller then tries the next kind of code.
    return null;
  }
}
