import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createColumnMappingStore } from '../../../src/main/store/columnMappingStore.ts';
import { createKeptPreviewStore } from '../../../src/main/store/keptPreviewStore.ts';
import { inventedDevice, inventedHash } from '../../rigs/inventedDevices.ts';
import { importedAt, intakeOnDisk, textFile, type IntakeOnDisk, type NamedFile } from '../../rigs/intakeOnDisk.ts';
import { tenantId } from '../../rigs/seedStore.ts';

const header = 'Device Serial Number,Windows Product ID,Hardware Hash,Group Tag,Assigned User';
const tables = ['kept_preview', 'kept_preview_source', 'kept_preview_piece', 'kept_preview_entry'];

function list(name: string, ...numbers: readonly number[]): NamedFile {
  const rows = numbers.map((number) => {
    const device = inventedDevice(number);
    return `${device.serialNumber ?? ''},,${inventedHash(device)},,`;
  });
  return textFile(name, [header, ...rows].map((row) => `${row}\r\n`).join(''));
}

/** No layout that is known: what the columns hold is guessed by their content. */
function unknownLayout(number: number): NamedFile {
  const device = inventedDevice(number);
  const row = [device.serialNumber ?? '', 'ada@contoso.com', inventedHash(device), 'Sales'].join(';');
  return textFile('unknown.csv', `Nr;Wer;Was;Wo\r\n${row}\r\n`);
}

describe('a preview that a person has entered something into', () => {
  let intake: IntakeOnDisk;
  let others: IntakeOnDisk[];
  beforeEach(() => {
    intake = intakeOnDisk();
    others = [];
  });
  afterEach(() => {
    for (const other of others) other.close();
    intake.close();
  });

  /** The program after a restart, or another window's; both know only what lies on disk. */
  function anotherProcess(): IntakeOnDisk {
    const other = intakeOnDisk(intake);
    others.push(other);
    return other;
  }
  const kept = (): number[] =>
    tables.map((table) => Number(intake.store.database.prepare(`SELECT count(*) FROM ${table}`).pluck().get()));
  const open = (on: IntakeOnDisk) => on.engine.handlers['intake.open']({});
  const resume = (on: IntakeOnDisk, previewId: string) => on.engine.handlers['intake.resume']({ previewId });
  const tag = (on: IntakeOnDisk, previewId: string, rowId: number, value: string) =>
    on.engine.handlers['intake.editRow']({ previewId, rowId, field: 'groupTag', value });
  const tagsOf = async (on: IntakeOnDisk, previewId: string) =>
    (await on.rows(previewId)).map(({ groupTag }) => groupTag);

  test('is on disk with its files from the first entry on, and not before', async () => {
    const { previewId } = await intake.preview(list('a.csv', 0), list('b.csv', 1));
    expect(kept()).toEqual([0, 0, 0, 0]);

    await tag(intake, previewId, 0, 'Kiosk');
    expect(kept()).toEqual([1, 2, 2, 1]);
    await tag(intake, previewId, 1, 'Sales');
    expect(kept()).toEqual([1, 2, 2, 2]);
  });

  test('is offered after a restart, and goes on where it stood', async () => {
    const { previewId } = await intake.preview(list('a.csv', 0, 1), list('b.csv', 2));
    await tag(intake, previewId, 0, 'Kiosk');
    await intake.engine.handlers['intake.include']({ previewId, rowIds: [1], included: false });
    const forAll = { orderNumber: '4711', batchName: 'Monday' };
    const before = await intake.engine.handlers['intake.applyToAll']({ previewId, ...forAll });

    const restarted = anotherProcess();
    const at = importedAt.toISOString();
    expect(await open(restarted)).toEqual({
      previewId: null,
      kept: [{ previewId, tenantId, files: ['a.csv', 'b.csv'], rows: 3, startedAt: at, changedAt: at }],
    });
    expect(await resume(restarted, previewId)).toEqual(before);
    expect(await restarted.rows(previewId)).toEqual(await intake.rows(previewId));
    expect(await open(restarted)).toEqual({ previewId, kept: [] });
  });

  test('is gone from disk with the commit, in the same transaction', async () => {
    const { previewId } = await intake.preview(list('a.csv', ...Array.from({ length: 2_100 }, (_, index) => index)));
    await tag(intake, previewId, 0, 'Kiosk');
    intake.cancelWhen(() => true);
    await expect(intake.commit(previewId)).rejects.toMatchObject({ code: 'cancelled' });
    expect(kept()[0]).toBe(1);

    intake.cancelWhen(() => false);
    await intake.commit(previewId);
    expect(kept()).toEqual([0, 0, 0, 0]);
  });

  test('is gone from disk when it is discarded, under review or not', async () => {
    const { previewId } = await intake.preview(list('a.csv', 0));
    await tag(intake, previewId, 0, 'Kiosk');
    const restarted = anotherProcess();
    await restarted.engine.handlers['intake.discard']({ previewId });

    expect(kept()).toEqual([0, 0, 0, 0]);
    await expect(tag(intake, previewId, 0, 'Sales')).rejects.toThrow(/finished or discarded/);
    await expect(resume(restarted, previewId)).rejects.toMatchObject({ code: 'not-found' });
    await expect(restarted.engine.handlers['intake.discard']({ previewId })).rejects.toMatchObject({
      code: 'not-found',
    });
  });

  test('waits while other files are looked at, and each comes to its end', async () => {
    const first = await intake.preview(list('a.csv', 0));
    await tag(intake, first.previewId, 0, 'First');
    const second = await intake.preview(list('b.csv', 1));
    await tag(intake, second.previewId, 0, 'Second');

    expect(await open(intake)).toMatchObject({
      previewId: second.previewId,
      kept: [{ previewId: first.previewId, files: ['a.csv'] }],
    });
    await resume(intake, first.previewId);
    expect(await tagsOf(intake, first.previewId)).toEqual(['First']);
    await intake.commit(first.previewId);
    await resume(intake, second.previewId);
    expect(await tagsOf(intake, second.previewId)).toEqual(['Second']);
    await intake.commit(second.previewId);
    expect(kept()).toEqual([0, 0, 0, 0]);
  });

  test('is the same in two processes, whoever enters something', async () => {
    const { previewId } = await intake.preview(list('a.csv', 0, 1));
    await tag(intake, previewId, 0, 'A');
    const other = anotherProcess();
    await resume(other, previewId);
    await tag(other, previewId, 1, 'B');
    await tag(intake, previewId, 0, 'C');

    expect(await tagsOf(intake, previewId)).toEqual(['C', 'B']);
    expect(await tagsOf(other, previewId)).toEqual(['C', 'B']);
    expect(await other.commit(previewId)).toMatchObject({ added: 2 });
    await expect(intake.commit(previewId)).rejects.toThrow(/finished or discarded in another window/);
    await expect(intake.engine.handlers['intake.current']({ previewId })).rejects.toThrow(/not open any more/);
  });

  test('keeps what was entered into the lines of a file whose columns are explained afterwards', async () => {
    const { previewId, files } = await intake.preview(unknownLayout(0), list('b.csv', 1));
    await tag(intake, previewId, 0, 'Kiosk');
    await intake.engine.handlers['intake.applyToAll']({ previewId, assignedUser: 'bob@contoso.com' });
    const columns = ['serialNumber', 'assignedUser', 'hardwareHash', 'groupTag'] as const;
    await intake.engine.handlers['intake.map']({ previewId, fileId: files[0]?.fileId ?? '', columns: [...columns] });

    const restarted = anotherProcess();
    await resume(restarted, previewId);
    for (const on of [intake, restarted]) {
      expect(await on.rows(previewId)).toMatchObject([
        { groupTag: 'Kiosk', assignedUser: 'bob@contoso.com', edited: true, file: 'unknown.csv' },
        { groupTag: null, assignedUser: 'bob@contoso.com', edited: true, file: 'b.csv' },
      ]);
    }
  });

  test('is read again by what was known of layouts then, whatever was learned since', async () => {
    const { previewId } = await intake.preview(unknownLayout(0));
    await tag(intake, previewId, 0, 'Kiosk');
    const before = await intake.rows(previewId);
    const mappings = createColumnMappingStore(intake.store, () => importedAt);
    mappings.remember('nr|wer|was|wo', ['ignore', 'ignore', 'hardwareHash', 'ignore']);

    const restarted = anotherProcess();
    expect(await resume(restarted, previewId)).toMatchObject({ files: [{ mapping: { isConfirmed: false } }] });
    expect(await restarted.rows(previewId)).toEqual(before);
    expect(await restarted.preview(unknownLayout(0))).toMatchObject({ files: [{ mapping: { isConfirmed: true } }] });
  });

  test('is compared with the queue as it is now', async () => {
    const { previewId } = await intake.preview(list('a.csv', 0));
    await tag(intake, previewId, 0, 'Kiosk');
    const restarted = anotherProcess();
    await restarted.importAll(list('b.csv', 0));

    await resume(restarted, previewId);
    expect(await restarted.rows(previewId)).toMatchObject([{ effect: 'update', groupTag: 'Kiosk' }]);
  });

  test('is refused in words where its files would be read another way now, and can be discarded', async () => {
    const { previewId } = await intake.preview(list('a.csv', 0));
    await tag(intake, previewId, 0, 'Kiosk');
    intake.store.database.prepare(`UPDATE kept_preview SET outline = 'of another Reseal'`).run();

    const restarted = anotherProcess();
    await expect(resume(restarted, previewId)).rejects.toMatchObject({ code: 'conflict' });
    await restarted.engine.handlers['intake.discard']({ previewId });
    expect(kept()).toEqual([0, 0, 0, 0]);
  });

  test('holds large files in pieces, and gives them back to the byte', async () => {
    const bytes = Buffer.alloc(3_500_000, 'Device Serial Number,Hardware Hash\r\nAAA1,not a hash\r\n');
    const { previewId } = await intake.preview({ name: 'large.csv', bytes });
    await intake.engine.handlers['intake.applyToAll']({ previewId, batchName: 'Large' });

    expect(kept()).toEqual([1, 1, 4, 1]);
    const store = createKeptPreviewStore(intake.store, () => importedAt);
    expect(store.bytesOf(previewId, { number: 0, sizeBytes: bytes.length }).equals(bytes)).toBe(true);
  });

  test('is not kept where nobody attends to it, as on the command line', async () => {
    const fileId = 'a';
    const { bytes } = list('a.csv', 0);
    const shared = new SharedArrayBuffer(bytes.length);
    new Uint8Array(shared).set(bytes);
    intake.engine.hand({ fileId, name: 'a.csv', bytes: shared });
    const { previewId } = await intake.engine.handlers['intake.preview']({
      fileIds: [fileId],
      tenantId,
      attended: false,
    });
    await intake.engine.handlers['intake.applyToAll']({ previewId, groupTag: 'Kiosk' });

    expect(kept()).toEqual([0, 0, 0, 0]);
    expect(await tagsOf(intake, previewId)).toEqual(['Kiosk']);
    expect(await intake.commit(previewId)).toMatchObject({ added: 1 });
  });

  test('takes nothing that does not fit, and keeps nothing of it', async () => {
    const { previewId } = await intake.preview(list('a.csv', 0));
    await expect(tag(intake, previewId, 99, 'Kiosk')).rejects.toMatchObject({ code: 'not-found' });
    expect(kept()).toEqual([0, 0, 0, 0]);
  });
});
