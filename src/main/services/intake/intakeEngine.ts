import { randomUUID } from 'node:crypto';
import { fileLabels } from '../../../shared/intake/fileLabels.ts';
import { neutralFormatter } from '../../../shared/format/neutralFormatter.ts';
import { createAuditStore } from '../../store/auditStore.ts';
import { createCaptureStore } from '../../store/captureStore.ts';
import { createColumnMappingStore } from '../../store/columnMappingStore.ts';
import { createDeviceEventStore } from '../../store/deviceEventStore.ts';
import { createDeviceLinkStore } from '../../store/deviceLinkStore.ts';
import { createDeviceStore } from '../../store/deviceStore.ts';
import { createImportBatchStore } from '../../store/importBatchStore.ts';
import { createJobStore } from '../../store/jobStore.ts';
import { createKeptPreviewStore } from '../../store/keptPreviewStore.ts';
import type { Store } from '../../store/store.ts';
import { createSettingStore } from '../../store/settingStore.ts';
import type { Clock } from '../../ports.ts';
import { technicianOf } from '../settings/settingsService.ts';
import type { EngineHandlers } from './intakeProcedures.ts';
import type { OpenFile } from './openFiles.ts';
import { commitPreview, type CommitResult } from './preview/commitPreview.ts';
import { createHeldPreview } from './preview/heldPreview.ts';
import { previewedFiles, sourcesOf } from './preview/openPreview.ts';
import { rowOf } from './preview/prepareEntry.ts';
import { createPreviewRelations } from './preview/previewRelations.ts';
import type { PreviewedRow, PreviewState } from './preview/previewState.ts';
import { countsOf, inspectedFileOf, matchingRows, previewOf, previewRowOf, reportOf } from './preview/previewViews.ts';
import { readSources } from './preview/readSources.ts';
import { relateRows } from './preview/relateRows.ts';
import { throwIfCancelled, type FileToRead, type IntakeProgress, type Watch } from './reading/readFiles.ts';

export interface IntakeEngine {
  readonly handlers: EngineHandlers;
  /** Takes a file that has arrived whole; the next `intake.inspect` or `intake.preview` reads it. */
  readonly hand: (file: OpenFile) => void;
}

export interface EnginePorts {
  readonly store: Store;
  readonly now: () => Date;
  readonly monotonicMs: Clock['monotonicMs'];
  /** Whether a person has given up waiting for work on this preview. */
  readonly isCancelled: (previewId: string) => boolean;
  readonly progress: (progress: IntakeProgress) => void;
}

const PROGRESS_ROWS = 2_000;

/**
 * Everything that intake does, from the bytes of files to the queue. Runs beside the backend, so that no file, however large, keeps a technician waiting.
 */
export function createIntakeEngine(ports: EnginePorts): IntakeEngine {
  const { store, now } = ports;
  const captures = createCaptureStore(store);
  const mappings = createColumnMappingStore(store, now);
  const stores = {
    captures,
    devices: createDeviceStore(store, now),
    batches: createImportBatchStore(store, now),
    history: createDeviceEventStore(store, now),
    jobs: createJobStore(store, now),
    deviceLinks: createDeviceLinkStore(store),
  };
  const audit = createAuditStore(store, now);
  const settings = createSettingStore(store);
  const handed = new Map<string, OpenFile>();
  const kept = createKeptPreviewStore(store, now);
  const relations = createPreviewRelations(store, captures, now);
  const preview = createHeldPreview({ store, kept, mappings, now, watchOf, relations });

  function watchOf(previewId: string | null): Watch {
    return {
      monotonicMs: ports.monotonicMs,
      isCancelled: () => previewId !== null && ports.isCancelled(previewId),
      progress: (step) => ports.progress({ previewId, ...step }),
    };
  }

  function takeHanded(fileIds: readonly string[]): FileToRead[] {
    return fileIds.flatMap((fileId) => {
      const file = handed.get(fileId);
      handed.delete(fileId);
      return file === undefined ? [] : [{ name: file.name, bytes: Buffer.from(file.bytes) }];
    });
  }

  /** Runs inside a write. */
  function commit(state: PreviewState): CommitResult {
    relations.relateToNewQueue(state);
    const watch = watchOf(state.previewId);
    const who = technicianOf(settings);
    const result = commitPreview(state, stores, { now: now(), who }, (done) => {
      if (done % PROGRESS_ROWS !== 0) return;
      throwIfCancelled(watch);
      watch.progress({ subject: state.batchName, done, total: state.rows.length, unit: 'rows' });
    });
    const { number } = neutralFormatter;
    const { added, updated, left, deviceIds } = result;
    const counts = `${number(added)} new, ${number(updated)} changed, ${number(left)} rows left out`;
    const sentence = `Imported ${state.batchName}: ${counts}.`;
    audit.add({ who, action: 'intake.commit', sentence, devices: deviceIds, tenants: [state.tenantId] });
    return result;
  }

  const handlers: EngineHandlers = {
    'intake.inspect': async ({ fileIds, tenantId }) => {
      const asOf = { readAt: now(), rememberedColumns: mappings.read };
      const { files, rows } = previewedFiles(await readSources(sourcesOf(takeHanded(fileIds)), asOf, watchOf(null)));
      relateRows(rows, tenantId === undefined ? null : relations.queueOf(tenantId), null);
      const rowsOf = (file: (typeof files)[number]): PreviewedRow[] => rows.filter((row) => row.file === file);
      return { files: files.map((file) => inspectedFileOf(file, rowsOf(file))), counts: countsOf(rows) };
    },

    'intake.rememberColumns': ({ layout, columns }) => {
      store.write(() => mappings.remember(layout, columns));
      return {};
    },

    'intake.preview': async ({ fileIds, tenantId, attended, previewId = randomUUID() }) => {
      const files = takeHanded(fileIds);
      const opened = { previewId, tenantId, isAttended: attended };
      return previewOf(await preview.open(opened, files));
    },

    'intake.open': () => {
      const previewId = preview.current();
      const others = kept.list().filter((other) => other.previewId !== previewId);
      return { previewId, kept: others.map((other) => ({ ...other, files: fileLabels(other.files) })) };
    },
    'intake.resume': async ({ previewId }) => previewOf(await preview.resume(previewId)),
    'intake.current': async ({ previewId }) => previewOf(await preview.find(previewId)),

    'intake.rows': async ({ previewId, offset, limit, ...filter }) => {
      const state = await preview.find(previewId);
      const matching = matchingRows(state, filter);
      const page = matching.slice(offset, offset + limit);
      return { matching: matching.length, rows: page.map((row) => previewRowOf(row, state)) };
    },

    'intake.editRow': async ({ previewId, ...edit }) => {
      const state = await preview.enter(previewId, { kind: 'edit', ...edit });
      return previewRowOf(rowOf(state, edit.rowId), state);
    },
    'intake.applyToAll': async ({ previewId, ...values }) =>
      previewOf(await preview.enter(previewId, { kind: 'forAll', ...values })),
    'intake.include': async ({ previewId, ...choice }) =>
      previewOf(await preview.enter(previewId, { kind: 'include', ...choice })),
    'intake.map': async ({ previewId, ...answer }) =>
      previewOf(await preview.enter(previewId, { kind: 'map', ...answer })),

    'intake.commit': ({ previewId }) => preview.finish(previewId, commit),
    'intake.discard': async ({ previewId }) => {
      await preview.discard(previewId);
      return {};
    },
    'intake.report': async ({ previewId }) => reportOf(await preview.find(previewId)),
  };

  return { handlers, hand: (file) => void handed.set(file.fileId, file) };
}
