import { z } from 'zod';
import { checkGroupTag } from '../../assignment/groupTag.ts';
import { inspectedRow, rowCounts } from '../../intake/inspectedRow.ts';
import { issue } from '../../intake/issue.ts';
import { tellIssue } from '../../intake/tellIssue.ts';
import { cellEdit, columnAnswer, rowChoice, valuesForAll } from '../../intake/previewEntry.ts';
import { delimiter, dialectName, encodingName, mappedField, rowStatus } from '../../intake/vocabulary.ts';
import { scenarioChoice } from '../../scenarios/scenarioRule.ts';
import { document, nothing } from '../document.ts';
import { command, query, type HandlersOf } from '../procedure.ts';

export type { InspectedRow, RowCounts } from '../../intake/inspectedRow.ts';
export type { DialectName, EditableField, MappedField, RowStatus } from '../../intake/vocabulary.ts';

export const inspectedFile = z.object({
  path: z.string(),
  encoding: encodingName,
  bom: z.boolean(),
  delimiter: delimiter.nullable(),
  dialect: dialectName,
  rows: z.array(inspectedRow),
  issues: z.array(issue),
  counts: rowCounts,
});
export type InspectedFile = z.infer<typeof inspectedFile>;

/** A layout that is not known: the first rows, and a guess per column, for the person to confirm. */
const columnMapping = z.object({
  header: z.array(z.string()),
  sample: z.array(z.array(z.string())),
  guess: z.array(mappedField),
  /** Whether a person has said what the columns hold, now or when the same header came before. */
  isConfirmed: z.boolean(),
});
export type ColumnMappingView = z.infer<typeof columnMapping>;

/** A file that was looked at without a preview; `layout` is by what an answer about its columns is remembered. */
const lookedAtFile = inspectedFile.extend({ mapping: columnMapping.extend({ layout: z.string() }).nullable() });
export type LookedAtFile = z.infer<typeof lookedAtFile>;

/** What an import does with a row that is not refused. */
const rowEffect = z.enum(['new', 'update', 'changedBoard', 'nothing']);

export const previewRow = inspectedRow.extend({
  /** The name that the device is to get, which no layout but a mapped one brings along. */
  deviceName: z.string().nullable(),
  /** Stable within one preview. */
  rowId: z.number().int(),
  file: z.string(),
  effect: rowEffect,
  /** Whether the row goes in at commit: ready and repaired rows do, suspect ones when a person accepts them. */
  included: z.boolean(),
  edited: z.boolean(),
  /** The serial number in the hash where the row says another; null where they agree, or the hash has none that can be used. */
  otherSerialNumber: z.string().nullable(),
  facts: z.array(z.object({ label: z.string(), value: z.string() })),
});
export type PreviewRow = z.infer<typeof previewRow>;

const previewFile = inspectedFile.omit({ rows: true }).extend({
  fileId: z.string(),
  /** As short as tells it from the others, with the file of an archive behind the archive. */
  label: z.string(),
  /** The file within an archive that the rows come from; null for a file of its own. */
  entry: z.string().nullable(),
  rows: z.number().int(),
  mapping: columnMapping.nullable(),
});

export const preview = scenarioChoice.extend({
  previewId: z.uuid(),
  /** Whose devices they become. */
  tenantId: z.uuid(),
  files: z.array(previewFile),
  counts: rowCounts,
  included: z.number().int(),
  /** Suspect rows among them, which a person accepted. */
  accepted: z.number().int(),
  effects: z.object({
    new: z.number().int(),
    update: z.number().int(),
    changedBoard: z.number().int(),
    nothing: z.number().int(),
  }),
  /** Why suspect rows are suspect, for accepting them by reason. */
  suspectReasons: z.array(
    z.object({ code: z.string(), message: z.string(), rows: z.number().int(), isAccepted: z.boolean() }),
  ),
  /** `scenario` and `joinType` are said of the whole batch. */
  batchName: z.string(),
});
export type Preview = z.infer<typeof preview>;

/** An import that a person began and neither committed nor discarded. */
export const keptPreview = z.object({
  previewId: z.uuid(),
  tenantId: z.uuid(),
  files: z.array(z.string()),
  rows: z.number().int(),
  /** When the files were read. */
  startedAt: z.string(),
  /** When something was last entered. */
  changedAt: z.string(),
});
export type KeptPreview = z.infer<typeof keptPreview>;

const previewId = z.uuid();
/** What Intune would refuse is refused before it stands in every row. */
const groupTagForAll = z.string().superRefine((tag, context) => {
  const finding = checkGroupTag(tag.trim());
  if (finding?.severity === 'error') context.addIssue({ code: 'custom', message: tellIssue(finding).message });
});

const PIECE_TOO_LARGE = 'A piece of a file has more than 4 MiB. Send the file in smaller pieces.';

export const intakeProcedures = {
  /** Opens a file that arrives in pieces, so that no door needs a large message. */
  'intake.openFile': command(
    z.object({ name: z.string().min(1).max(1_024), sizeBytes: z.number().int().min(0) }),
    z.object({ fileId: z.string() }),
  ),
  /** Bytes from a door inside the program, which carries them as they are; base64 over HTTP. At most 4 MiB. */
  'intake.appendToFile': command(
    z.union([
      z.object({
        fileId: z.string(),
        bytes: z.instanceof(Uint8Array).refine(({ length }) => length <= 4_194_304, PIECE_TOO_LARGE),
      }),
      z.object({ fileId: z.string(), base64: z.string().max(6_000_000, PIECE_TOO_LARGE) }),
    ]),
    nothing,
  ),
  /** Gives up files that were opened and will not be read; those that are not open any more are passed over. */
  'intake.closeFiles': command(z.object({ fileIds: z.array(z.string()) }), nothing),
  /** Reads opened files without touching the queue: the whole answer of `inspect`. An opened file is read once. */
  'intake.inspect': command(
    z.object({ fileIds: z.array(z.string()).min(1), tenantId: z.uuid().optional() }),
    z.object({ files: z.array(lookedAtFile), counts: rowCounts }),
  ),
  /** Remembers what the columns of a layout hold, for files that are read from now on; for whom, nobody has to know. */
  'intake.rememberColumns': command(z.object({ layout: z.string(), columns: z.array(mappedField) }), nothing),
  /**
   * Reads opened files into a preview. Nothing reaches the queue before `intake.commit`. Where a person attends to it,
   * what they enter is kept from the first entry on, whatever happens to the program. Who names the preview can cancel the
   * reading of it.
   */
  'intake.preview': command(
    z.object({
      fileIds: z.array(z.string()).min(1),
      tenantId: z.uuid(),
      attended: z.boolean().default(true),
      previewId: z.uuid().optional(),
    }),
    preview,
  ),
  'intake.current': query(z.object({ previewId: z.uuid() }), preview),
  /** The preview that is still open, so that leaving the page and coming back finds it; and others to go on with. */
  'intake.open': query(nothing, z.object({ previewId: z.uuid().nullable(), kept: z.array(keptPreview) })),
  /** How many previews a person has entered something into and neither put into the queue nor discarded. */
  'intake.unfinished': query(nothing, z.object({ imports: z.number().int() })),
  /** Goes on with a kept preview where it stood. */
  'intake.resume': command(z.object({ previewId }), preview),
  'intake.rows': query(
    z.object({
      previewId: z.uuid(),
      statuses: z.array(rowStatus).default([]),
      search: z.string().max(200).default(''),
      /** In the order of the files, or those first that ask for a person. */
      order: z.enum(['file', 'problemsFirst']).default('file'),
      offset: z.number().int().min(0).default(0),
      limit: z.number().int().min(1).max(2_000).default(200),
    }),
    z.object({ matching: z.number().int(), rows: z.array(previewRow) }),
  ),
  'intake.editRow': command(cellEdit.extend({ previewId }), previewRow),
  'intake.applyToAll': command(valuesForAll.extend({ previewId, groupTag: groupTagForAll.optional() }), preview),
  'intake.include': command(rowChoice.extend({ previewId }), preview),
  'intake.map': command(columnAnswer.extend({ previewId }), preview),
  /** Puts the included rows into the queue, all in one transaction. */
  'intake.commit': command(
    z.object({ previewId: z.uuid() }),
    z.object({
      batchId: z.uuid(),
      added: z.number().int(),
      updated: z.number().int(),
      /** Rows whose device another row of the same import had brought or changed. Rows are added, updated, joined or left. */
      joined: z.number().int(),
      left: z.number().int(),
      deviceIds: z.array(z.uuid()),
    }),
  ),
  'intake.discard': command(z.object({ previewId: z.uuid() }), nothing),
  /** Stops what is under way for one preview: its reading or its commit. What other windows do goes on. */
  'intake.cancel': command(z.object({ previewId }), nothing),
  /** The rows that were refused, with line and reason, as a CSV for a person. */
  'intake.report': query(z.object({ previewId: z.uuid() }), document),
};

export type IntakeHandlers = HandlersOf<typeof intakeProcedures>;
