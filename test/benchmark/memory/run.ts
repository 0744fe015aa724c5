import { readFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { projectRoot } from '../../../scripts/support/projectRoot.mjs';
import { deviceSort } from '../../../src/shared/devices/deviceFilter.ts';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { tenantId } from '../../rigs/seedStore.ts';
import { temporaryFolder } from '../../rigs/testPorts.ts';
import { testVault } from '../../rigs/testVault.ts';
import { fillQueue } from '../queue/measuredQueue.ts';

/** The work of a start is done by then: the index of the search, the backup, the check of the file. */
const SETTLES_MS = 30_000;
const LOOK_EVERY_MS = 50;
/** Somebody who searches, sorts and scrolls every few seconds for an hour. */
const ROUNDS = 60;
const WORDS = ['pf0', 'latitude', 'user77', 'kiosk', 'nothing-like-it', 'pf'];
const PAGE = 300;

/** One built `serve` on one size of queue; prints what it holds at rest, after an hour’s acts, and at most meanwhile. */
const count = Number(process.argv[2]);
const folder = temporaryFolder();
testVault(folder.path);
if (count > 0) fillQueue(folder.path, count);
const program = spawn(
  process.execPath,
  [join(projectRoot, 'out', 'main', 'cli.js'), 'serve', '--json', '--data-dir', folder.path],
  {
    env: {
      ...process.env,
      RESEAL_KEY_KEPT_IN: 'file',
      // Nothing answers there: a lab is offline most of the day.
      RESEAL_PRACTICE_URL: 'http://127.0.0.1:9',
      RESEAL_PRACTICE_TOKEN: 'none',
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  },
);
const [line] = z
  .tuple([z.string()])
  .rest(z.unknown())
  .parse(await once(createInterface(program.stdout), 'line'));
const { url } = z.object({ url: z.url() }).parse(JSON.parse(line));
const address = new URL(url);
const headers = {
  authorization: `Bearer ${address.hash.replace('#token=', '')}`,
  'content-type': 'application/json',
};

/** What the system counts as this process's own memory. */
function residentBytes(): number {
  const status = readFileSync(`/proc/${program.pid ?? 0}/status`, 'utf8');
  return Number(/^VmRSS:\s+(\d+) kB$/m.exec(status)?.[1]) * 1_024;
}

async function call(procedure: string, input: object): Promise<void> {
  const answer = await fetch(`${address.origin}/rpc/${procedure}`, {
    method: 'POST',
    headers,
    body: JSON.stringify(input),
  });
  const { ok } = z.object({ ok: z.boolean() }).parse(await answer.json());
  if (!ok) throw new Error(`${procedure} was refused.`);
}

await wait(SETTLES_MS);
const restBytes = residentBytes();
let peakBytes = restBytes;
const watch = setInterval(() => {
  peakBytes = Math.max(peakBytes, residentBytes());
}, LOOK_EVERY_MS);
if (count > 0) {
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const search of WORDS) await call('devices.list', { tenantId, limit: PAGE, search });
    for (const sort of deviceSort.options) await call('devices.list', { tenantId, limit: PAGE, sort });
    for (let page = 0; page < 10; page += 1) {
      await call('devices.list', { tenantId, limit: PAGE, offset: ((round * 10 + page) * 7_919) % count });
    }
    await call('devices.list', { tenantId, limit: PAGE, groupTags: ['KIOSK'], registration: ['registered'] });
  }
}
clearInterval(watch);
const usedBytes = residentBytes();
program.kill();
await once(program, 'exit');
folder.remove();
process.stdout.write(JSON.stringify({ restBytes, usedBytes, peakBytes }));
