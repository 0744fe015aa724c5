import { afterEach, beforeEach, expect, test } from 'vitest';
import { ask } from '../../rigs/askBackend.ts';
import { offlineQueue, type OfflineQueue } from '../../rigs/offlineQueue.ts';
import { readPdf } from '../../rigs/readPdf.ts';

let workshop: OfflineQueue;

beforeEach(async () => {
  workshop = offlineQueue();
  await ask(workshop.backend, 'settings.write', { shelves: ['1', '2', 'A1'] });
});
afterEach(() => workshop.close());

const put = (deviceId: string, shelf: string | null) => ask(workshop.backend, 'shelves.put', { deviceId, shelf });
const shelfOf = async (id: string) => (await ask(workshop.backend, 'devices.get', { id })).device.shelf;
const scan = (text: string, after?: string) =>
  ask(workshop.backend, 'scans.read', { text, ...(after === undefined ? {} : { after }) });

test('a shelf holds one device: a second one takes its place, and says which one gave way', async () => {
  const one = workshop.addDevice({ serialNumber: 'ONE1', ztdId: null });
  const other = workshop.addDevice({ serialNumber: 'OTHER1', ztdId: null });
  expect(await put(one, 'a1')).toMatchObject({ device: { shelf: 'A1' }, from: null, other: null });
  expect(await put(other, 'A1')).toMatchObject({ device: { shelf: 'A1' }, other: { id: one, title: 'ONE1' } });
  expect([await shelfOf(one), await shelfOf(other)]).toEqual([null, 'A1']);
  const { shelves } = await ask(workshop.backend, 'shelves.list', {});
  expect(shelves.map(({ name, device }) => [name, device?.serialNumber ?? null])).toEqual([
    ['1', null],
    ['2', null],
    ['A1', 'OTHER1'],
  ]);
  const { timeline } = await ask(workshop.backend, 'devices.get', { id: one });
  expect(timeline[0]?.sentence).toBe('It stands no longer on shelf A1: another device was put there.');
});

test('the label of a shelf puts the device there that was scanned before it, and alone says what stands there', async () => {
  const id = workshop.addDevice({ serialNumber: 'ONE1', ztdId: null });
  expect(await scan('RESEAL:SHELF:1')).toMatchObject({ verdict: 'shelf', shelf: '1', device: null });
  expect(await scan('RESEAL:SHELF:1', id)).toMatchObject({ verdict: 'shelved', shelf: '1', from: null });
  expect(await scan('RESEAL:SHELF:2', id)).toMatchObject({ verdict: 'shelved', shelf: '2', from: '1' });
  expect(await scan('RESEAL:SHELF:2')).toMatchObject({ verdict: 'shelf', device: { id } });
  expect(await scan('RESEAL:SHELF:99', id)).toMatchObject({ verdict: 'unknownShelf', shelf: '99' });
  expect(await shelfOf(id)).toBe('2');
});

test('a device leaves its shelf when it is shipped, or taken off the queue', async () => {
  const shipped = workshop.addDevice({ serialNumber: 'ONE1', ztdId: null });
  const gone = workshop.addDevice({ serialNumber: 'OTHER1', ztdId: null });
  await put(shipped, '1');
  await put(gone, '2');
  for (const step of ['start', 'success', 'reseal'] as const) {
    await ask(workshop.backend, 'bench.record', { deviceId: shipped, step });
  }
  expect(await shelfOf(shipped)).toBe('1');
  await ask(workshop.backend, 'bench.record', { deviceId: shipped, step: 'ship' });
  expect(await shelfOf(shipped)).toBeNull();
  await ask(workshop.backend, 'devices.takeOff', { ids: [gone] });
  const { shelves } = await ask(workshop.backend, 'shelves.list', {});
  expect(shelves.every(({ device }) => device === null)).toBe(true);
});

test('a shelf that the lab has not named is refused, with what to do', async () => {
  const deviceId = workshop.addDevice();
  expect(await workshop.backend.dispatch('shelves.put', { deviceId, shelf: '99' })).toMatchObject({
    error: { code: 'not-found', message: 'The lab has no shelf “99”.' },
  });
});

test('each label is a page of the PDF', async () => {
  const { base64, fileName } = await ask(workshop.backend, 'shelves.labels', { shelves: ['1', 'A1'] });
  expect(fileName).toBe('shelves.pdf');
  expect(readPdf(Buffer.from(base64, 'base64')).pages).toBe(2);
});

test('a device that is shipped leaves its shelf, and taking that back brings it there again, unless another one stands there', async () => {
  const sealed = { bench: 'succeeded', reseal: 'resealed', benchEndedAt: new Date().toISOString() } as const;
  const id = workshop.addDevice({ ...sealed, serialNumber: 'ONE1', ztdId: null });
  const ship = () => ask(workshop.backend, 'bench.record', { deviceId: id, step: 'ship' });
  const takeBack = () => ask(workshop.backend, 'bench.undo', { deviceId: id });
  await put(id, 'A1');
  await ship();
  expect(await shelfOf(id)).toBeNull();
  await takeBack();
  expect(await shelfOf(id)).toBe('A1');

  await ship();
  const other = workshop.addDevice({ serialNumber: 'OTHER1', ztdId: null });
  await put(other, 'A1');
  await takeBack();
  expect([await shelfOf(id), await shelfOf(other)]).toEqual([null, 'A1']);
});
