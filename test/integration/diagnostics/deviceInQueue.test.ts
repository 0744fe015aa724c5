import { randomUUID } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { zipSync } from 'fflate';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { z } from 'zod';
import { runInProcess } from '../support/runInProcess.ts';
import { inventedDevice } from '../../rigs/inventedDevices.ts';
import { offlineQueue, otherTenantId, type OfflineQueue } from '../../rigs/offlineQueue.ts';
import { tenantId } from '../../rigs/seedStore.ts';
import { openTestStore } from '../../rigs/testVault.ts';
import {
  failing,
  makeDiagnostics,
  OTHER_TENANT,
  TENANT,
  type Invented,
} from '../../fixtures/diagnostics/makeDiagnostics.ts';

const SERIAL = 'BENCH0001';
const ZTDID = '6d8d8a5e-2f2c-4d44-9d0e-0a4c9d1c2b3a';
const { manufacturer, productName: model } = inventedDevice(1);
const known = { serialNumber: SERIAL, manufacturer, model };
const archived: Invented = { profile: { CloudAssignedTenantId: TENANT }, serialNumber: SERIAL };

let workshop: OfflineQueue;
let folder: string;
beforeEach(() => {
  workshop = offlineQueue();
  folder = mkdtempSync(join(tmpdir(), 'reseal-in-queue-'));
  const store = openTestStore(workshop.folder, () => new Date());
  const bind = store.database.prepare('UPDATE tenant SET directory_id = ? WHERE id = ?');
  bind.run(TENANT, tenantId);
  bind.run(OTHER_TENANT.toUpperCase(), otherTenantId);
  store.close();
});
afterEach(async () => {
  await workshop.close();
  rmSync(folder, { recursive: true, force: true });
});

const queueDevice = z.object({ id: z.string(), customer: z.string(), directoryId: z.string().nullable() });
const answer = z.object({
  devices: z.array(
    z.object({
      stop: z
        .object({ code: z.string(), tenants: z.array(z.object({ value: z.string(), place: z.string() })) })
        .nullable(),
      causes: z.array(z.unknown()),
      queue: z
        .object({
          state: z.string(),
          devices: z.array(queueDevice),
          changedParts: z.array(z.string()),
          isOtherTenant: z.boolean(),
          words: z.string(),
          advice: z.object({ id: z.string(), title: z.string(), steps: z.array(z.string()).min(1) }).nullable(),
        })
        .nullable(),
    }),
  ),
});

function written(device: Invented): string {
  const path = join(folder, `${randomUUID()}.zip`);
  writeFileSync(path, zipSync(makeDiagnostics(device)));
  return path;
}
const inText = async (device: Invented) =>
  (await runInProcess(['diagnose', '--data-dir', workshop.folder, written(device)])).stdout;
async function asked(device: Invented, dataFolder = workshop.folder) {
  const { stdout } = await runInProcess(['diagnose', '--json', '--data-dir', dataFolder, written(device)]);
  const [first] = answer.parse(JSON.parse(stdout)).devices;
  if (first === undefined) throw new Error('An archive is one device.');
  return first;
}

test('the archive is of the device whose serial number, maker and model it has', async () => {
  const id = workshop.addDevice({ ...known, serialNumber: SERIAL.toLowerCase() });
  const { queue, stop } = await asked(archived);
  expect(queue).toMatchObject({ state: 'same', devices: [{ id, customer: 'Contoso' }], isOtherTenant: false });
  expect(stop).toBeNull();
  expect(await inText(archived)).toMatch(/In the queue\nIt is bench0001 \(.+, Contoso\)\./);
});

test('without a hash its ZTDID tells it', async () => {
  const id = workshop.addDevice({ serialNumber: null, ztdId: ZTDID });
  const { queue } = await asked({
    profile: { CloudAssignedTenantId: TENANT, ZtdRegistrationId: ZTDID.toUpperCase() },
  });
  expect(queue).toMatchObject({ state: 'same', devices: [{ id }] });
});

test('a profile of another tenant than the customer’s is a hard stop, said first, with what to do', async () => {
  workshop.addDevice({ ...known, tenantId: otherTenantId });
  const failed: Invented = { ...archived, autopilot: [failing('09:01:00', 171, 0x81039024)] };
  const { queue, stop, causes } = await asked(failed);
  expect(stop).toMatchObject({
    code: 'second-tenant',
    tenants: [{ value: TENANT }, { value: OTHER_TENANT, place: 'Fabrikam' }],
  });
  expect(causes).toEqual([]);
  expect(queue).toMatchObject({ isOtherTenant: true, advice: { id: 'import.other-tenant' } });
  const [, first = '', ...rest] = (await inText(failed)).split('\n').filter((line) => line !== '');
  expect(first).toMatch(/^STOP: more than one tenant .*Fabrikam/);
  expect(rest.join('\n')).toContain('Ask whoever registered it to deregister it.');
});

test('a customer whose tenant is not known is not compared', async () => {
  const store = openTestStore(workshop.folder, () => new Date());
  store.database.prepare('UPDATE tenant SET directory_id = NULL').run();
  store.close();
  workshop.addDevice({ ...known, tenantId: otherTenantId });
  expect(await asked(archived)).toMatchObject({ stop: null, queue: { state: 'same', isOtherTenant: false } });
});

test('a customer that is known by a domain alone is not compared: a tenant has many', async () => {
  const store = openTestStore(workshop.folder, () => new Date());
  store.database.prepare("UPDATE tenant SET directory_id = 'fabrikam.example'").run();
  store.close();
  workshop.addDevice({ ...known, tenantId: otherTenantId });
  expect(await asked(archived)).toMatchObject({ stop: null, queue: { state: 'same', isOtherTenant: false } });
});

test('a tenant ID in capitals is the same tenant', async () => {
  workshop.addDevice(known);
  const { stop } = await asked({ ...archived, profile: { CloudAssignedTenantId: TENANT.toUpperCase() } });
  expect(stop).toBeNull();
});

test.each([
  ['whose key is not there', (data: string) => rmSync(join(data, 'reseal.key.json')), 'reseal.key.json'],
  ['whose key file is damaged', (data: string) => writeFileSync(join(data, 'reseal.key.json'), '{'), 'damaged'],
])('a queue %s is said not to be read, and the diagnosis is given all the same', async (_what, damage, words) => {
  workshop.addDevice(known);
  damage(workshop.folder);
  const { queue } = await asked(archived);
  expect(queue).toMatchObject({ state: 'notRead', devices: [] });
  expect(queue?.words).toContain(words);
});

test('a queue that is a folder, or nothing of Reseal, is said not to be read', async () => {
  for (const make of [mkdirSync, (file: string) => writeFileSync(file, 'no queue at all, but some text')]) {
    const data = mkdtempSync(join(folder, 'data-'));
    make(join(data, 'reseal.db'));
    expect((await asked(archived, data)).queue).toMatchObject({ state: 'notRead' });
  }
});

test('a device that the queue does not have is said to be none of it', async () => {
  workshop.addDevice({ serialNumber: 'BENCH0002' });
  expect((await asked(archived)).queue).toMatchObject({ state: 'notInQueue', devices: [] });
  expect(await inText(archived)).toContain('No device of the queue is the one of this archive.');
});

test('another maker’s device of this serial number is not taken for it', async () => {
  workshop.addDevice({ ...known, manufacturer: 'Another Maker' });
  expect((await asked(archived)).queue).toMatchObject({ state: 'notInQueue' });
});

test('of two devices of one serial number neither is chosen; a ZTDID decides', async () => {
  const id = workshop.addDevice({ ...known, ztdId: ZTDID });
  workshop.addDevice({ ...known, tenantId: otherTenantId, ztdId: null });
  const { queue, stop } = await asked(archived);
  expect(queue?.state).toBe('cannotBeTold');
  expect(queue?.devices.map(({ customer }) => customer).sort()).toEqual(['Contoso', 'Fabrikam']);
  expect(stop).toBeNull();
  expect(await inText(archived)).toContain('It cannot be told which device of the queue it is');
  const profile = { ...archived.profile, ZtdRegistrationId: ZTDID };
  expect((await asked({ ...archived, profile })).queue).toMatchObject({ state: 'same', devices: [{ id }] });
});

test('where every device that may be meant is of another tenant, it stops as well', async () => {
  for (let number = 0; number < 2; number += 1) workshop.addDevice({ ...known, tenantId: otherTenantId });
  expect(await asked(archived)).toMatchObject({
    stop: { code: 'second-tenant' },
    queue: { state: 'cannotBeTold', isOtherTenant: true },
  });
});

test('an archive that names no device asks for none', async () => {
  expect((await asked({ profile: { CloudAssignedTenantId: TENANT } })).queue).toMatchObject({ state: 'notNamed' });
});

test('a folder without a queue stays without one, and nothing is said of it', async () => {
  const empty = join(folder, 'no-queue');
  expect((await asked(archived, empty)).queue).toBeNull();
  expect(readdirSync(folder)).not.toContain('no-queue');
});

test('a queue of an older format is left as it is, and the diagnosis is given all the same', async () => {
  const store = openTestStore(workshop.folder, () => new Date());
  const before: unknown = store.database.pragma('user_version', { simple: true });
  store.database.pragma('user_version = 40');
  const { queue } = await asked(archived);
  expect(queue).toMatchObject({ state: 'notRead', devices: [] });
  expect(queue?.words).toContain('older Reseal');
  expect(store.database.pragma('user_version', { simple: true })).toBe(40);
  store.database.pragma(`user_version = ${String(before)}`);
  store.close();
});
