import { randomUUID } from 'node:crypto';
import type { OutputOf } from '../../src/shared/api/contract.ts';
import { createIntakeEngine, type IntakeEngine } from '../../src/main/services/intake/intakeEngine.ts';
import type { IntakeProgress } from '../../src/main/services/intake/reading/readFiles.ts';
import type { Store } from '../../src/main/store/store.ts';
import { openTestStore } from './testVault.ts';
import { addTenant, tenantId } from './seedStore.ts';
import { temporaryFolder } from './testPorts.ts';

/** When the tests import; after every invented capture. */
export const importedAt = new Date('2026-11-22T12:00:00.000Z');

export interface NamedFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

export interface IntakeOnDisk {
  readonly folder: ReturnType<typeof temporaryFolder>;
  readonly store: Store;
  readonly engine: IntakeEngine;
  readonly progress: readonly IntakeProgress[];
  readonly cancelWhen: (isCancelled: () => boolean) => void;
  readonly inspect: (...files: NamedFile[]) => Promise<OutputOf<'intake.inspect'>>;
  readonly preview: (...files: NamedFile[]) => Promise<OutputOf<'intake.preview'>>;
  readonly rows: (previewId: string) => Promise<OutputOf<'intake.rows'>['rows']>;
  readonly commit: (previewId: string) => Promise<OutputOf<'intake.commit'>>;
  /** Previews, commits what is fit, and gives the ids of the devices. */
  readonly importAll: (...files: NamedFile[]) => Promise<string[]>;
  readonly close: () => void;
}

/**
 * Intake on a real database, without the thread around it: in a folder of its own, or in that of another, as after a
 * restart or as another process on the same queue.
 */
export function intakeOnDisk(other: Pick<IntakeOnDisk, 'folder'> | null = null): IntakeOnDisk {
  const folder = other?.folder ?? temporaryFolder();
  const now = () => importedAt;
  const store = openTestStore(folder.path, now);
  if (other === null) addTenant(store);
  const progress: IntakeProgress[] = [];
  let isCancelled = () => false;
  const engine = createIntakeEngine({
    store,
    now,
    monotonicMs: () => performance.now(),
    isCancelled: () => isCancelled(),
    progress: (step) => void progress.push(step),
  });

  function hand(files: readonly NamedFile[]): string[] {
    return files.map(({ name, bytes }) => {
      const fileId = randomUUID();
      const shared = new SharedArrayBuffer(bytes.length);
      new Uint8Array(shared).set(bytes);
      engine.hand({ fileId, name, bytes: shared });
      return fileId;
    });
  }
  const inspect = async (...files: NamedFile[]) => engine.handlers['intake.inspect']({ fileIds: hand(files) });
  const preview = async (...files: NamedFile[]) =>
    engine.handlers['intake.preview']({ fileIds: hand(files), tenantId, attended: true });
  const commit = async (previewId: string) => engine.handlers['intake.commit']({ previewId });

  return {
    folder,
    store,
    engine,
    progress,
    cancelWhen: (question) => {
      isCancelled = question;
    },
    inspect,
    preview,
    commit,
    rows: async (previewId) => {
      const page = { previewId, statuses: [], search: '', order: 'file' as const, offset: 0, limit: 2_000 };
      return (await engine.handlers['intake.rows'](page)).rows;
    },
    importAll: async (...files) => {
      const { previewId } = await preview(...files);
      return (await commit(previewId)).deviceIds;
    },
    close: () => {
      store.close();
      if (other === null) folder.remove();
    },
  };
}

/** Text as the bytes of a file. */
export function textFile(name: string, text: string, encoding: BufferEncoding = 'utf8'): NamedFile {
  return { name, bytes: Buffer.from(text, encoding) };
}
