import { AppError } from '../../../../shared/outcome/appError.ts';
import type { PreviewEntry } from '../../../../shared/intake/previewEntry.ts';
import type { ColumnMappingStore } from '../../../store/columnMappingStore.ts';
import type { StoredPreview, KeptPreviewStore } from '../../../store/keptPreviewStore.ts';
import type { Store } from '../../../store/store.ts';
import type { FileToRead, Watch } from '../reading/readFiles.ts';
import { defaultBatchName, outlineOf, previewedFiles, sourcesOf, type ReadSource } from './openPreview.ts';
import { prepareEntry, type PreparedEntry } from './prepareEntry.ts';
import type { PreviewRelations } from './previewRelations.ts';
import type { PreviewSource, PreviewState } from './previewState.ts';
import { readSources, type RememberedColumns } from './readSources.ts';

type Opened = Pick<PreviewState, 'previewId' | 'tenantId' | 'readAt' | 'isAttended' | 'columns'>;

interface HeldPreviewPorts {
  readonly store: Store;
  readonly kept: KeptPreviewStore;
  readonly mappings: ColumnMappingStore;
  readonly now: () => Date;
  /** How work on a preview hears that it is to stop, and tells how far it is. */
  readonly watchOf: (previewId: string) => Watch;
  readonly relations: PreviewRelations;
}

/**
 * The one preview that is under review in this process. From the first entry on, its files and all entries lie in the
 * database, each entry in a transaction of its own. After a restart the preview is made again from there, by the same
 * steps. Another process may work on it at the same time: before an entry, each process takes over what the other has
 * entered.
 */
export function createHeldPreview({ store, kept, mappings, now, watchOf, relations }: HeldPreviewPorts) {
  let held: PreviewState | null = null;
  let lastTurn: Promise<unknown> = Promise.resolve();

  /** One after the other: reading takes many turns of the loop, and what comes meanwhile must not slip in between. */
  function inTurn<Result>(work: () => Result | Promise<Result>): Promise<Result> {
    const turn = lastTurn.then(work, work);
    lastTurn = turn.catch(() => undefined);
    return turn;
  }

  async function build(opened: Opened, files: readonly FileToRead[]): Promise<PreviewState> {
    const sources = sourcesOf(files);
    const found = previewedFiles(await read(sources, opened));
    return {
      ...opened,
      ...found,
      sources,
      lastEntryId: null,
      compared: { queueVersion: null, devices: new Map() },
      batchName: defaultBatchName(found.files, opened.readAt),
      orderNumber: null,
      scenario: { scenario: null, joinType: null },
      forAll: new Map(),
      acceptedReasons: new Set(),
      nextRowId: found.rows.length,
      nextFileId: found.files.length,
    };
  }

  function read(
    sources: readonly PreviewSource[],
    { previewId, readAt, columns }: Pick<Opened, 'previewId' | 'readAt' | 'columns'>,
  ): Promise<readonly ReadSource[]> {
    return readSources(sources, { readAt, rememberedColumns: remembering(columns) }, watchOf(previewId));
  }

  /** An answer about a layout applies to later files with the same header. */
  function remembering(columns: PreviewState['columns']): RememberedColumns {
    return (key) => {
      const known = columns.get(key);
      if (known !== undefined) return known;
      const found = mappings.read(key);
      columns.set(key, found);
      return found;
    };
  }

  function prepare(state: PreviewState, entry: PreviewEntry): Promise<PreparedEntry> {
    return prepareEntry(state, entry, async (source, columns) => {
      const bytes = source.bytes ?? kept.bytesOf(state.previewId, source);
      const [again] = await read([{ ...source, bytes }], { ...state, columns });
      return { source, readings: again?.readings ?? [] };
    });
  }

  /** Applies the entries on disk that this state does not have yet. */
  async function catchUp(state: PreviewState): Promise<void> {
    for (const { id, entry } of kept.entriesAfter(state.previewId, state.lastEntryId ?? 0)) {
      (await prepare(state, entry)).apply();
      state.lastEntryId = id;
    }
    relations.relate(state, 'all');
  }

  function isCurrent({ previewId, lastEntryId }: PreviewState): boolean {
    return lastEntryId === null || kept.lastEntryOf(previewId) === lastEntryId;
  }

  function find(previewId: string): PreviewState {
    if (held?.previewId === previewId) return held;
    throw new AppError('not-found', 'This preview is not open any more.', { remedy: 'Open the files again.' });
  }

  /** A thread that has just begun holds nothing; the one before it may have ended under a review. */
  async function findOrResume(previewId: string): Promise<PreviewState> {
    const stored = held === null ? kept.get(previewId) : null;
    if (stored === null) return find(previewId);
    held = await resume(stored);
    return held;
  }

  async function upToDate(previewId: string): Promise<PreviewState> {
    const state = await findOrResume(previewId);
    if (isCurrent(state)) return state;
    if (kept.lastEntryOf(previewId) === null) {
      held = null;
      throw new AppError('not-found', 'This import was finished or discarded in another window of Reseal.');
    }
    await catchUp(state);
    return state;
  }

  /** Runs inside a write. Null where another process entered something meanwhile. */
  function keep(state: PreviewState, entry: PreviewEntry): number | null {
    if (!isCurrent(state)) return null;
    if (state.lastEntryId === null) {
      const { previewId, tenantId, readAt, rows, columns, sources } = state;
      kept.add({
        previewId,
        tenantId,
        readAt,
        rows: rows.length,
        outline: outlineOf(state),
        columns: Object.fromEntries(columns),
        sources: sources.map(({ name, bytes }) => ({ name, bytes: bytes ?? Buffer.alloc(0) })),
      });
    }
    return kept.addEntry(state.previewId, entry);
  }

  /** False where it has to be tried again. */
  async function tryToEnter(state: PreviewState, entry: PreviewEntry): Promise<boolean> {
    const { apply, layout } = await prepare(state, entry);
    const entryId = store.write(() => {
      const id = state.isAttended ? keep(state, entry) : 0;
      if (id !== null && layout !== null) mappings.remember(layout.key, layout.columns);
      return id;
    });
    if (entryId === null) return false;
    if (state.isAttended) {
      state.lastEntryId = entryId;
      for (const source of state.sources) source.bytes = null;
    }
    relations.relate(state, apply());
    return true;
  }

  async function resume({ previewId, tenantId, readAt, columns, outline }: StoredPreview): Promise<PreviewState> {
    const opened = { previewId, tenantId, readAt, isAttended: true, columns: new Map(Object.entries(columns)) };
    const files = kept
      .sourcesOf(previewId)
      .map((source) => ({ name: source.name, bytes: kept.bytesOf(previewId, source) }));
    const state = await build(opened, files);
    if (outlineOf(state) !== outline) {
      throw new AppError('conflict', 'This import was begun with another Reseal, which read the files another way.', {
        remedy: 'Discard it, and read the files again.',
      });
    }
    for (const source of state.sources) source.bytes = null;
    state.lastEntryId = 0;
    await catchUp(state);
    return state;
  }

  return {
    /** Reads files into a new preview. One that was under review before goes on from the database, if it is kept. */
    open: (
      preview: Pick<Opened, 'previewId' | 'tenantId' | 'isAttended'>,
      files: readonly FileToRead[],
    ): Promise<PreviewState> =>
      inTurn(async () => {
        held = null;
        const state = await build({ ...preview, readAt: now(), columns: new Map() }, files);
        relations.relate(state, 'all');
        if (!state.isAttended) releaseKnown(state);
        held = state;
        return state;
      }),
    /** Makes a kept preview the one under review. @throws AppError `not-found`, `conflict` */
    resume: (previewId: string): Promise<PreviewState> =>
      inTurn(async () => {
        if (held?.previewId === previewId) return upToDate(previewId);
        const preview = kept.get(previewId);
        if (preview === null) {
          throw new AppError('not-found', 'This import was finished or discarded in the meantime.');
        }
        held = null;
        held = await resume(preview);
        return held;
      }),
    /** The preview under review, as it is. @throws AppError `not-found` */
    async find(previewId: string): Promise<PreviewState> {
      return held !== null && isCurrent(find(previewId)) ? held : inTurn(() => upToDate(previewId));
    },
    current: (): string | null => held?.previewId ?? null,
    /** Enters something, and keeps it. @throws AppError */
    enter: (previewId: string, entry: PreviewEntry): Promise<PreviewState> =>
      inTurn(async () => {
        for (;;) {
          const state = await upToDate(previewId);
          if (await tryToEnter(state, entry)) return state;
        }
      }),
    /** Does the last thing with a preview in one write; after that there is none. */
    finish: <Result>(previewId: string, work: (state: PreviewState) => Result): Promise<Result> =>
      inTurn(async () => {
        for (;;) {
          const state = await upToDate(previewId);
          const done = store.write(() => {
            if (!isCurrent(state)) return null;
            const result = work(state);
            kept.remove(previewId);
            return { result };
          });
          if (done === null) continue;
          held = null;
          return done.result;
        }
      }),
    /** Drops a preview, under review or only kept. @throws AppError `not-found` */
    discard: (previewId: string): Promise<void> =>
      inTurn(() => {
        const wasKept = store.write(() => kept.remove(previewId));
        if (!wasKept) find(previewId);
        if (held?.previewId === previewId) held = null;
      }),
  };
}

/** These bytes are not needed again: their content is in the preview. */
function releaseKnown({ sources, files }: PreviewState): void {
  for (const source of sources) {
    if (!files.some((file) => file.source === source && file.reading.mapping !== null)) source.bytes = null;
  }
}
