import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createBackend, type Backend } from '../../../src/main/backend.ts';
import type { BackendEvent } from '../../../src/shared/api/events.ts';
import { ask } from '../../rigs/askBackend.ts';
import { inventedDevice, inventedHash } from '../../rigs/inventedDevices.ts';
import { temporaryFolder, testPorts } from '../../rigs/testPorts.ts';

const previewId = '6d8d8a5e-0000-4000-8000-000000000001';
const header = 'Device Serial Number,Windows Product ID,Hardware Hash';

function listOf(count: number): Buffer {
  const rows = Array.from({ length: count }, (_, number) => {
    const device = inventedDevice(number);
    return `${device.serialNumber ?? ''},,${inventedHash(device)}`;
  });
  return Buffer.from([header, ...rows].join('\r\n'));
}

describe('intake beside the backend', () => {
  const folder = temporaryFolder();
  let backend: Backend;
  let events: BackendEvent[];
  beforeEach(() => {
    events = [];
    backend = createBackend(testPorts(folder.path));
    backend.subscribe((event) => void events.push(event));
  });
  afterEach(async () => {
    await backend.close();
  });

  async function open(bytes: Buffer, name = 'a.csv'): Promise<string> {
    const { fileId } = await ask(backend, 'intake.openFile', { name, sizeBytes: bytes.length });
    await ask(backend, 'intake.appendToFile', { fileId, base64: bytes.toString('base64') });
    return fileId;
  }

  test('a file in pieces is previewed and committed, and the page hears of it', async () => {
    const tenant = await ask(backend, 'tenants.addPractice', {});
    const bytes = listOf(3);
    const { fileId } = await ask(backend, 'intake.openFile', { name: 'a.csv', sizeBytes: bytes.length });
    for (let start = 0; start < bytes.length; start += 999) {
      const base64 = bytes.toString('base64', start, start + 999);
      await ask(backend, 'intake.appendToFile', { fileId, base64 });
    }
    const { previewId } = await ask(backend, 'intake.preview', { fileIds: [fileId], tenantId: tenant.id });
    const { deviceIds } = await ask(backend, 'intake.commit', { previewId });

    expect(deviceIds).toHaveLength(3);
    expect((await ask(backend, 'devices.get', { id: deviceIds[0] ?? '' })).captures).toHaveLength(1);
    const told = events.map(({ topic }) => topic);
    expect(told).toEqual(expect.arrayContaining(['import.changed', 'batches.changed', 'devices.changed']));
  });

  test('every command tells the page that the import changed, and a question tells nothing', async () => {
    const tenant = await ask(backend, 'tenants.addPractice', {});
    const fileIds = [await open(listOf(1))];
    const toldBy = async (act: () => Promise<unknown>): Promise<string[]> => {
      events.length = 0;
      await act();
      return events.map(({ topic }) => topic).filter((topic) => topic !== 'import.progress');
    };

    expect(await toldBy(() => ask(backend, 'intake.preview', { fileIds, tenantId: tenant.id, previewId }))).toEqual([
      'import.changed',
    ]);
    expect(await toldBy(() => ask(backend, 'intake.current', { previewId }))).toEqual([]);
    expect(await toldBy(() => ask(backend, 'intake.applyToAll', { previewId, groupTag: 'Kiosk' }))).toEqual([
      'import.changed',
    ]);
    expect(await toldBy(() => ask(backend, 'intake.rows', { previewId }))).toEqual([]);
    expect(await toldBy(() => ask(backend, 'intake.discard', { previewId }))).toEqual(['import.changed']);
  });

  test('an import counts as unfinished from the first entry on until it is discarded', async () => {
    const tenant = await ask(backend, 'tenants.addPractice', {});
    const unfinished = () => ask(backend, 'intake.unfinished', {});
    await ask(backend, 'intake.preview', { fileIds: [await open(listOf(2))], tenantId: tenant.id, previewId });
    expect(await unfinished()).toEqual({ imports: 0 });
    await ask(backend, 'intake.applyToAll', { previewId, groupTag: 'Kiosk' });
    expect(await unfinished()).toEqual({ imports: 1 });
    await ask(backend, 'intake.discard', { previewId });
    expect(await unfinished()).toEqual({ imports: 0 });
  });

  test('a refusal of the thread arrives as the refusal that it is', async () => {
    expect(
      await backend.dispatch('intake.current', { previewId: '6d8d8a5e-0000-4000-8000-000000000001' }),
    ).toMatchObject({
      ok: false,
      error: { code: 'not-found', remedy: 'Open the files again.' },
    });
  });

  test('a file that did not arrive whole is not read', async () => {
    const { fileId } = await ask(backend, 'intake.openFile', { name: 'a.csv', sizeBytes: 100 });
    await ask(backend, 'intake.appendToFile', { fileId, base64: Buffer.from('abc').toString('base64') });

    expect(await backend.dispatch('intake.inspect', { fileIds: [fileId] })).toMatchObject({
      ok: false,
      error: { code: 'invalid-input', message: 'a.csv did not arrive whole.' },
    });
  });

  test.each([
    ['is no base64', { base64: '!!!!' }],
    ['lost a character', { base64: 'QUJ' }],
    ['is larger than the file was said to be', { base64: Buffer.alloc(50).toString('base64') }],
    ['is larger than the file was said to be, as bytes', { bytes: Buffer.alloc(50) }],
  ])('a piece that %s is refused', async (_, piece) => {
    const { fileId } = await ask(backend, 'intake.openFile', { name: 'a.csv', sizeBytes: 10 });

    expect(await backend.dispatch('intake.appendToFile', { fileId, ...piece })).toMatchObject({
      ok: false,
      error: { code: 'invalid-input' },
    });
  });

  test.each([
    ['too long', 'K'.repeat(129), 'The group tag has 129 characters; at most 128 are allowed.'],
    [
      'not for a CSV',
      'a,b',
      'A group tag cannot hold commas, quotation marks or line breaks: Intune has no way to read them from a CSV.',
    ],
  ])('a group tag that is %s is refused before every row has it', async (_, groupTag, message) => {
    const input = { previewId: '6d8d8a5e-0000-4000-8000-000000000001', groupTag };
    expect(await backend.dispatch('intake.applyToAll', input)).toMatchObject({
      ok: false,
      error: { code: 'invalid-input', fields: [{ field: 'groupTag', message }] },
    });
  });

  test('more than a gibibyte at once is refused before it arrives', async () => {
    const input = { name: 'huge.csv', sizeBytes: 2_000_000_000 };
    expect(await backend.dispatch('intake.openFile', input)).toMatchObject({ ok: false, error: { code: 'too-large' } });
  });

  test('reading can be stopped from outside, and what was asked meanwhile is answered', async () => {
    const tenant = await ask(backend, 'tenants.addPractice', {});
    const fileId = await open(listOf(400));
    const reading = backend.dispatch('intake.preview', { fileIds: [fileId], tenantId: tenant.id, previewId });
    await ask(backend, 'intake.cancel', { previewId });

    expect(await reading).toMatchObject({ ok: false, error: { code: 'cancelled' } });
    expect(await ask(backend, 'intake.open', {})).toEqual({ previewId: null, kept: [] });
  });

  test('what another window has under way is not stopped, and each tells its own progress', async () => {
    const tenant = await ask(backend, 'tenants.addPractice', {});
    const fileId = await open(listOf(400));
    const reading = backend.dispatch('intake.preview', { fileIds: [fileId], tenantId: tenant.id, previewId });
    await ask(backend, 'intake.cancel', { previewId: '6d8d8a5e-0000-4000-8000-000000000002' });

    expect(await reading).toMatchObject({ ok: true, value: { previewId, included: 400 } });
    const told = events.flatMap(({ progress }) => progress ?? []);
    expect(told.every((progress) => progress.previewId === previewId)).toBe(true);
  });

  test('a file that was given up cannot be read any more, and what is only announced keeps no other out', async () => {
    const large = { name: 'large.csv', sizeBytes: 700_000_000 };
    const { fileId } = await ask(backend, 'intake.openFile', large);
    const again = await ask(backend, 'intake.openFile', large);
    await ask(backend, 'intake.closeFiles', { fileIds: [fileId, again.fileId] });
    expect(await backend.dispatch('intake.inspect', { fileIds: [fileId] })).toMatchObject({
      ok: false,
      error: { code: 'not-found', remedy: 'Open it again.' },
    });
  });

  test('closing the backend ends the thread, also in the middle of reading', async () => {
    const fileId = await open(listOf(400));
    const reading = backend.dispatch('intake.inspect', { fileIds: [fileId] });
    await backend.close();

    expect(await reading).toMatchObject({ ok: false, error: { code: 'internal' } });
    backend = createBackend(testPorts(folder.path));
  });
});
