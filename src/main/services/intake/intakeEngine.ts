import { randomUUID } from 'node:crypto';
import { AppError } from '../../../shared/api/appError.ts';
import type { HandlersOf } from '../../../shared/api/contract.ts';
import { createCaptureStore } from '../../store/captureStore.ts';
import { createColumnMappingStore } from '../../store/columnMappingStore.ts';
import { createDeviceEventStore } from '../../store/deviceEventStore.ts';
import { createDeviceStore } from '../../store/deviceStore.ts';
import { createImportBatchStore } from '../../store/importBatchStore.ts';
import { createKnownDeviceStore } from '../../store/knownDeviceStore.ts';
import type { Store } from '../../store/openStore.ts';
import type { OpenFile } from './openFiles.ts';
import { commitPreview, type CommitResult } from './preview/commitPreview.ts';
import { defaultBatchName, editRow, previewedFiles } from './preview/openPreview.ts';
import type { PreviewedRow, PreviewState } from './preview/previewState.ts';
import { countsOf, inspectedFileOf, matchingRows, previewOf, previewRowOf, reportOf } from './preview/previewViews.ts';
import { relateRows, type Queue } from './preview/relateRows.ts';
import { createHashInspector } from './reading/hashInspector.ts';
import { readFiles, throwIfCancelled, type FileToRead, type ReadFile, type Watch } from './reading/readFiles.ts';

export type EngineProcedure =
  | 'intake.inspect'
  | 'intake.preview'
  | 'intake.current'
  | 'intake.open'
  | 'intake.rows'
  | 'intake.editRow'
  | 'intake.applyToAll'
  | 'intake.include'
  | 'intake.map'
  | 'intake.commit'
  | 'intake.discard'
  | 'intake.report';

export interface IntakeEngine {
  readonly handlers: HandlersOf<EngineProcedure>;
  /** Takes a file that has arrived whole; the next `intake.inspect` or `intake.preview` reads it. */
  readonly hand: (file: OpenFile) => void;
}

export interface EnginePorts extends Watch {
  readonly store: Store;
  readonly now: () => Date;
}

const PROGRESS_ROWS = 2_000;

/**
 * Everything that intake does, from the bytes of files to the queue. It holds the opened files and the one preview that
 * is under review. Runs beside the backend, so that no file, however large, keeps a technician waiting.
 */
export function createIntakeEngine(ports: EnginePorts): IntakeEngine {
  const { store, now } = ports;
  const captures = createCaptureStore(store);
  const mappings = createColumnMappingStore(store, now);
  const knownDevices = createKnownDeviceStore(store);
  const stores = {
    captures,
    devices: createDeviceStore(store, now),
    batches: createImportBatchStore(store, now),
    history: createDeviceEventStore(store, now),
  };
  const handed = new Map<string, OpenFile>();
  let underReview: PreviewState | null = null;
  let comparedWith: unknown = null;

  function queueOf(tenantId: string): Queue {
    return {
      devicesLike(mayBeMentioned) {
        const ids: string[] = [];
        for (const device of knownDevices.ofTenant(tenantId)) if (mayBeMentioned(device)) ids.push(device.id);
        return ids.map(knownDevices.get);
      },
      hasCapture: captures.has,
    };
  }

  function read(files: readonly FileToRead[]): Promise<ReadFile[]> {
    const context = { inspectHash: createHashInspector(now()), rememberedColumns: mappings.read };
    return readFiles(files, context, ports);
  }

  function takeHanded(fileIds: readonly string[]): FileToRead[] {
    return fileIds.flatMap((fileId) => {
      const file = handed.get(fileId);
      handed.delete(fileId);
      return file === undefined ? [] : [{ name: file.name, bytes: Buffer.from(file.bytes) }];
    });
  }

  function find(previewId: string): PreviewState {
    if (underReview?.previewId === previewId) return underReview;
    throw new AppError('not-found', 'This preview is not open any more.', { remedy: 'Open the files again.' });
  }

  function findRow(state: PreviewState, rowId: number): PreviewedRow {
    // Rows are numbered in their order, with gaps where a file was read again.
    const row =
      state.rows[rowId]?.rowId === rowId ? state.rows[rowId] : state.rows.find((item) => item.rowId === rowId);
    if (row !== undefined) return row;
    throw new AppError('not-found', 'This row is not in the preview any more.', { remedy: 'Load the preview again.' });
  }

  function relate({ rows, tenantId, orderNumber }: PreviewState): void {
    relateRows(rows, queueOf(tenantId), orderNumber);
    comparedWith = queueVersion();
  }

  /** Another number after every write of another connection to the queue. */
  function queueVersion(): unknown {
    return store.database.pragma('data_version', { simple: true });
  }

  function commit(state: PreviewState): CommitResult {
    return store.write(() => {
      // Whatever came into the queue since the preview was last compared with it.
      if (queueVersion() !== comparedWith) relate(state);
      return commitPreview(state, stores, now(), (done) => {
        if (done % PROGRESS_ROWS !== 0) return;
        throwIfCancelled(ports);
        ports.progress({ subject: state.batchName, done, total: state.rows.length, unit: 'rows' });
      });
    });
  }

  const handlers: HandlersOf<EngineProcedure> = {
    'intake.inspect': async ({ fileIds, tenantId }) => {
      const { files, rows } = previewedFiles(await read(takeHanded(fileIds)));
      relateRows(rows, tenantId === undefined ? null : queueOf(tenantId), null);
      const rowsOf = (file: (typeof files)[number]): PreviewedRow[] => rows.filter((row) => row.file === file);
      return { files: files.map((file) => inspectedFileOf(file, rowsOf(file))), counts: countsOf(rows) };
    },

    'intake.preview': async ({ fileIds, tenantId }) => {
      underReview = null;
      const { files, rows } = previewedFiles(await read(takeHanded(fileIds)));
      const state: PreviewState = {
        previewId: randomUUID(),
        tenantId,
        files,
        rows,
        batchName: defaultBatchName(files, now()),
        orderNumber: null,
        acceptedReasons: new Set(),
        nextRowId: rows.length,
      };
      relate(state);
      underReview = state;
      return previewOf(state);
    },

    'intake.current': ({ previewId }) => previewOf(find(previewId)),
    'intake.open': () => ({ previewId: underReview?.previewId ?? null }),

    'intake.rows': ({ previewId, offset, limit, ...filter }) => {
      const state = find(previewId);
      const matching = matchingRows(state, filter);
      const page = matching.slice(offset, offset + limit);
      return { matching: matching.length, rows: page.map((row) => previewRowOf(row, state)) };
    },

    'intake.editRow': ({ previewId, rowId, field, value }) => {
      const state = find(previewId);
      const row = findRow(state, rowId);
      editRow(row, field, value);
      relate(state);
      return previewRowOf(row, state);
    },

    'intake.applyToAll': ({ previewId, groupTag, orderNumber, assignedUser, batchName }) => {
      const state = find(previewId);
      for (const row of state.rows) {
        if (groupTag !== undefined) editRow(row, 'groupTag', groupTag);
        if (assignedUser !== undefined) editRow(row, 'assignedUser', assignedUser);
      }
      if (orderNumber !== undefined) state.orderNumber = orderNumber.trim() === '' ? null : orderNumber.trim();
      if (batchName !== undefined) state.batchName = batchName;
      relate(state);
      return previewOf(state);
    },

    'intake.include': ({ previewId, rowIds, reason, included }) => {
      const state = find(previewId);
      if (reason !== undefined && included) state.acceptedReasons.add(reason);
      else if (reason !== undefined) state.acceptedReasons.delete(reason);
      if (rowIds !== undefined || reason === undefined) {
        const chosen = rowIds === undefined ? state.rows : rowIds.map((rowId) => findRow(state, rowId));
        for (const row of chosen) row.choice = included;
      }
      return previewOf(state);
    },

    'intake.map': async ({ previewId, fileId, columns }) => {
      const state = find(previewId);
      const file = state.files.find((candidate) => candidate.fileId === fileId);
      const mapping = file?.reading.mapping ?? null;
      if (file === undefined || file.bytes === null || mapping === null) {
        throw new AppError('conflict', 'The columns of this file are known; there is nothing to say about them.');
      }
      if (columns.length !== mapping.guess.length) {
        throw new AppError(
          'invalid-input',
          `The file has ${mapping.guess.length} columns; ${columns.length} were named.`,
        );
      }
      store.write(() => mappings.remember(mapping.key, columns));
      const { name } = file.reading;
      const again = previewedFiles(await read([{ name, bytes: file.bytes }]), state.nextRowId);
      const others = state.rows.filter((row) => row.file.bytes !== file.bytes);
      state.files = state.files.flatMap((other) => {
        if (other === file) return again.files;
        return other.bytes === file.bytes ? [] : [other];
      });
      state.nextRowId += again.rows.length;
      const order = new Map(state.files.map((entry, index) => [entry, index]));
      const place = (row: PreviewedRow): number => order.get(row.file) ?? 0;
      state.rows = [...others, ...again.rows].sort((a, b) => place(a) - place(b));
      relate(state);
      return previewOf(state);
    },

    'intake.commit': ({ previewId }) => {
      const result = commit(find(previewId));
      underReview = null;
      return result;
    },

    'intake.discard': ({ previewId }) => {
      find(previewId);
      underReview = null;
      return {};
    },

    'intake.report': ({ previewId }) => reportOf(find(previewId)),
  };

  return { handlers, hand: (file) => void handed.set(file.fileId, file) };
}
