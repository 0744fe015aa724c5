import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { canHoldHash } from '../../../shared/intake/canHoldHash.ts';

export interface LaunchArguments {
  readonly dataDir: string | undefined;
  /** For a queue that shall be plain. */
  readonly withoutEncryption: boolean;
  /** Whether an empty queue is wanted where the folder has lost its own. */
  readonly beginsAnew: boolean;
  /** Files to import, as absolute paths. */
  readonly files: readonly string[];
  /** Whether Reseal started itself again, after an error that nobody caught. */
  readonly restarted: boolean;
}

/** What Reseal adds to its own arguments when it starts itself again. */
export const RESTARTED = '--restarted';

/** What Reseal was started with. Chromium adds switches of its own, and a checkout its folder: both are passed over. */
export function launchArguments(words: readonly string[], workingFolder: string): LaunchArguments {
  const { values, positionals } = parseArgs({
    args: words.slice(1),
    options: {
      'data-dir': { type: 'string' },
      'no-encryption': { type: 'boolean' },
      'begin-anew': { type: 'boolean' },
      restarted: { type: 'boolean' },
    },
    allowPositionals: true,
    strict: false,
  });
  const dataDir = values['data-dir'];
  return {
    dataDir: typeof dataDir === 'string' ? dataDir : undefined,
    withoutEncryption: values['no-encryption'] === true,
    restarted: values['restarted'] === true,
    beginsAnew: values['begin-anew'] === true,
    files: positionals.filter(canHoldHash).map((word) => resolve(workingFolder, word)),
  };
}
