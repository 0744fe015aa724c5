import { flushCompileCache } from 'node:module';
import BetterSqlite3 from 'better-sqlite3';
import { z } from 'zod';
import { createBackend } from '../../../src/main/backend.ts';
import { testPorts } from '../testPorts.ts';
import { seededNumbers } from './seededNumbers.ts';
import { unsteadyOptions, type UnsteadyNews } from './unsteadyMessages.ts';

/**
 * A backend in a process of its own, on an unsteady machine: its clock jumps, its disk fills up when it is told so, and it
 * kills itself, as a power cut would, at the given one of its calls to the outside (reading the clock, which every write
 * does, sending a request, having its answer).
 */
const options = unsteadyOptions.parse(JSON.parse(process.argv[2] ?? ''));
const numbers = seededNumbers(options.seed);
const DAY_MS = 86_400_000;
const CALLS_BETWEEN_JUMPS = 300;

let calls = 0;
let clockOffsetMs = 0;

const tell = (news: UnsteadyNews): void => void process.send?.(news);

function callOutside(): void {
  calls += 1;
  if (calls === options.killAtCall) process.kill(process.pid, 'SIGKILL');
  if (!options.clockJumps || numbers.between(1, CALLS_BETWEEN_JUMPS) > 1) return;
  clockOffsetMs = numbers.pick([0, numbers.between(-3 * DAY_MS, 3 * DAY_MS), numbers.between(-60_000, 60_000)]);
  tell({ type: 'clockJumped', byMs: clockOffsetMs });
}

const IMPORT_RECORDS = /\/importedWindowsAutopilotDeviceIdentities(\?|$)/;
const repeatedRecord = z.object({
  serialNumber: z.string(),
  // Already registered here, or twice in one import.
  state: z.object({ deviceErrorCode: z.union([z.literal(806), z.literal(819)]) }),
});

/** A record of an import that Microsoft refused as a repeat: the device was sent twice. */
function tellOfRepeats(text: string): void {
  if (!text.startsWith('{"')) return;
  const list = z.object({ value: z.array(z.unknown()) }).safeParse(JSON.parse(text));
  for (const value of list.data?.value ?? []) {
    const record = repeatedRecord.safeParse(value);
    if (record.success) tell({ type: 'sentTwice', serialNumber: record.data.serialNumber });
  }
}

const databases: BetterSqlite3.Database[] = [];
const original: unknown = Reflect.get(BetterSqlite3.prototype, 'pragma');
function pragma(database: BetterSqlite3.Database, source: string, settings?: BetterSqlite3.PragmaOptions): unknown {
  if (typeof original !== 'function') throw new Error('better-sqlite3 has no pragma.');
  return Reflect.apply(original, database, [source, settings]);
}
// The store opens its database itself; the last thing it sets tells that it is open.
BetterSqlite3.prototype.pragma = function (this: BetterSqlite3.Database, source, settings): unknown {
  if (source.startsWith('foreign_keys')) databases.push(this);
  return pragma(this, source, settings);
};

process.on('message', (message: unknown) => {
  const { disk } = z.object({ disk: z.enum(['full', 'free']) }).parse(message);
  // The first look at the file has a connection of its own, which is closed again.
  for (const database of databases.filter(({ open }) => open)) {
    const pages = z.number().parse(pragma(database, 'page_count', { simple: true }));
    pragma(database, `max_page_count = ${disk === 'full' ? pages : 1_000_000_000}`);
  }
});
// Whoever started it is gone.
process.on('disconnect', () => process.exit());

flushCompileCache();
const ports = testPorts(options.dataFolder);
createBackend({
  ...ports,
  runsOutbox: true,
  practiceTenant: options.practiceTenant,
  clock: {
    ...ports.clock,
    now() {
      callOutside();
      return new Date(Date.now() + clockOffsetMs);
    },
  },
  async fetch(input, init) {
    callOutside();
    const response = await fetch(input, init);
    if (IMPORT_RECORDS.test(response.url)) tellOfRepeats(await response.clone().text());
    callOutside();
    return response;
  },
  log: {
    info: (event) => tell({ type: 'logged', event, facts: '' }),
    warn: (event, facts) => tell({ type: 'logged', event, facts: JSON.stringify(facts) }),
    error: (event, facts) => tell({ type: 'logged', event, facts: JSON.stringify(facts) }),
  },
});
