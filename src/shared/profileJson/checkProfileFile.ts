import type { EncodingName } from '../intake/vocabulary.ts';
import { checkServerData } from './checkServerData.ts';
import { compareWithCustomer, type ComparedCustomer } from './compareWithCustomer.ts';
import { checkValues } from './checkValues.ts';
import { checkNames, membersByName, type Members } from './members.ts';
import { PROFILE_FILE_NAME, type ProfileFile } from './profileFile.ts';
import { ofFile, type ProfileJsonFinding } from './profileJsonFinding.ts';
import { readObject } from './readObject.ts';

/** A file as it was opened. */
export interface OpenedFile {
  /** Without the folder. */
  readonly name: string;
  readonly bytes: number;
  /** Without its byte-order mark. */
  readonly text: string;
  readonly encoding: EncodingName;
  readonly hasMark: boolean;
}

export interface CheckedFile {
  /** What it says; null where something that must be there cannot be read. */
  readonly file: ProfileFile | null;
  readonly findings: readonly ProfileJsonFinding[];
}

/** A profile has about a kilobyte; what is larger than this is something else, and is not read. */
export const LARGEST_PROFILE_FILE_BYTES = 262_144;
const MOST_CHARACTERS = 20;

/**
 * Everything that can be told of a file by itself, without a customer and without a network; and, where a customer is
 * given, what the file says otherwise than is known of that. Source: Microsoft, “Windows Autopilot
 * deployment for existing devices” (https://learn.microsoft.com/en-us/autopilot/existing-devices), Create the JSON file.
 */
export function checkProfileFile(opened: OpenedFile, customer: ComparedCustomer | null = null): CheckedFile {
  const about = nameFindings(opened.name);
  if (opened.bytes > LARGEST_PROFILE_FILE_BYTES) {
    return { file: null, findings: [...about, ofFile({ code: 'profileJson.tooLarge', bytes: opened.bytes })] };
  }
  const { members, findings } = readObject(opened.text);
  const whole = [...about, ...encodingFindings(opened), ...findings];
  if (members === null) return { file: null, findings: whole };
  const byName = membersByName(members);
  const file = fileOf(byName);
  const compared = file === null || customer === null ? [] : compareWithCustomer(file, customer);
  return {
    file,
    findings: [
      ...whole,
      ...checkNames(members),
      ...checkValues(byName),
      ...checkServerData(byName),
      ...compared.map((finding) => ({ ...finding, line: byName.line(finding.property ?? '') })),
    ],
  };
}

function nameFindings(name: string): readonly ProfileJsonFinding[] {
  if (name === PROFILE_FILE_NAME) return [];
  const isCase = name.toLowerCase() === PROFILE_FILE_NAME.toLowerCase();
  return [ofFile({ code: isCase ? 'profileJson.fileNameCase' : 'profileJson.fileName', name })];
}

function encodingFindings({ text, encoding, hasMark }: OpenedFile): readonly ProfileJsonFinding[] {
  if (encoding === 'utf-16le' || encoding === 'utf-16be') return [ofFile({ code: 'profileJson.unicode', encoding })];
  const characters = [...new Set(text.replaceAll(/[\u0000-\u007f]/g, ''))].slice(0, MOST_CHARACTERS).join('');
  const line = text.slice(0, Math.max(0, text.search(/[^\u0000-\u007f]/))).split('\n').length;
  return [
    ...(hasMark ? [ofFile({ code: 'profileJson.byteOrderMark' }, 1)] : []),
    ...(encoding === 'utf-8' && characters !== '' ? [ofFile({ code: 'profileJson.utf8', characters }, line)] : []),
    ...(encoding === 'windows-1252' ? [ofFile({ code: 'profileJson.ansi', characters }, line)] : []),
  ];
}

/** What the file says, as far as its properties are of the type that they must have. */
function fileOf({ text, number }: Members): ProfileFile | null {
  const [tenantId, tenantDomain] = [text('CloudAssignedTenantId'), text('CloudAssignedTenantDomain')];
  const [correlationId, oobe] = [text('ZtdCorrelationId'), number('CloudAssignedOobeConfig')];
  const [join, forced] = [number('CloudAssignedDomainJoinMethod'), number('CloudAssignedForcedEnrollment')];
  if (tenantId === null || tenantDomain === null || correlationId === null) return null;
  if (oobe === null || !Number.isInteger(oobe) || (join !== 0 && join !== 1) || forced === null) return null;
  return {
    version: number('Version'),
    tenantId,
    tenantDomain,
    joinType: join === 1 ? 'hybrid' : 'entra',
    oobe,
    isForced: forced === 1,
    correlationId,
    deviceName: text('CloudAssignedDeviceName'),
    language: text('CloudAssignedLanguage'),
    region: text('CloudAssignedRegion'),
    skipsConnectivityCheck: number('HybridJoinSkipDCConnectivityCheck') === 1,
    hasUpdatesOff: number('CloudAssignedAutopilotUpdateDisabled') === 1,
    comment: text('Comment_File'),
  };
}
