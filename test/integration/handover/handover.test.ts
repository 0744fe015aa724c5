import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createImportBatchStore } from '../../../src/main/store/importBatchStore.ts';
import { ask } from '../../rigs/askBackend.ts';
import { offlineQueue, type OfflineQueue } from '../../rigs/offlineQueue.ts';
import { readPdf } from '../../rigs/readPdf.ts';
import { tenantId } from '../../rigs/seedStore.ts';
import { openTestStore } from '../../rigs/testVault.ts';
import { runInProcess } from '../support/runInProcess.ts';

let workshop: OfflineQueue;
beforeEach(() => {
  workshop = offlineQueue();
});
afterEach(() => workshop.close());

const green = { bench: 'succeeded', benchEndedAt: '2026-11-20T10:00:00.000Z', reseal: 'resealed' } as const;
const ada = { assignedUser: 'ada@contoso.com', assignedUserName: 'Ada Lovelace' } as const;

/** Two of one box, one of no box that is not resealed; one has a user. */
function fill(): string[] {
  const store = openTestStore(workshop.folder, () => new Date('2026-11-22T12:00:00.000Z'));
  const batchId = createImportBatchStore(store, () => new Date()).add({ tenantId, name: 'Pallet 3', files: [] });
  store.close();
  return [
    workshop.addDevice({ ...green, ...ada, serialNumber: 'BOX1', batchId }),
    workshop.addDevice({ ...green, serialNumber: 'BOX2', batchId }),
    workshop.addDevice({ ...green, reseal: 'notResealed', serialNumber: 'LOOSE1' }),
  ];
}

const list = (deviceIds: string[], more: object = {}) =>
  ask(workshop.backend, 'handover.list', { deviceIds, format: 'csv', ...more });
const bytesOf = ({ document }: { document: { base64: string } }) => Buffer.from(document.base64, 'base64');

test('a list goes by box, tells by when each must be used, and names no user', async () => {
  const csv = bytesOf(await list(fill().toReversed())).toString('utf8');
  expect(csv).toMatch(/Pallet 3,BOX2,[\s\S]*Pallet 3,BOX1,[\s\S]*\n,LOOSE1/);
  expect(csv).toContain('2027-05-20T10:00:00.000Z');
  expect(csv).not.toContain('Ada');
});

test('a list by user names them; one by box only where it is asked to', async () => {
  const ids = fill();
  expect(bytesOf(await list(ids, { groupedBy: 'user' })).toString('utf8')).toContain('Pallet 3,Ada Lovelace,BOX1');
  expect(bytesOf(await list(ids, { withUsers: true })).toString('utf8')).toContain('Ada Lovelace');
});

test('each box is a page of its own, on the paper that the lab has', async () => {
  const ids = fill();
  expect(readPdf(bytesOf(await list(ids, { format: 'pdf', paper: 'a4' })))).toMatchObject({ pages: 2 });
  expect(readPdf(bytesOf(await list(ids, { format: 'pdf', groupedBy: 'user' }))).pages).toBe(1);
  await ask(workshop.backend, 'settings.write', { paper: 'a4' });
  expect(readPdf(bytesOf(await list(ids, { format: 'pdf' }))).sizes[0]).toEqual([595.28, 841.89]);
  expect(readPdf(bytesOf(await list(ids, { format: 'pdf', paper: 'letter' }))).sizes[0]).toEqual([612, 792]);
});

test('each user has one page, and a device that is not ready has a reason', async () => {
  await ask(workshop.backend, 'settings.write', { userContact: 'Help desk, +49 30 1234567' });
  const cards = await ask(workshop.backend, 'handover.cards', { deviceIds: fill() });
  expect(readPdf(bytesOf(cards)).pages).toBe(2);
  expect(cards).toMatchObject({ devices: 2, leftOut: [{ serialNumber: 'LOOSE1' }] });
  expect(cards.leftOut[0]?.reason).toContain('Reseal it first');
});

test('the card with most steps and the longest texts is still one page, on both papers', async () => {
  const long = 'Wwwwwwwwww '.repeat(11).trim();
  await ask(workshop.backend, 'settings.write', { userContact: long, labName: 'Lab '.repeat(20).trim() });
  const id = workshop.addDevice({
    chosenScenario: 'userDriven',
    chosenJoinType: 'hybrid',
    manufacturer: long,
    model: long,
    assignedUser: 'ada@contoso.com',
    assignedUserName: long,
  });
  for (const paper of ['a4', 'letter'] as const) {
    const cards = await ask(workshop.backend, 'handover.cards', { deviceIds: [id], paper, withUsers: true });
    expect(readPdf(bytesOf(cards)).pages).toBe(1);
  }
});

test('where no device is ready, no card is made, and it is said why', async () => {
  const [, , loose = ''] = fill();
  const refused = await workshop.backend.dispatch('handover.cards', { deviceIds: [loose] });
  expect(refused).toMatchObject({ error: { code: 'not-found' } });
  expect(JSON.stringify(refused)).toContain('LOOSE1');
  expect(
    await workshop.backend.dispatch('handover.list', { deviceIds: [crypto.randomUUID()], format: 'csv' }),
  ).toMatchObject({
    error: { code: 'not-found' },
  });
});

test('what no typeface has is named before it is printed', async () => {
  const id = workshop.addDevice({ ...green, deviceName: 'PC-😀' });
  const asked = { deviceIds: [id], withCodes: false };
  for (const name of ['handover.cards', 'handover.list']) {
    const refused = await workshop.backend.dispatch(name, { ...asked, format: 'pdf' });
    expect(refused).toMatchObject({ error: { code: 'unprintable' } });
    expect(JSON.stringify(refused)).toContain('device name of');
  }
});

test('the papers are written on the command line', async () => {
  fill();
  const file = (name: string) => join(workshop.folder, name);
  const words = ['handover', '--data-dir', workshop.folder];
  const batch = await runInProcess([
    ...words,
    '--batch',
    'Pallet 3',
    '--pdf',
    file('list.pdf'),
    '--csv',
    file('list.csv'),
  ]);
  expect(batch.status).toBe(0);
  expect(readPdf(readFileSync(file('list.pdf'))).pages).toBe(1);
  expect(readFileSync(file('list.csv'), 'utf8')).not.toContain('LOOSE1');
  const cards = await runInProcess([...words, '--cards', file('cards.pdf')]);
  expect(cards.stdout).toContain('LOOSE1: It is not resealed yet.');
  expect(cards.status).toBe(1);
  expect(readPdf(readFileSync(file('cards.pdf'))).pages).toBe(2);
  const one = await runInProcess([...words, 'BOX1', '--cards', file('one.pdf'), '--json']);
  expect(JSON.parse(one.stdout)).toMatchObject({ devices: 1, leftOut: [] });
  expect((await runInProcess(words)).stderr).toContain('Say what to write');
});
