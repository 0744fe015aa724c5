import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { TestProject } from 'vitest/node';
import { z } from 'zod';
import { whyNoOpenApi } from '../openApiDocument.ts';

const RECORDER = pathToFileURL(join(import.meta.dirname, 'recordGraphCalls.ts')).href;

/** Global set-up of the integration suite: where all of it runs, its processes and those they start record what Reseal sends. */
export default function startRecording({ vitest }: TestProject): () => void {
  // What was asked for on the command line; Vitest has it and does not declare it.
  const isWhole = z.array(z.string()).default([]).parse(Reflect.get(vitest, 'filenamePattern')).length === 0;
  if (whyNoOpenApi !== null || !isWhole) return () => undefined;
  const folder = mkdtempSync(join(tmpdir(), 'reseal-recorded-'));
  process.env['RESEAL_RECORDED_CALLS'] = folder;
  const { NODE_OPTIONS } = process.env;
  process.env['NODE_OPTIONS'] = `${NODE_OPTIONS ?? ''} --import ${RECORDER}`.trim();
  return () => {
    rmSync(folder, { recursive: true, force: true });
  };
}
