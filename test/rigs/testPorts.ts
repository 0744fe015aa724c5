import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Ports } from '../../src/main/ports.ts';
import { testVault } from './testVault.ts';

/** A new data folder, and the way to be rid of it. */
export function temporaryFolder(): { readonly path: string; readonly remove: () => void } {
  const path = mkdtempSync(join(tmpdir(), 'reseal-test-'));
  return { path, remove: () => rmSync(path, { recursive: true, force: true, maxRetries: 5 }) };
}

/** Every log line of a test, so that it can assert what was not said. */
export interface KeptLog {
  readonly log: Ports['log'];
  readonly lines: { readonly level: string; readonly event: string; readonly facts: unknown }[];
}

export function keptLog(): KeptLog {
  const lines: KeptLog['lines'] = [];
  const at = (level: string) => (event: string, facts?: unknown) => void lines.push({ level, event, facts });
  return { lines, log: { info: at('info'), warn: at('warn'), error: at('error') } };
}

/** The outside world of a backend under test: real files and sockets, the real clock unless a test brings its own. */
export function testPorts(dataFolder: string, change: Partial<Ports> = {}): Ports {
  return {
    door: 'test',
    version: '0.0.0-test',
    dataFolder,
    folderAccess: 'thisAccount',
    locale: 'en-US',
    clock: {
      now: () => new Date(),
      monotonicMs: () => performance.now(),
      wait: async (milliseconds, signal) => {
        await wait(milliseconds, undefined, { signal }).catch(() => undefined);
      },
    },
    fetch: globalThis.fetch,
    vault: change.vault ?? testVault(dataFolder),
    formerSecrets: null,
    openExternal: () => Promise.resolve(),
    log: keptLog().log,
    runsOutbox: false,
    practiceTenant: null,
    network: { hostList: null, proxyVariables: [] },
    practiceSpeed: null,
    ...change,
  };
}
