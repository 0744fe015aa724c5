import { basename } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { createBackend } from '../../../src/main/backend.ts';
import { sendFile } from '../../../src/main/hosts/sendFile.ts';
import { openStore } from '../../../src/main/store/openStore.ts';
import { ask } from '../../rigs/askBackend.ts';
import { temporaryFolder, testPorts } from '../../rigs/testPorts.ts';

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

const NANOSECONDS = 1e6;
const WATCH_MS = 5;

/**
 * Imports a file through the backend as a door does: bytes in pieces, preview with every rule, commit; and another before it.
 * The queue is encrypted, as it is at a bench, unless it shall be plain.
 */
export async function measureImport(
  file: string,
  warmUpFile: string,
  { isPlain = false } = {},
): Promise<ImportMeasurement> {
  const folder = temporaryFolder();
  if (isPlain) openStore(folder.path, () => new Date()).close();
  const backend = createBackend(testPorts(folder.path));
  const tenant = await ask(backend, 'tenants.addPractice', {});

  async function importFile(path: string): Promise<Steps> {
    const started = performance.now();
    // As the command line does it, and the window with files that it was opened with.
    const sent = await sendFile(backend.dispatch, basename(path), path);
    if (!sent.ok) throw new Error(sent.error.message);
    const opened = performance.now();
    const { previewId } = await ask(backend, 'intake.preview', { fileIds: [sent.value], tenantId: tenant.id });
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
