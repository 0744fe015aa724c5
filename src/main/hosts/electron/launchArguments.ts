import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { canHoldHash } from '../../../shared/intake/canHoldHash.ts';

export interface LaunchArguments {
  readonly dataDir: string | undefined;
  /** Whether an empty queue is wanted where the folder has lost its own. */
  readonly beginsAnew: boolean;
  /** Files to import, as absolute paths. */
  readonly files: readonly string[];
}

/** What Reseal was started with. Chromium adds switches of its own, and a checkout its folder: both are passed over. */
export function launchArguments(words: readonly string[], workingFolder: string): LaunchArguments {
  const { values, positionals } = parseArgs({
    args: words.slice(1),
    options: { 'data-dir': { type: 'string' }, 'begin-anew': { type: 'boolean' } },
    allowPositionals: true,
    strict: false,
  });
  const dataDir = values['data-dir'];
  return {
    dataDir: typeof dataDir === 'string' ? dataDir : undefined,
    beginsAnew: values['begin-anew'] === true,
    files: positionals.filter(canHoldHash).map((word) => resolve(workingFolder, word)),
  };
}
