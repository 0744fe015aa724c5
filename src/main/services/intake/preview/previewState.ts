import type { CheckedRow, HashCheck } from '../../../../shared/intake/checkRow.ts';
import type { IntakeIssue } from '../../../../shared/intake/intakeIssues.ts';
import type { Evidence } from '../../../../shared/devices/weighIdentity.ts';
import type { Match, Sharing } from '../../../../shared/intake/rowIdentity.ts';
import type { KnownDevice } from '../../../store/knownDeviceStore.ts';
import type { AutopilotListing } from '../../../store/listedDeviceStore.ts';
import type { SourceRow } from '../../../../shared/intake/sourceRow.ts';
import type { IssueFact } from '../../../../shared/intake/tellIssue.ts';
import type { DialectName, EditableField, MappedField, RowStatus } from '../../../../shared/intake/vocabulary.ts';
import type { ScenarioChoice } from '../../../../shared/scenarios/scenarioRule.ts';
import type { FileReading } from '../reading/fileReading.ts';

export type RowEffect = 'new' | 'update' | 'changedBoard' | 'nothing';

/** A row under review. What was read stays; what follows from it is worked out again after every edit. */
export interface PreviewedRow {
  readonly rowId: number;
  readonly file: PreviewedFile;
  readonly hash: HashCheck | null;
  /** A secret. */
  readonly hashBytes: Buffer | null;
  source: SourceRow;
  checked: CheckedRow;
  identity: Evidence;
  /** What other rows and the queue say about it. */
  relations: readonly IntakeIssue[];
  status: RowStatus;
  effect: RowEffect;
  /** The nearest earlier row of the same device, which the issue of a repeat names; null where there is none. */
  repeats: Match<PreviewedRow> | null;
  /** The row before it that is another device, and has a value in common. */
  sharesWithRow: Sharing<PreviewedRow> | null;
  /** The device of a queue that is another one, and has a value in common. */
  sharesWithDevice: Sharing<NamedShare> | null;
  /** The first row that is the same device; null where none comes before it. */
  original: PreviewedRow | null;
  /** The device in the tenant's Autopilot list that it is; null where the list does not have it. */
  listed: AutopilotListing | null;
  /** The name of another tenant whose queue has the device. */
  elsewhere: string | null;
  /** The device of the queue that the row is a capture of. */
  known: Match<KnownDevice> | null;
  /** What the person decided about this very row; null leaves it to its status. */
  choice: boolean | null;
  /** What the person entered in place of what stood there. */
  edits: ReadonlyMap<EditableField, Edit>;
}

/** A device with which a row has a value in common. */
export interface NamedShare {
  readonly serialNumber: string | null;
  readonly manufacturer: string | null;
  readonly model: string | null;
  /** Null for a device of the tenant itself. */
  readonly tenantName: string | null;
}

export interface Edit {
  /** The value that the row showed before the first edit. */
  readonly shown: string | null;
  /** Not judged yet: it may be anything, even a hash. */
  readonly entered: string;
}

/** A file as a door handed it over; an archive holds several previewed files. */
export interface PreviewSource {
  /** By which it is found among the kept sources. */
  readonly number: number;
  /** As the door named it. */
  readonly name: string;
  /** As short as tells it from the others. */
  readonly label: string;
  readonly sizeBytes: number;
  /** A secret. Null where it is kept on disk, or not needed any more. */
  bytes: Buffer | null;
}

export interface PreviewedFile {
  readonly fileId: string;
  readonly source: PreviewSource;
  readonly reading: FileReading;
  /** The file, and the file within it, for a person. */
  readonly label: string;
  readonly rules: DialectName;
}

/** Devices of the queue as they were read, as long as nobody else has written to it since. */
export interface Compared {
  /** Another one after every write of another connection; null before the first comparison. */
  readonly queueVersion: unknown;
  readonly devices: Map<string, KnownDevice>;
}

export interface PreviewState {
  readonly previewId: string;
  readonly tenantId: string;
  /** The moment as of which hashes were judged: read again, the files give the same rows. */
  readonly readAt: Date;
  readonly sources: readonly PreviewSource[];
  /** The known layouts that this preview was read with. What other imports add meanwhile does not count. */
  readonly columns: Map<string, readonly MappedField[] | null>;
  /** Whether a person works on it, so that what is entered has to be kept. */
  readonly isAttended: boolean;
  /** The last entry on disk that this state holds; null while nothing is kept. */
  lastEntryId: number | null;
  /** What the rows were compared with last. */
  compared: Compared;
  files: readonly PreviewedFile[];
  rows: readonly PreviewedRow[];
  batchName: string;
  orderNumber: string | null;
  /** What the devices of the batch are for, as far as a person says so. */
  scenario: ScenarioChoice;
  /** Values that every row was given, and that rows added later are given too. */
  readonly forAll: Map<EditableField, string>;
  /** Codes of warnings that the person accepts wherever they stand. */
  readonly acceptedReasons: Set<string>;
  nextRowId: number;
  nextFileId: number;
}

/** Everything that is known to be wrong with a row. */
export function issuesOf(row: PreviewedRow): readonly IssueFact[] {
  return row.relations.length === 0 ? row.checked.issues : [...row.checked.issues, ...row.relations];
}

/** Whether the row goes in at commit. */
export function isIncluded(row: PreviewedRow, acceptedReasons: ReadonlySet<string>): boolean {
  if (row.status === 'rejected') return false;
  if (row.choice !== null) return row.choice;
  if (row.status !== 'suspect') return true;
  return issuesOf(row).every((issue) => !asksForAPerson(issue) || acceptedReasons.has(issue.code));
}

/** A warning that nothing mended. */
export function asksForAPerson({ severity, isMended }: IssueFact): boolean {
  return severity === 'warning' && !isMended;
}
