import { z } from 'zod';
import { createBackend } from '../../../src/main/backend.ts';
import { deviceSort } from '../../../src/shared/devices/deviceFilter.ts';
import { ask } from '../../rigs/askBackend.ts';
import { tenantId } from '../../rigs/seedStore.ts';
import { temporaryFolder, testPorts } from '../../rigs/testPorts.ts';
import { openRawQueue } from '../../rigs/testVault.ts';
import { fillQueue } from './measuredQueue.ts';

const PAGE = 300;
const ROUNDS = 3;
const ENOUGH_MICROSECONDS = 60_000;

/** One size of queue in a process of its own; prints the processor time of each read in milliseconds, and the rows it gave. */
const count = Number(process.argv[2]);
const folder = temporaryFolder();
const ids = fillQueue(folder.path, count, { isPlain: process.argv[3] === 'plain' });
const backend = createBackend(testPorts(folder.path));
const some = Array.from({ length: PAGE }, (_, place) => ids[(place * 7919) % ids.length] ?? '');
const raw = openRawQueue(folder.path);
const byId = raw.prepare('SELECT * FROM device WHERE id = ?');
const one = ids[Math.floor(count / 2)] ?? '';
const { device } = await ask(backend, 'devices.get', { id: one });
/** As a door asks it: `ask` would read the answer a second time. */
const list = (input: object) => backend.dispatch('devices.list', { tenantId, limit: PAGE, ...input });

const reads: Record<string, () => unknown> = {
  'floor: 300 rows by id': () => some.map((id) => byId.get(id)),
  'one row by id': () => byId.get(one),
  'plain page': () => list({}),
  'last page': () => list({ offset: Math.max(0, count - PAGE) }),
  ...Object.fromEntries(
    deviceSort.options.map((sort) => [`sorted by ${sort}`, () => list({ sort, descending: false })]),
  ),
  'registration: registered': () => list({ registration: ['registered'] }),
  'profile: not assigned': () => list({ profile: ['notAssigned'] }),
  'bench: failed': () => list({ bench: ['failed'] }),
  'bench: succeeded, by model': () => list({ bench: ['succeeded'], sort: 'model' }),
  'bench: succeeded, deep': () => list({ bench: ['succeeded'], offset: Math.floor(count / 4) }),
  'next step: register': () => list({ nextSteps: ['register'] }),
  'something failed': () => list({ failed: true }),
  'group tag': () => list({ groupTags: ['kiosk'] }),
  'group tag, by tag': () => list({ groupTags: ['KIOSK'], sort: 'groupTag' }),
  'no group tag': () => list({ groupTags: [''] }),
  'model and group tag': () => list({ models: ['Latitude 5450', 'Latitude 7450'], groupTags: ['KIOSK', 'SALES'] }),
  'group tag, registered': () => list({ groupTags: ['KIOSK'], registration: ['registered'] }),
  'with a user': () => list({ isAssigned: true }),
  'one user': () => list({ users: ['user77@contoso.example'] }),
  'profile name': () => list({ profileNames: ['Standard'] }),
  scenario: () => list({ scenarios: ['preProvisioned'] }),
  'imported in a month': () => list({ createdFrom: '2026-07-01', createdUntil: '2026-07-31' }),
  'to be used by': () => list({ useByUntil: '2026-12-31', sort: 'useBy' }),
  'filter values': () => ask(backend, 'devices.filterValues', { tenantId }),
  '300 rows shown before': () => ask(backend, 'devices.rows', { ids: some }),
  'next steps of 1000': () => ask(backend, 'devices.nextSteps', { ids: ids.slice(0, 1_000) }),
  batch: () => list({ batchId: device.batchId ?? undefined }),
  'search: serial number': () => list({ search: device.serialNumber }),
  'search: three letters': () => list({ search: 'pf0' }),
  'search: model': () => list({ search: 'latitude' }),
  'search: user': () => list({ search: 'user77' }),
  'search: two letters': () => list({ search: 'pf' }),
  'search: none': () => list({ search: 'nothing-like-it' }),
  'find by serial number': () => ask(backend, 'devices.find', { serialNumber: device.serialNumber ?? '' }),
  'get by id': () => ask(backend, 'devices.get', { id: one }),
  // The day on which the queue was filled last: a shift looks at its acts and at how all of the queue stands.
  shift: () =>
    backend.dispatch('shift.summary', { tenantId, from: '2026-10-28T00:00:00Z', to: '2026-10-29T00:00:00Z' }),
  batches: () => ask(backend, 'devices.batches', { tenantId }),
  'ids of all': () => ask(backend, 'devices.ids', { tenantId }),
};

/** A processor's time is told in steps of some milliseconds: each read is repeated until that does not matter. */
async function timeOf(read: () => unknown): Promise<number> {
  const before = process.threadCpuUsage();
  for (let times = 1; ; times += 1) {
    await read();
    const { user, system } = process.threadCpuUsage(before);
    if (user + system > ENOUGH_MICROSECONDS) return (user + system) / 1_000 / times;
  }
}

const page = z.object({ value: z.object({ devices: z.array(z.unknown()) }) });
const rowsOf = (answer: unknown): number => page.safeParse(answer).data?.value.devices.length ?? 1;

const times: Record<string, number> = {};
const rows: Record<string, number> = {};
for (const [name, read] of Object.entries(reads)) rows[name] = rowsOf(await read());
for (let round = 0; round < ROUNDS; round += 1) {
  for (const [name, read] of Object.entries(reads)) {
    times[name] = Math.min(times[name] ?? Number.POSITIVE_INFINITY, await timeOf(read));
  }
}
raw.close();
await backend.close();
folder.remove();
process.stdout.write(JSON.stringify({ times, rows }));
