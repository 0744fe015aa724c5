import type { CheckedRow, HashCheck } from '../../../../shared/intake/checkRow.ts';
import type { IntakeIssue } from '../../../../shared/intake/intakeIssues.ts';
import type { SourceRow } from '../../../../shared/intake/sourceRow.ts';
import type { Delimiter, DialectName, EncodingName, MappedField } from '../../../../shared/intake/vocabulary.ts';
import type { SourceLine } from '../../../../shared/intake/lineSplitter.ts';
import type { InspectHash } from '../../hashes/hashInspector.ts';

/** A row of a file, judged by itself. */
export interface ReadRow {
  readonly source: SourceRow;
  readonly hash: HashCheck | null;
  /** A secret: payload and checksum of a usable hash. */
  readonly hashBytes: Buffer | null;
  readonly checked: CheckedRow;
}

/** A layout that is not known, as a person needs to see it to say what its columns hold. Hashes are hidden. */
export interface ColumnMapping {
  readonly header: readonly string[];
  readonly sample: readonly (readonly string[])[];
  readonly guess: readonly MappedField[];
  /** Whether a person has said so, now or when the layout came before. */
  readonly isConfirmed: boolean;
  /** By which the person's answer is remembered. */
  readonly key: string;
}

/** Everything that was found in one file, or in one file of an archive. */
export interface FileReading {
  /** As the caller named it. */
  readonly name: string;
  /** The file within an archive; null for a file of its own. */
  readonly entry: string | null;
  readonly encoding: EncodingName;
  readonly bom: boolean;
  readonly delimiter: Delimiter | null;
  readonly dialect: DialectName;
  /** The dialect whose rules the rows were held to. */
  readonly rules: DialectName;
  readonly rows: readonly ReadRow[];
  readonly issues: readonly IntakeIssue[];
  readonly mapping: ColumnMapping | null;
}

/** What the text of a file came to. */
export type Body = Pick<FileReading, 'dialect' | 'rules' | 'delimiter' | 'rows' | 'issues' | 'mapping'>;

/** Takes the lines of a file, and at the end says what they were. */
export interface BodyReader {
  /** False when nothing more is wanted. */
  readonly push: (lines: readonly SourceLine[]) => boolean;
  readonly end: () => Body;
}

export interface ReadingContext {
  readonly inspectHash: InspectHash;
  /** What a person once said about a layout. */
  readonly rememberedColumns: (key: string) => readonly MappedField[] | null;
  /** Called every few milliseconds of work, so that others get their turn. @throws AppError `cancelled` */
  readonly pause: (bytesDone: number) => Promise<void>;
}
