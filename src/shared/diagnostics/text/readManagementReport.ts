import { SaxesParser } from 'saxes';

export interface ReportedEnrollment {
  readonly id: string;
  readonly state: string;
  readonly type: string;
}

/** What `MDMDiagReport.xml` says of the device itself. Its policies and certificates are not read. */
export interface ManagementReport {
  readonly osVersion: string | null;
  readonly buildBranch: string | null;
  /** As it is written: in words of the device's language. */
  readonly createdWords: string | null;
  readonly enrollments: readonly ReportedEnrollment[];
  /** Whether the whole file is XML; what stands before the damage counts. */
  readonly isWhole: boolean;
}

/** Characters; reports of many policies have some hundreds of thousands. */
const MOST_CHARACTERS = 33_554_432;
const PIECE_CHARACTERS = 65_536;
/** Elements within elements; a report has eight. */
const DEEPEST = 64;
const LONGEST_VALUE = 256;
const MOST_ENROLLMENTS = 100;
const WANTED = new Set(['OSVersion', 'BuildBranch', 'ReportCreationTime']);
const OF_ENROLLMENT = new Set(['EnrollmentId', 'EnrollmentState', 'EnrollmentType']);

/** Reads the report of the device management of Windows. Never throws. */
export function readManagementReport(xml: string): ManagementReport {
  const values = new Map<string, string>();
  const enrollments: ReportedEnrollment[] = [];
  const damage = { isSeen: false };
  let enrollment: Map<string, string> | null = null;
  let text = '';
  let depth = 0;
  const parser = new SaxesParser();
  parser.on('error', () => {
    damage.isSeen = true;
  });
  parser.on('opentag', ({ name }) => {
    text = '';
    if (++depth > DEEPEST) damage.isSeen = true;
    if (name === 'Enrollment') enrollment = new Map();
  });
  parser.on('text', (more) => {
    if (text.length < LONGEST_VALUE) text += more.slice(0, LONGEST_VALUE);
  });
  parser.on('closetag', ({ name }) => {
    const value = text.trim();
    text = '';
    depth--;
    if (WANTED.has(name) && !values.has(name)) values.set(name, value);
    if (enrollment === null) return;
    if (OF_ENROLLMENT.has(name)) enrollment.set(name, value);
    if (name !== 'Enrollment') return;
    const id = enrollment.get('EnrollmentId');
    if (id !== undefined && enrollments.length < MOST_ENROLLMENTS) {
      const { EnrollmentState: state = '', EnrollmentType: type = '' } = Object.fromEntries(enrollment);
      enrollments.push({ id, state, type });
    }
    enrollment = null;
  });
  const end = Math.min(xml.length, MOST_CHARACTERS);
  for (let at = xml.startsWith('\uFEFF') ? 1 : 0; at < end && !damage.isSeen; at += PIECE_CHARACTERS) {
    parser.write(xml.slice(at, Math.min(end, at + PIECE_CHARACTERS)));
  }
  if (!damage.isSeen) parser.close();
  return {
    osVersion: values.get('OSVersion') ?? null,
    buildBranch: values.get('BuildBranch') ?? null,
    createdWords: values.get('ReportCreationTime') ?? null,
    enrollments,
    isWhole: !damage.isSeen && xml.length <= MOST_CHARACTERS,
  };
}
