import type { IntakeIssue } from './intakeIssues.ts';
import type { RowField } from './vocabulary.ts';

/** A row as it stands in its file: the text of each field, before any judgement. */
export interface SourceRow {
  /** The line where the row begins, 1-based. */
  readonly line: number;
  readonly text: Readonly<Partial<Record<RowField, string>>>;
  /** What the reading of the line already found. */
  readonly issues: readonly IntakeIssue[];
}
