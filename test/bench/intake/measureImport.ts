import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { createBackend } from '../../../src/main/backend.ts';
import { sendFile } from '../../../src/main/hosts/sendFile.ts';
import { ask } from '../../fakes/askBackend.ts';
import { temporaryFolder, testPorts } from '../../fakes/testPorts.ts';

export interface ImportMeasurement {
  readonly added: number;
  readonly totalMs: number;
  readonly openMs: number;
  readonly previewMs: number;
  readonly commitMs: number;
  /** The longest time for which the backend's own thread answered nothing. */
  readonly longestBlockMs: number;
  readonly idleBytes: number;
  readonly peakBytes: number;
}

const NANOSECONDS = 1e6;
const WATCH_MS = 5;

/** Imports a file through the backend as a door does: bytes in pieces, preview with every rule, commit. */
export async function measureImport(file: string, warmUpFile: string): Promise<ImportMeasurement> {
  const folder = temporaryFolder();
  const backend = createBackend(testPorts(folder.path));
  const tenant = await ask(backend, 'tenants.addPractice', {});

  async function open(path: string): Promise<string> {
    const sent = await sendFile(backend.dispatch, basename(path), readFileSync(path));
    if (!sent.ok) throw new Error(sent.error.message);
    return sent.value;
  }
  // The first import of a program also loads and compiles it.
  await ask(backend, 'intake.preview', { fileIds: [await open(warmUpFile)], tenantId: tenant.id });

  globalThis.gc?.();
  let peakBytes = process.memoryUsage.rss();
  const idleBytes = peakBytes;
  const watch = setInterval(() => {
    peakBytes = Math.max(peakBytes, process.memoryUsage.rss());
  }, WATCH_MS);
  const delay = monitorEventLoopDelay({ resolution: 1 });
  delay.enable();

  const started = performance.now();
  const fileId = await open(file);
  const opened = performance.now();
  const { previewId } = await ask(backend, 'intake.preview', { fileIds: [fileId], tenantId: tenant.id });
  const previewed = performance.now();
  const { added } = await ask(backend, 'intake.commit', { previewId });
  const done = performance.now();

  delay.disable();
  clearInterval(watch);
  await backend.close();
  folder.remove();
  return {
    added,
    totalMs: done - started,
    openMs: opened - started,
    previewMs: previewed - opened,
    commitMs: done - previewed,
    longestBlockMs: delay.max / NANOSECONDS,
    idleBytes,
    peakBytes,
  };
}
