import { createBackend } from '../../../src/main/backend.ts';
import { openRawQueue } from '../../rigs/testVault.ts';
import { ask } from '../../rigs/askBackend.ts';
import { inventedHash } from '../../rigs/practiceGraph.ts';
import { addDevices, withStore } from '../../rigs/queuedDevices.ts';
import { addTenant, tenantId } from '../../rigs/seedStore.ts';
import { temporaryFolder, testPorts } from '../../rigs/testPorts.ts';

const COUNT = Number(process.argv[3] ?? 20_000);
const GOAL = 1.5;
const EVENTS_GOAL = COUNT / 1_000;
const ROUNDS = 3;

/** Registers many devices at once, next to writing the same rows and nothing else. */
export async function measureRegister(): Promise<boolean> {
  const rounds: { readonly floor: number; readonly reseal: number; readonly events: number }[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    rounds.push({ floor: bareRows(), ...(await registered()) });
  }
  const floor = Math.min(...rounds.map((round) => round.floor));
  const reseal = Math.min(...rounds.map((round) => round.reseal));
  const events = Math.max(...rounds.map((round) => round.events));
  const isQuick = reseal / floor <= GOAL;
  const isQuiet = events <= EVENTS_GOAL;
  process.stdout.write(
    `registering ${COUNT}: ${reseal.toFixed(0)} ms, bare rows ${floor.toFixed(0)} ms: ${(reseal / floor).toFixed(2)} ×, goal ${GOAL} ${isQuick ? 'met' : 'MISSED'}\n` +
      `events: ${events}, goal ${EVENTS_GOAL} ${isQuiet ? 'met' : 'MISSED'}\n`,
  );
  return isQuick && isQuiet;
}

function queue(): { readonly folder: ReturnType<typeof temporaryFolder>; readonly ids: string[] } {
  const folder = temporaryFolder();
  withStore(folder.path, (store) => addTenant(store));
  // One capture for all: what is measured does not read it.
  const hash = inventedHash('BENCH00001');
  const ids = addDevices(
    folder.path,
    tenantId,
    Array.from({ length: COUNT }, (_, number) => ({ serialNumber: `BENCH${String(number).padStart(5, '0')}`, hash })),
  );
  return { folder, ids };
}

/** What a registration writes: the device's new status, a line of its history, and the job. */
function bareRows(): number {
  const { folder, ids } = queue();
  const database = openRawQueue(folder.path);
  const at = new Date().toISOString();
  const update = database.prepare(
    `UPDATE device SET registration = 'queued', registration_at = ?, next_step = 'waitForRegistration', updated_at = ? WHERE id = ?`,
  );
  const event = database.prepare(
    `INSERT INTO device_event (device_id, at, subject, sentence, from_value, to_value, source)
     VALUES (?, ?, 'registration', 'Queued for registration.', 'none', 'queued', 'Technician')`,
  );
  const job = database.prepare(
    `INSERT INTO job (id, batch_id, kind, step, wish, tenant_id, device_id, act, payload, state, scheduled_at, due_at, created_at)
     VALUES (?, 'batch', 'register', 'send', ?, ?, ?, '{"code":"registration.register"}', '{}', 'waiting', ?, ?, ?)`,
  );
  const before = process.cpuUsage();
  database.transaction(() => {
    for (const id of ids) {
      update.run(at, at, id);
      event.run(id, at);
      job.run(crypto.randomUUID(), `register:${id}`, tenantId, id, at, at, at);
    }
  })();
  const time = since(before);
  database.close();
  folder.remove();
  return time;
}

async function registered(): Promise<{ readonly reseal: number; readonly events: number }> {
  const { folder, ids } = queue();
  const backend = createBackend(testPorts(folder.path));
  let events = 0;
  backend.subscribe(() => (events += 1));
  const before = process.cpuUsage();
  await ask(backend, 'registration.register', { deviceIds: ids });
  const time = since(before);
  await backend.close();
  folder.remove();
  return { reseal: time, events };
}

function since(before: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1_000;
}
