import { z } from 'zod';
import { inspectedRow, rowCounts } from '../../intake/inspectedRow.ts';
import { issue } from '../../intake/issue.ts';
import {
  delimiter,
  dialectName,
  editableField,
  encodingName,
  mappedField,
  rowStatus,
} from '../../intake/vocabulary.ts';
import { document, nothing } from '../document.ts';
import { command, query } from '../procedure.ts';

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

/** What an import does with a row that is not refused. */
export const rowEffect = z.enum(['new', 'update', 'changedBoard', 'nothing']);

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
  facts: z.array(z.object({ label: z.string(), value: z.string() })),
});
export type PreviewRow = z.infer<typeof previewRow>;

export const previewFile = inspectedFile.omit({ rows: true }).extend({
  fileId: z.string(),
  /** The file within an archive that the rows come from; null for a file of its own. */
  entry: z.string().nullable(),
  rows: z.number().int(),
  /** Present where the layout is not known: the first rows, and a guess per column, for the person to confirm. */
  mapping: z
    .object({
      header: z.array(z.string()),
      sample: z.array(z.array(z.string())),
      guess: z.array(mappedField),
      /** Whether a person has said what the columns hold, now or when the same header came before. */
      isConfirmed: z.boolean(),
    })
    .nullable(),
});

export const preview = z.object({
  previewId: z.uuid(),
  files: z.array(previewFile),
  counts: rowCounts,
  included: z.number().int(),
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
  batchName: z.string(),
});
export type Preview = z.infer<typeof preview>;

const text = z.string().nullable();

export const intakeProcedures = {
  /** Opens a file that arrives in pieces, so that no door needs a large message. */
  'intake.openFile': command(
    z.object({ name: z.string().min(1).max(1_024), sizeBytes: z.number().int().min(0) }),
    z.object({ fileId: z.string() }),
  ),
  /** Bytes from a door inside the program, which carries them as they are; base64 over HTTP. At most 4 MiB. */
  'intake.appendToFile': command(
    z.union([
      z.object({ fileId: z.string(), bytes: z.instanceof(Uint8Array).refine(({ length }) => length <= 4_194_304) }),
      z.object({ fileId: z.string(), base64: z.string().max(6_000_000) }),
    ]),
    nothing,
  ),
  /** Reads opened files without touching the queue: the whole answer of `inspect`. An opened file is read once. */
  'intake.inspect': command(
    z.object({ fileIds: z.array(z.string()).min(1), tenantId: z.uuid().optional() }),
    z.object({ files: z.array(inspectedFile), counts: rowCounts }),
  ),
  /** Reads opened files into a preview. Nothing reaches the queue before `intake.commit`. */
  'intake.preview': command(z.object({ fileIds: z.array(z.string()).min(1), tenantId: z.uuid() }), preview),
  'intake.current': query(z.object({ previewId: z.uuid() }), preview),
  /** The preview that is still open, so that leaving the page and coming back finds it. */
  'intake.open': query(nothing, z.object({ previewId: z.uuid().nullable() })),
  'intake.rows': query(
    z.object({
      previewId: z.uuid(),
      statuses: z.array(rowStatus).default([]),
      search: z.string().max(200).default(''),
      offset: z.number().int().min(0).default(0),
      limit: z.number().int().min(1).max(2_000).default(200),
    }),
    z.object({ matching: z.number().int(), rows: z.array(previewRow) }),
  ),
  'intake.editRow': command(
    z.object({ previewId: z.uuid(), rowId: z.number().int(), field: editableField, value: z.string().max(1_024) }),
    previewRow,
  ),
  'intake.applyToAll': command(
    z.object({
      previewId: z.uuid(),
      groupTag: z.string().max(512).optional(),
      orderNumber: z.string().max(128).optional(),
      assignedUser: z.string().max(1_024).optional(),
      batchName: z.string().trim().min(1).max(128).optional(),
    }),
    preview,
  ),
  'intake.include': command(
    z.object({
      previewId: z.uuid(),
      rowIds: z.array(z.number().int()).optional(),
      reason: z.string().optional(),
      included: z.boolean(),
    }),
    preview,
  ),
  'intake.map': command(z.object({ previewId: z.uuid(), fileId: z.string(), columns: z.array(mappedField) }), preview),
  /** Puts the included rows into the queue, all in one transaction. */
  'intake.commit': command(
    z.object({ previewId: z.uuid() }),
    z.object({
      batchId: z.uuid(),
      added: z.number().int(),
      updated: z.number().int(),
      left: z.number().int(),
      deviceIds: z.array(z.uuid()),
    }),
  ),
  'intake.discard': command(z.object({ previewId: z.uuid() }), nothing),
  'intake.cancel': command(nothing, nothing),
  /** The rows that were refused, with line and reason, as a CSV for a person. */
  'intake.report': query(z.object({ previewId: z.uuid() }), document),
  /** Strict files for a target, split at its limit. Writing them is recorded in the audit log. */
  'exports.write': command(
    z.object({
      target: z.enum(['intune', 'partner-center', 'corporate-identifiers']),
      deviceIds: z.array(z.uuid()).min(1),
    }),
    z.object({
      files: z.array(document),
      written: z.number().int(),
      refused: z.array(z.object({ serialNumber: z.string(), reason: z.string() })),
    }),
  ),
  /** Decodes and checks one hardware hash; `showHash` returns the canonical form as well. */
  'hash.inspect': query(
    z.object({ text: z.string().max(20_000_000), showHash: z.boolean().default(false) }),
    z.object({
      state: z.enum(['valid', 'suspect', 'invalid']),
      characters: z.number().int(),
      bytes: z.number().int(),
      total: z.number().int().nullable(),
      checksum: z.enum(['ok', 'mismatch', 'missing']),
      fields: z.object({
        manufacturer: text,
        productName: text,
        serialNumber: text,
        skuNumber: text,
        systemFamily: text,
        smbiosUuid: text,
        productKeyId: text,
        tpmVersion: text,
        tpmEndorsementKeySha256: text,
        macAddresses: z.array(z.object({ medium: z.string(), address: z.string(), bus: z.string() })),
        diskSerialNumber: text,
        collectedAt: text,
        osBuild: text,
        osType: text,
      }),
      records: z.array(
        z.object({ type: z.number().int(), offset: z.number().int(), length: z.number().int(), name: z.string() }),
      ),
      issues: z.array(issue),
      hash: z.string().optional(),
    }),
  ),
};
