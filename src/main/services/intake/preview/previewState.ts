import type { CheckedRow, HashCheck } from '../../../../shared/intake/checkRow.ts';
import type { Issue } from '../../../../shared/intake/issue.ts';
import type { Match, RowIdentity } from '../../../../shared/intake/rowIdentity.ts';
import type { KnownDevice } from '../../../store/knownDeviceStore.ts';
import type { SourceRow } from '../../../../shared/intake/sourceRow.ts';
import type { DialectName, RowStatus } from '../../../../shared/intake/vocabulary.ts';
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
  identity: RowIdentity;
  /** What other rows and the queue say about it. */
  relations: readonly Issue[];
  status: RowStatus;
  effect: RowEffect;
  /** The first row that is the same device; null where none comes before it. */
  original: PreviewedRow | null;
  /** The device of the queue that the row is a capture of. */
  known: Match<KnownDevice> | null;
  /** What the person decided about this very row; null leaves it to its status. */
  choice: boolean | null;
  edited: boolean;
}

export interface PreviewedFile {
  readonly fileId: string;
  readonly reading: FileReading;
  /** The file, and the file within it, for a person. */
  readonly label: string;
  readonly rules: DialectName;
  /** Kept while the layout waits for a person, to be read again by what they say. */
  readonly bytes: Buffer | null;
}

export interface PreviewState {
  readonly previewId: string;
  readonly tenantId: string;
  files: readonly PreviewedFile[];
  rows: readonly PreviewedRow[];
  batchName: string;
  orderNumber: string | null;
  /** Codes of warnings that the person accepts wherever they stand. */
  readonly acceptedReasons: Set<string>;
  nextRowId: number;
}

/** Everything that is known to be wrong with a row. */
export function issuesOf(row: PreviewedRow): readonly Issue[] {
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
export function asksForAPerson({ severity, repair }: Issue): boolean {
  return severity === 'warning' && repair === undefined;
}
