import { closeSync, openSync, readSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { createBackend } from '../../../src/main/backend.ts';
import { ask } from '../../fakes/askBackend.ts';
import { temporaryFolder, testPorts } from '../../fakes/testPorts.ts';

interface Steps {
  readonly added: number;
  readonly totalMs: number;
  readonly openMs: number;
  readonly previewMs: number;
  readonly commitMs: number;
}

export interface ImportMeasurement extends Steps {
  /** Of the first import after the start, which also loads and compiles the program. */
  readonly firstTotalMs: number;
  /** The longest time for which the backend's own thread answered nothing. */
  readonly longestBlockMs: number;
  readonly idleBytes: number;
  readonly peakBytes: number;
}

const PIECE_BYTES = 1_048_576;
const NANOSECONDS = 1e6;
const WATCH_MS = 5;

/** Imports a file through the backend as a door does: bytes in pieces, preview with every rule, commit; and another before it. */
export async function measureImport(file: string, warmUpFile: string): Promise<ImportMeasurement> {
  const folder = temporaryFolder();
  const backend = createBackend(testPorts(folder.path));
  const tenant = await ask(backend, 'tenants.addPractice', {});

  /** Piece by piece, as the page does it: no door holds a whole file. */
  async function open(path: string): Promise<string> {
    const { fileId } = await ask(backend, 'intake.openFile', { name: basename(path), sizeBytes: statSync(path).size });
    const handle = openSync(path, 'r');
    const piece = Buffer.alloc(PIECE_BYTES);
    for (let read = readSync(handle, piece); read > 0; read = readSync(handle, piece)) {
      await ask(backend, 'intake.appendToFile', { fileId, base64: piece.toString('base64', 0, read) });
    }
    closeSync(handle);
    return fileId;
  }

  async function importFile(path: string): Promise<Steps> {
    const started = performance.now();
    const fileId = await open(path);
    const opened = performance.now();
    const { previewId } = await ask(backend, 'intake.preview', { fileIds: [fileId], tenantId: tenant.id });
    const previewed = performance.now();
    const { added } = await ask(backend, 'intake.commit', { previewId });
    const done = performance.now();
    return {
      added,
      totalMs: done - started,
      openMs: opened - started,
      previewMs: previewed - opened,
      commitMs: done - previewed,
    };
  }

  const first = await importFile(warmUpFile);

  globalThis.gc?.();
  let peakBytes = process.memoryUsage.rss();
  const idleBytes = peakBytes;
  const watch = setInterval(() => {
    peakBytes = Math.max(peakBytes, process.memoryUsage.rss());
  }, WATCH_MS);
  const delay = monitorEventLoopDelay({ resolution: 1 });
  delay.enable();

  const steps = await importFile(file);
  delay.disable();
  clearInterval(watch);
  await backend.close();
  folder.remove();
  return {
    ...steps,
    firstTotalMs: first.totalMs,
    longestBlockMs: delay.max / NANOSECONDS,
    idleBytes,
    peakBytes,
  };
}
