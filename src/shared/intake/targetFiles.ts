import { checkGroupTag } from '../assignment/groupTag.ts';
import { checkUserPrincipalName } from '../assignment/userPrincipalName.ts';
import type { ExportNote } from '../exports/exportNote.ts';
import { corporateIdentifierOf } from '../identifiers/corporateIdentifier.ts';
import { identifierRefusalWords } from '../identifiers/identifierWords.ts';
import { wordsOf } from '../words/catalogue.ts';
import { beginsFormula } from './formula.ts';
import { tellIssue } from './tellIssue.ts';
import { firstNotAnsi } from './windows1252.ts';

export type ExportTarget = 'intune' | 'partner-center' | 'corporate-identifiers';

/** What a file for a target is made from. The hash is a secret. */
export interface ExportedDevice {
  readonly serialNumber: string | null;
  readonly manufacturer: string | null;
  readonly model: string | null;
  readonly productKeyId: string | null;
  readonly groupTag: string | null;
  readonly assignedUser: string | null;
  readonly hardwareHash: string | null;
}

/** A row in the columns of the target, or the reason why the target would refuse it. */
export type TargetRow =
  | {
      readonly state: 'written';
      readonly values: readonly string[];
      /** What the row says otherwise than the device, or leaves unsaid. */
      readonly notes: readonly ExportNote[];
    }
  | { readonly state: 'refused'; readonly reason: string };

interface Target {
  readonly header: readonly string[] | null;
  /** Rows that the target takes in one file. */
  readonly mostRows: number;
  /** Bytes that the target takes in one file. */
  readonly mostBytes: number;
  readonly rowOf: (device: ExportedDevice) => TargetRow;
}

const NO_LIMIT = Number.POSITIVE_INFINITY;
const FIVE_MEGABYTES = 5_000_000;

/**
 * The files that Microsoft's portals take, to the letter: exact header, no quotation marks, ANSI characters only.
 * Sources: "Add devices to a customer account" (Partner Center), "Manually register devices with Windows Autopilot",
 * "Identify devices as corporate-owned".
 */
export const targets: Readonly<Record<ExportTarget, Target>> = {
  intune: {
    header: ['Device Serial Number', 'Windows Product ID', 'Hardware Hash', 'Group Tag', 'Assigned User'],
    mostRows: 500,
    mostBytes: NO_LIMIT,
    rowOf: intuneRow,
  },
  'partner-center': {
    header: ['Device Serial Number', 'Windows Product ID', 'Hardware Hash', 'Manufacturer name', 'Device model'],
    mostRows: 1_000,
    mostBytes: NO_LIMIT,
    rowOf: partnerCenterRow,
  },
  'corporate-identifiers': {
    header: null,
    mostRows: 5_000,
    mostBytes: FIVE_MEGABYTES,
    rowOf: corporateIdentifierRow,
  },
};

function intuneRow(device: ExportedDevice): TargetRow {
  const { serialNumber, productKeyId, hardwareHash, groupTag, assignedUser } = device;
  if (hardwareHash === null) return refused('It has no hardware hash, and Intune takes no row without one.');
  const finding =
    (groupTag === null ? null : checkGroupTag(groupTag)) ??
    (assignedUser === null ? null : checkUserPrincipalName(assignedUser));
  if (finding?.severity === 'error') return refused(tellIssue(finding).message);
  return written([serialNumber ?? '', productKeyId ?? '', hardwareHash, groupTag ?? '', assignedUser ?? '']);
}

/**
 * Three kinds of rows are legal: a hash, the triple of serial number, manufacturer and model, or a product key ID. A
 * device that is known by the last two is written by its triple.
 */
function partnerCenterRow(device: ExportedDevice): TargetRow {
  const { serialNumber, manufacturer, model, productKeyId, hardwareHash } = device;
  if (hardwareHash !== null) return written([serialNumber ?? '', productKeyId ?? '', hardwareHash, '', '']);
  if (serialNumber !== null && manufacturer !== null && model !== null) {
    const notes: ExportNote[] = productKeyId === null ? [] : [{ code: 'exports.byTriple', productKeyId }];
    return written([serialNumber, '', '', manufacturer, model], notes);
  }
  if (productKeyId !== null) return written(['', productKeyId, '', '', '']);
  return refused('Partner Center needs a hash, a product key ID, or serial number, manufacturer and model.');
}

function corporateIdentifierRow(device: ExportedDevice): TargetRow {
  const reading = corporateIdentifierOf(device);
  if (reading.state === 'refused') {
    return refused(wordsOf(identifierRefusalWords, reading.refusal.code, reading.refusal));
  }
  const { manufacturer, model, serialNumber } = reading.identifier;
  return written([manufacturer, model, serialNumber], reading.changes);
}

function refused(reason: string): TargetRow {
  return { state: 'refused', reason };
}

function written(values: readonly string[], notes: readonly ExportNote[] = []): TargetRow {
  for (const value of values) {
    const forbidden = /[,"\r\n]/.exec(value)?.[0];
    if (forbidden !== undefined) {
      const what = forbidden === ',' ? 'a comma' : forbidden === '"' ? 'a quotation mark' : 'a line break';
      return refused(`A value holds ${what}, which the file has no way to hold. Change the value.`);
    }
    if (beginsFormula(value)) {
      return refused(
        `A value begins with “${value.charAt(0)}”: a spreadsheet would compute it, and the file has no way to prevent that. Change the value, or register the device from here.`,
      );
    }
    const foreign = firstNotAnsi(value);
    if (foreign !== null) return refused(`A value holds “${foreign}”, which ANSI files cannot hold. Change the value.`);
  }
  return { state: 'written', values, notes };
}

/** Rows as the lines of as many files as the target's limits ask for; each line ends with CR LF. */
export function splitIntoFiles(target: ExportTarget, rows: readonly (readonly string[])[]): string[] {
  const { header, mostRows, mostBytes } = targets[target];
  const head = header === null ? '' : lineOf(header);
  const files: string[] = [];
  let text = head;
  let count = 0;
  for (const row of rows) {
    const line = lineOf(row);
    // ANSI: a character is a byte.
    if (count === mostRows || (count > 0 && text.length + line.length > mostBytes)) {
      files.push(text);
      text = head;
      count = 0;
    }
    text += line;
    count++;
  }
  if (count > 0) files.push(text);
  return files;
}

function lineOf(values: readonly string[]): string {
  return `${values.join(',')}\r\n`;
}
