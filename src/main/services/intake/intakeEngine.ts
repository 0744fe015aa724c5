import { randomUUID } from 'node:crypto';
import type { IntakeHandlers } from '../../../shared/api/contract/intake.ts';
import { fileLabels } from '../../../shared/intake/fileLabels.ts';
import { createCaptureStore } from '../../store/captureStore.ts';
import { createColumnMappingStore } from '../../store/columnMappingStore.ts';
import { createDeviceEventStore } from '../../store/deviceEventStore.ts';
import { createDeviceLinkStore } from '../../store/deviceLinkStore.ts';
import { createDeviceStore } from '../../store/deviceStore.ts';
import { createImportBatchStore } from '../../store/importBatchStore.ts';
import { createJobStore } from '../../store/jobStore.ts';
import { createKeptPreviewStore } from '../../store/keptPreviewStore.ts';
import { createKnownDeviceStore } from '../../store/knownDeviceStore.ts';
import { createListedDeviceStore } from '../../store/listedDeviceStore.ts';
import type { Store } from '../../store/openStore.ts';
import { createSettingStore } from '../../store/settingStore.ts';
import { createTenantStore } from '../../store/tenantStore.ts';
import type { Clock } from '../../ports.ts';
import { technicianOf } from '../settings/settingsService.ts';
import type { OpenFile } from './openFiles.ts';
import { commitPreview, type CommitResult } from './preview/commitPreview.ts';
import { createHeldPreview, type RememberedColumns } from './preview/heldPreview.ts';
import { previewedFiles, sourcesOf, type ReadSource } from './preview/openPreview.ts';
import { rowOf, type Reach } from './preview/prepareEntry.ts';
import type { Compared, PreviewedRow, PreviewSource, PreviewState } from './preview/previewState.ts';
import { countsOf, inspectedFileOf, matchingRows, previewOf, previewRowOf, reportOf } from './preview/previewViews.ts';
import { queueToCompare, type QueueToCompare } from './preview/queueToCompare.ts';
import { judgeRelations, relateRows } from './preview/relateRows.ts';
import { createHashInspector } from '../hashes/hashInspector.ts';
import { readFiles, throwIfCancelled, type FileToRead, type IntakeProgress, type Watch } from './reading/readFiles.ts';

export type EngineProcedure =
  | 'intake.inspect'
  | 'intake.preview'
  | 'intake.current'
  | 'intake.open'
  | 'intake.resume'
  | 'intake.rows'
  | 'intake.editRow'
  | 'intake.applyToAll'
  | 'intake.include'
  | 'intake.map'
  | 'intake.commit'
  | 'intake.discard'
  | 'intake.report';

export interface IntakeEngine {
  readonly handlers: Pick<IntakeHandlers, EngineProcedure>;
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
  const settings = createSettingStore(store);
  const tenants = createTenantStore(store, now);
  const compared = {
    captures,
    knownDevices: createKnownDeviceStore(store),
    listedDevices: createListedDeviceStore(store),
    tenantName: (id: string) => tenants.get(id)?.name ?? null,
  };
  const handed = new Map<string, OpenFile>();
  const kept = createKeptPreviewStore(store, now);
  const preview = createHeldPreview({ store, kept, mappings, now, read, relate });

  const queueOf = (tenantId: string, devices: Compared['devices'] = new Map()): QueueToCompare =>
    queueToCompare(tenantId, compared, devices, now());

  function watchOf(previewId: string | null): Watch {
    return {
      monotonicMs: ports.monotonicMs,
      isCancelled: () => previewId !== null && ports.isCancelled(previewId),
      progress: (step) => ports.progress({ previewId, ...step }),
    };
  }

  async function read(
    previewId: string | null,
    sources: readonly PreviewSource[],
    readAt: Date,
    rememberedColumns: RememberedColumns,
  ): Promise<ReadSource[]> {
    const files = sources.map(({ name, bytes }) => ({ name, bytes: bytes ?? Buffer.alloc(0) }));
    const context = { inspectHash: createHashInspector(readAt), rememberedColumns };
    const found = await readFiles(files, context, watchOf(previewId));
    return sources.map((source, index) => ({ source, readings: found[index]?.readings ?? [] }));
  }

  function takeHanded(fileIds: readonly string[]): FileToRead[] {
    return fileIds.flatMap((fileId) => {
      const file = handed.get(fileId);
      handed.delete(fileId);
      return file === undefined ? [] : [{ name: file.name, bytes: Buffer.from(file.bytes) }];
    });
  }

  function relate(state: PreviewState, reach: Reach): void {
    if (reach === 'none') return;
    const { rows, tenantId, orderNumber } = state;
    const version = queueVersion();
    const isSameQueue = state.compared.queueVersion === version;
    if (!isSameQueue) state.compared = { queueVersion: version, devices: new Map() };
    const queue = queueOf(tenantId, state.compared.devices);
    if (reach === 'all' || !isSameQueue) relateRows(rows, queue, orderNumber);
    else judgeRelations(reach, queue, orderNumber);
  }

  /** Another number after every write of another connection to the queue. */
  function queueVersion(): unknown {
    return store.database.pragma('data_version', { simple: true });
  }

  /** Runs inside a write. */
  function commit(state: PreviewState): CommitResult {
    // Whatever came into the queue since the preview was last compared with it.
    if (queueVersion() !== state.compared.queueVersion) relate(state, 'all');
    const watch = watchOf(state.previewId);
    return commitPreview(state, stores, { now: now(), who: technicianOf(settings) }, (done) => {
      if (done % PROGRESS_ROWS !== 0) return;
      throwIfCancelled(watch);
      watch.progress({ subject: state.batchName, done, total: state.rows.length, unit: 'rows' });
    });
  }

  const handlers: Pick<IntakeHandlers, EngineProcedure> = {
    'intake.inspect': async ({ fileIds, tenantId }) => {
      const { files, rows } = previewedFiles(await read(null, sourcesOf(takeHanded(fileIds)), now(), mappings.read));
      relateRows(rows, tenantId === undefined ? null : queueOf(tenantId), null);
      const rowsOf = (file: (typeof files)[number]): PreviewedRow[] => rows.filter((row) => row.file === file);
      return { files: files.map((file) => inspectedFileOf(file, rowsOf(file))), counts: countsOf(rows) };
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
