import { createBackend } from '../../../src/main/backend.ts';
import { tenantId } from '../../rigs/seedStore.ts';
import { temporaryFolder, testPorts } from '../../rigs/testPorts.ts';
import { openRawQueue, openTestStore } from '../../rigs/testVault.ts';
import { fillQueue } from '../queue/measuredQueue.ts';

const COUNT = Number(process.argv[3] ?? 100_000);
const ROUNDS = 3;
const YEAR = { from: '2026-01-01T00:00:00.000Z', to: '2027-01-01T00:00:00.000Z' };
const WEEK = { from: '2026-06-01T00:00:00.000Z', to: '2026-06-08T00:00:00.000Z' };
/** Nobody sees that the page waits for less. */
const GOAL_STALL_MS = 50;
const TECHNICIANS = ['JB', 'MK', 'TS', 'AW', 'RN'];
const CODES = ['0x800705b4', '0x80180014', '0x81036502', null];
const MINUTE_MS = 60_000;

/** Looks back on a year of acts at the bench: how long everything else waits for it, and what it takes next to counting the acts. */
export async function measureShift(): Promise<boolean> {
  const folder = temporaryFolder();
  addActs(folder.path, fillQueue(folder.path, COUNT));
  const raw = openRawQueue(folder.path);
  const bare = raw.prepare('SELECT step, technician, count(*) FROM bench_act WHERE at >= ? AND at < ? GROUP BY 1, 2');
  const backend = createBackend(testPorts(folder.path));
  const ask = (span: typeof YEAR) => backend.dispatch('shift.summary', { tenantId, ...span });
  await ask(YEAR);
  let isMet = true;
  for (const [name, span] of Object.entries({ year: YEAR, week: WEEK })) {
    let [floorMs, ownMs, stallMs] = [Infinity, Infinity, 0];
    for (let round = 0; round < ROUNDS; round += 1) {
      const begun = performance.now();
      bare.all(span.from, span.to);
      floorMs = Math.min(floorMs, performance.now() - begun);
      const { tookMs, longestMs } = await stallOf(() => ask(span));
      ownMs = Math.min(ownMs, tookMs);
      // The worst of the rounds: the best one would hide what a person meets.
      stallMs = Math.max(stallMs, longestMs);
    }
    isMet &&= stallMs <= GOAL_STALL_MS;
    process.stdout.write(
      `${name}: ${ownMs.toFixed(0)} ms, ${(ownMs / floorMs).toFixed(1)} × of counting its acts (${floorMs.toFixed(0)} ms); ` +
        `nothing else gets a turn for ${stallMs.toFixed(0)} ms, goal ${GOAL_STALL_MS} ${stallMs <= GOAL_STALL_MS ? 'met' : 'MISSED'}\n`,
    );
  }
  await backend.close();
  raw.close();
  folder.remove();
  return isMet;
}

/** Each device is started, ends, and of those that are good, two thirds are resealed and shipped: spread over the year. */
function addActs(folder: string, ids: readonly string[]): void {
  const store = openTestStore(folder, () => new Date());
  const addAct = store.database.prepare(
    `INSERT INTO bench_act (device_id, step, at, state_before, state_after, technician) VALUES (?, ?, ?, '{}', '{}', ?)`,
  );
  const addRun = store.database.prepare(
    `INSERT INTO bench_run (id, device_id, started_at, ended_at, result, elapsed_ms, error_code, technician)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const begun = Date.parse(YEAR.from);
  const length = Date.parse(YEAR.to) - begun - 400 * MINUTE_MS;
  store.write(() => {
    for (const [number, id] of ids.entries()) {
      const startMs = begun + Math.floor((number * length) / ids.length);
      const at = (minutes: number) => new Date(startMs + minutes * MINUTE_MS).toISOString();
      const technician = TECHNICIANS[number % TECHNICIANS.length] ?? '';
      const isFailed = number % 12 === 0;
      addAct.run(id, 'start', at(0), technician);
      addAct.run(id, isFailed ? 'failure' : 'success', at(40), technician);
      const code = isFailed ? (CODES[(number / 12) % CODES.length] ?? null) : null;
      addRun.run(
        crypto.randomUUID(),
        id,
        at(0),
        at(40),
        isFailed ? 'failed' : 'succeeded',
        40 * MINUTE_MS,
        code,
        technician,
      );
      if (isFailed || number % 3 === 0) continue;
      addAct.run(id, 'reseal', at(60), technician);
      addAct.run(id, 'ship', at(300), technician);
    }
  });
  store.close();
}

/** How long some work took, and the longest time in which nothing else had a turn. */
async function stallOf(work: () => Promise<unknown>): Promise<{ tookMs: number; longestMs: number }> {
  const begun = performance.now();
  let [last, longestMs, isDone] = [begun, 0, false];
  const tick = () => {
    const now = performance.now();
    longestMs = Math.max(longestMs, now - last);
    last = now;
    if (!isDone) setImmediate(tick);
  };
  setImmediate(tick);
  await work();
  isDone = true;
  tick();
  return { tookMs: performance.now() - begun, longestMs };
}
