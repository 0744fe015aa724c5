import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { killAfter } from '../../rigs/killAfter.ts';
import { ask } from '../../rigs/askBackend.ts';
import { createBackend } from '../../../src/main/backend.ts';
import { addDevices, withStore } from '../../rigs/queuedDevices.ts';
import { addTenant, tenantId } from '../../rigs/seedStore.ts';
import { serials } from '../../rigs/registrationRig.ts';
import { removeDatabase } from '../../../src/main/store/durableFile.ts';
import { temporaryFolder, testPorts } from '../../rigs/testPorts.ts';

/** Of each kind; `RESEAL_FAULT_KILLS=50` for the figure that docs/security.md states. */
const KILLS = Number(process.env['RESEAL_FAULT_KILLS'] ?? 3);
const DEVICES = 200;
/** Nothing here takes so long. */
const NEVER_MS = 120_000;

let folder: ReturnType<typeof temporaryFolder>;
beforeEach(() => {
  folder = temporaryFolder();
});
afterEach(() => folder.remove());

/** Moments all over the time that the work takes where nobody kills it. */
const momentsIn = (wholeMs: number): number[] =>
  Array.from({ length: KILLS }, (_, kill) => (wholeMs * (kill + 0.5)) / KILLS);
const lines = (calls: readonly (readonly [string, unknown])[]): string =>
  calls.map((call) => `${JSON.stringify(call)}\n`).join('');
const answered = (said: string): number => said.split('\n').filter((line) => /^\d+$/.test(line)).length;

function queueOf(count: number): string[] {
  withStore(folder.path, (store) => addTenant(store));
  return addDevices(
    folder.path,
    tenantId,
    serials(count).map((serialNumber) => ({ serialNumber })),
  );
}

/** Keeps the queue as it is before each kill, and puts it back. */
function copyQueue(way: 'before' | 'back'): void {
  const [kept, here] = [join(folder.path, 'kept.db'), join(folder.path, 'reseal.db')];
  if (way === 'before') {
    copyFileSync(here, kept);
    return;
  }
  removeDatabase(here);
  copyFileSync(kept, here);
}

test(`a process killed while it registers ${DEVICES} devices has taken on all of them or none`, async () => {
  const deviceIds = queueOf(DEVICES);
  const register = lines([['registration.register', { deviceIds }]]);
  copyQueue('before');
  const { ranMs } = await killAfter(['callProcess.ts', folder.path], NEVER_MS, register);
  const seen = { all: 0, none: 0 };
  for (const moment of momentsIn(ranMs)) {
    copyQueue('back');
    const { said } = await killAfter(['callProcess.ts', folder.path], moment, register);

    const { jobs, queued } = withStore(folder.path, ({ database }) => ({
      jobs: database.prepare(`SELECT count(*) FROM job WHERE kind = 'register'`).pluck().get(),
      queued: database.prepare(`SELECT count(*) FROM device WHERE registration = 'queued'`).pluck().get(),
    }));
    expect([0, DEVICES]).toContain(jobs);
    expect(queued).toBe(jobs);
    // What was answered for is there.
    if (answered(said) === 1) expect(jobs).toBe(DEVICES);
    seen[jobs === 0 ? 'none' : 'all'] += 1;
  }
  process.stdout.write(`registrations of ${DEVICES} killed: ${JSON.stringify(seen)}\n`);
  expect(seen.none).toBeGreaterThan(0);
});

test('a process killed while checklists are ticked has kept every tick that it answered', async () => {
  const [deviceId = ''] = queueOf(1);
  const backend = createBackend(testPorts(folder.path));
  const { id, items } = await ask(backend, 'checklists.start', { deviceId, templateId: 'pre-provisioning-entra' });
  await backend.close();
  copyQueue('before');
  const marked = items.filter(({ scope }) => scope === 'device').map((item) => item.id);
  const calls = lines(
    marked.map((itemId) => ['checklists.mark', { id, itemId, state: 'skipped', note: 'as the test wants' }]),
  );
  const { ranMs } = await killAfter(['callProcess.ts', folder.path], NEVER_MS, calls);
  let ticks = 0;
  for (const moment of momentsIn(ranMs)) {
    copyQueue('back');
    const { said } = await killAfter(['callProcess.ts', folder.path], moment, calls);

    const again = createBackend(testPorts(folder.path));
    const found = await ask(again, 'checklists.get', { id });
    const kept = marked.map((itemId) => found.items.find((item) => item.id === itemId)?.state === 'skipped');
    const count = kept.filter(Boolean).length;
    // In order, so that at most the one that was not answered yet is there besides.
    expect(kept.slice(0, count).every(Boolean)).toBe(true);
    expect(count - answered(said)).toBeGreaterThanOrEqual(0);
    expect(count - answered(said)).toBeLessThanOrEqual(1);
    ticks += answered(said);
    await again.close();
  }
  process.stdout.write(`ticks answered before ${KILLS} kills, all kept: ${ticks}\n`);
  expect(ticks).toBeGreaterThan(0);
});
