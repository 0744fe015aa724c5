import { afterEach, beforeEach, expect, test } from 'vitest';
import { createBackend } from '../../../src/main/backend.ts';
import { PIECE_BYTES } from '../../../src/shared/attachments/attachment.ts';
import { systemClock } from '../../../src/main/systemClock.ts';
import { ask } from '../../rigs/askBackend.ts';
import { offlineQueue, type OfflineQueue } from '../../rigs/offlineQueue.ts';
import { testPorts } from '../../rigs/testPorts.ts';

let workshop: OfflineQueue;
let deviceId: string;

beforeEach(() => {
  workshop = offlineQueue();
  deviceId = workshop.addDevice({ serialNumber: 'FAILED1', ztdId: null });
});
afterEach(() => workshop.close());

const photo = Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), Buffer.alloc(900, 7)]);
const archive = Buffer.concat([Buffer.from('PK'), Buffer.alloc(PIECE_BYTES + 5, 3)]);

async function attach(name: string, bytes: Buffer) {
  const { id } = await ask(workshop.backend, 'attachments.add', { deviceId, name, sizeBytes: bytes.length });
  for (let start = 0; ; start += PIECE_BYTES) {
    const base64 = bytes.subarray(start, start + PIECE_BYTES).toString('base64');
    const { attachment } = await ask(workshop.backend, 'attachments.append', { id, base64 });
    if (attachment !== null) return attachment;
  }
}
const listed = async () => (await ask(workshop.backend, 'attachments.list', { deviceId })).attachments;

test('a photo and an archive are attached in pieces, belong to the failed run, and come back byte for byte', async () => {
  await ask(workshop.backend, 'bench.record', { deviceId, step: 'start', overrideReason: 'no network here' });
  await ask(workshop.backend, 'bench.record', { deviceId, step: 'failure', errorCode: '0x800705b4' });
  const { benchRuns } = await ask(workshop.backend, 'devices.get', { id: deviceId });
  const shown = await attach('red screen.jpg', photo);
  const kept = await attach('logs.zip', archive);
  expect(shown).toMatchObject({ kind: 'photo', mediaType: 'image/jpeg', forgetAt: null, benchRunId: benchRuns[0]?.id });
  expect(kept).toMatchObject({ kind: 'file', mediaType: 'application/octet-stream', sizeBytes: archive.length });
  expect((await listed()).map(({ name }) => name)).toEqual(['logs.zip', 'red screen.jpg']);

  const first = await ask(workshop.backend, 'attachments.read', { id: kept.id });
  expect(first.pieces).toBe(2);
  const second = await ask(workshop.backend, 'attachments.read', { id: kept.id, piece: 1 });
  const bytes = Buffer.concat([first, second].map(({ file }) => Buffer.from(file.base64, 'base64')));
  expect(bytes.equals(archive)).toBe(true);
  const { timeline } = await ask(workshop.backend, 'devices.get', { id: deviceId });
  expect(timeline[0]).toMatchObject({ subject: 'attachment', sentence: 'A file was attached.' });
});

test('what a name says of a file does not count: only its bytes make it a picture', async () => {
  expect(await attach('photo.jpg', Buffer.from('<svg onload="x"/>'))).toMatchObject({ kind: 'file' });
});

test('a file that has not come whole is in no list, and goes; more bytes than were said are refused', async () => {
  const { id } = await ask(workshop.backend, 'attachments.add', { deviceId, name: 'half.log', sizeBytes: 10 });
  const half = await ask(workshop.backend, 'attachments.append', {
    id,
    base64: Buffer.from('12345').toString('base64'),
  });
  expect(half.attachment).toBeNull();
  expect(await listed()).toEqual([]);
  const tooMuch = await workshop.backend.dispatch('attachments.append', {
    id,
    base64: Buffer.from('1234567').toString('base64'),
  });
  expect(tooMuch).toMatchObject({ ok: false, error: { code: 'conflict' } });
  await workshop.backend.close();
  workshop.passMinutes(61);
  const later = () => new Date(Date.now() + 61 * 60_000);
  const backend = createBackend(testPorts(workshop.folder, { clock: { ...systemClock, now: later } }));
  const rest = { id, base64: Buffer.from('67890').toString('base64') };
  expect(await backend.dispatch('attachments.append', rest)).toMatchObject({ ok: false, error: { code: 'not-found' } });
  await backend.close();
});

test('an empty file and one that is too large are refused with the reason', async () => {
  for (const sizeBytes of [0, 2 ** 27]) {
    const refused = await workshop.backend.dispatch('attachments.add', { deviceId, name: 'x.log', sizeBytes });
    expect(refused).toMatchObject({ ok: false, error: { code: 'invalid-input' } });
    expect(JSON.stringify(refused).toLowerCase()).toContain('the size of the file');
  }
});

test('after 28 days a start removes the files that nobody keeps, and says so in the history; photos stay', async () => {
  await attach('red screen.jpg', photo);
  await attach('goes.zip', archive);
  const { id } = await attach('stays.zip', archive);
  expect((await ask(workshop.backend, 'attachments.keep', { id, isKept: true })).attachment.forgetAt).toBeNull();
  await workshop.backend.close();
  const later = () => new Date(Date.now() + 29 * 24 * 60 * 60_000);
  const backend = createBackend(testPorts(workshop.folder, { clock: { ...systemClock, now: later } }));
  const { attachments } = await ask(backend, 'attachments.list', { deviceId });
  expect(attachments.map(({ name }) => name)).toEqual(['stays.zip', 'red screen.jpg']);
  const { timeline } = await ask(backend, 'devices.get', { id: deviceId });
  expect(timeline.map(({ sentence }) => sentence)).toContain('A file was removed, as its 28 days are over.');
  await backend.close();
});

test('one is removed for good, with a row in the audit log that does not name it', async () => {
  const { id } = await attach('Ada Lovelace.zip', archive);
  await ask(workshop.backend, 'attachments.remove', { id });
  expect(await listed()).toEqual([]);
  const { entries } = await ask(workshop.backend, 'audit.list', {});
  expect(entries[0]).toMatchObject({ action: 'attachments.remove', sentence: 'A file of FAILED1 was removed.' });
  const again = await workshop.backend.dispatch('attachments.read', { id, piece: 0 });
  expect(again).toMatchObject({ ok: false, error: { code: 'not-found' } });
});

test('before a person is erased, the files of their devices are counted, and it is said that nobody can look into a photo', async () => {
  const address = 'ada@contoso.example';
  deviceId = workshop.addDevice({ serialNumber: 'USED1', ztdId: null, registration: 'none', assignedUser: address });
  await attach('red screen.jpg', photo);
  await attach('logs.zip', archive);
  const plan = await ask(workshop.backend, 'erasure.planPerson', { address });
  expect(plan.places).toContainEqual({ what: 'files of these devices', count: 1 });
  expect(plan.unreachable.join()).toContain('One photo of these devices');
});

test('erasing a device removes its photos and files', async () => {
  deviceId = workshop.addDevice({ serialNumber: 'FAILED2', ztdId: null, registration: 'none' });
  await attach('red screen.jpg', photo);
  const plan = await ask(workshop.backend, 'erasure.planDevice', { deviceId });
  expect(plan.places).toContainEqual({ what: 'photos and files', count: 1 });
  await ask(workshop.backend, 'erasure.device', { deviceId, confirmedSerialNumber: 'FAILED2', reason: 'asked for' });
  expect(await listed()).toEqual([]);
});
