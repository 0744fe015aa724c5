import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createCaptureStore } from '../../../src/main/store/captureStore.ts';
import { createDeviceEventStore } from '../../../src/main/store/deviceEventStore.ts';
import { createDeviceStore } from '../../../src/main/store/deviceStore.ts';
import { createJobList } from '../../../src/main/store/jobList.ts';
import type { DeviceDescription } from '../../../src/shared/hashes/encodeHardwareHash.ts';
import { inventedDevice, inventedHash } from '../../rigs/inventedDevices.ts';
import { importedAt, intakeOnDisk, textFile, type IntakeOnDisk, type NamedFile } from '../../rigs/intakeOnDisk.ts';
import { tenantId } from '../../rigs/seedStore.ts';

const header = 'Device Serial Number,Windows Product ID,Hardware Hash,Group Tag,Assigned User';
const later = { collectedAt: new Date(Date.UTC(2026, 10, 1)) };

function rowOf(device: DeviceDescription, groupTag = '', user = '', serialNumber = device.serialNumber ?? ''): string {
  return `${serialNumber},,${inventedHash(device)},${groupTag},${user}`;
}

function list(name: string, ...rows: readonly string[]): NamedFile {
  return textFile(name, [header, ...rows].map((row) => `${row}\r\n`).join(''));
}

describe('from files to the queue', () => {
  let intake: IntakeOnDisk;
  beforeEach(() => {
    intake = intakeOnDisk();
  });
  afterEach(() => {
    intake.close();
  });

  const devices = () => createDeviceStore(intake.store, () => importedAt);
  const history = () => createDeviceEventStore(intake.store, () => importedAt);
  const captures = () => createCaptureStore(intake.store);
  const queued = (): number => Number(intake.store.database.prepare('SELECT count(*) FROM device').pluck().get());

  test('nothing reaches the queue before the commit', async () => {
    await intake.preview(list('a.csv', rowOf(inventedDevice(0))));

    expect(queued()).toBe(0);
    expect(intake.store.database.prepare('SELECT count(*) FROM import_batch').pluck().get()).toBe(0);
  });

  test('a commit brings device, capture and history in, and remembers what was left out', async () => {
    const device = inventedDevice(0);
    const broken = rowOf(inventedDevice(1)).replace(',T0', ',X0');
    const preview = await intake.preview(list('goods.csv', rowOf(device, 'Kiosk', 'ada@contoso.com'), broken));
    const result = await intake.commit(preview.previewId);

    expect(result).toMatchObject({ added: 1, updated: 0, left: 1 });
    const [id = ''] = result.deviceIds;
    expect(devices().get(id)).toMatchObject({
      tenantId,
      serialNumber: device.serialNumber,
      manufacturer: 'HP',
      model: device.productName,
      smbiosUuid: device.smbiosUuid,
      groupTag: 'Kiosk',
      assignedUser: 'ada@contoso.com',
      registration: 'none',
      hasHardwareHash: true,
      isVirtualMachine: false,
      batchId: result.batchId,
    });
    expect(captures().hardwareHashOf(id)).toBe(inventedHash(device));
    expect(captures().ofDevice(id)).toMatchObject([
      { collectedAt: '2026-10-05T06:30:00Z', source: 'goods.csv, line 2' },
    ]);
    expect(history().ofDevice(id)).toMatchObject([
      { subject: 'capture', sentence: 'The hardware hash came from goods.csv, line 2.' },
    ]);
    const rows = intake.store.database.prepare('SELECT line, status, device_id AS deviceId FROM import_row').all();
    expect(rows).toEqual([{ line: 3, status: 'rejected', deviceId: null }]);
  });

  test('two files of one name are told apart in the rows, in the batch and in the history', async () => {
    const preview = await intake.preview(
      list('monday/goods.csv', rowOf(inventedDevice(0))),
      list('tuesday/goods.csv', rowOf(inventedDevice(0)), rowOf(inventedDevice(1))),
    );
    expect(preview.files.map(({ label }) => label)).toEqual(['monday/goods.csv', 'tuesday/goods.csv']);
    expect(await intake.rows(preview.previewId)).toMatchObject([
      { file: 'monday/goods.csv' },
      { file: 'tuesday/goods.csv', issues: [{ message: 'The same device as line 2 of monday/goods.csv.' }] },
      { file: 'tuesday/goods.csv' },
    ]);
    const { deviceIds } = await intake.commit(preview.previewId);
    expect(captures().ofDevice(deviceIds[1] ?? '')).toMatchObject([{ source: 'tuesday/goods.csv, line 3' }]);
    expect(intake.store.database.prepare('SELECT files FROM import_batch').pluck().get()).toBe(
      '["monday/goods.csv","tuesday/goods.csv"]',
    );
  });

  test('a commit that is stopped leaves nothing behind', async () => {
    const rows = Array.from({ length: 2_100 }, (_, index) => rowOf(inventedDevice(index)));
    const { previewId } = await intake.preview(list('a.csv', ...rows));
    intake.cancelWhen(() => true);

    await expect(intake.commit(previewId)).rejects.toMatchObject({ code: 'cancelled' });
    expect(queued()).toBe(0);
    intake.cancelWhen(() => false);
    expect(await intake.commit(previewId)).toMatchObject({ added: 2_100 });
  });

  test('the same file a second time changes nothing, and says so', async () => {
    await intake.importAll(list('a.csv', rowOf(inventedDevice(0))));
    const preview = await intake.preview(list('a.csv', rowOf(inventedDevice(0))));

    expect(preview.effects).toEqual({ new: 0, update: 0, changedBoard: 0, nothing: 1 });
    expect(await intake.commit(preview.previewId)).toMatchObject({ added: 0, updated: 0, left: 1 });
    expect(queued()).toBe(1);
  });

  test('a new capture of a device in the queue updates it and keeps the old capture', async () => {
    const device = inventedDevice(0);
    const [id = ''] = await intake.importAll(list('a.csv', rowOf(device)));
    const preview = await intake.preview(list('b.csv', rowOf({ ...device, ...later }, 'Kiosk')));

    expect(await intake.rows(preview.previewId)).toMatchObject([
      { status: 'ready', effect: 'update', issues: [{ code: 'queue.known', severity: 'info' }] },
    ]);
    expect(await intake.commit(preview.previewId)).toMatchObject({ added: 0, updated: 1, deviceIds: [id] });
    expect(devices().get(id)).toMatchObject({ groupTag: 'Kiosk' });
    expect(
      captures()
        .ofDevice(id)
        .map(({ source }) => source),
    ).toEqual(['b.csv, line 2', 'a.csv, line 2']);
    expect(captures().hardwareHashOf(id)).toBe(inventedHash({ ...device, ...later }));
  });

  test('what Microsoft holds otherwise is told, and sent where a person accepts it', async () => {
    const device = inventedDevice(0);
    const [id = ''] = await intake.importAll(list('a.csv', rowOf(device, 'Kiosk')));
    devices().change(id, { registration: 'registered', ztdId: '6d8d8a5e-0000-4000-8000-000000000001' });
    const preview = await intake.preview(list('b.csv', rowOf({ ...device, ...later }, 'Sales')));

    expect((await intake.rows(preview.previewId))[0]?.issues.map(({ code }) => code)).toEqual([
      'queue.known',
      'queue.registered',
      'queue.group-tag-differs',
    ]);
    const { previewId } = preview;
    expect(await intake.rows(previewId)).toMatchObject([
      {
        status: 'suspect',
        included: false,
        issues: [{}, {}, { message: expect.stringMatching(/“Sales”.*“Kiosk”/) as unknown }],
      },
    ]);
    await intake.engine.handlers['intake.include']({ previewId, reason: 'queue.group-tag-differs', included: true });
    await intake.commit(previewId);
    expect(devices().get(id)).toMatchObject({ groupTag: 'Sales', registration: 'registered' });
    expect(createJobList(intake.store).page({ deviceIds: [id] })).toMatchObject([
      { kind: 'change', payload: { property: 'groupTag', value: 'Sales' } },
    ]);
  });

  test('a changed board is called what it is and waits for a person', async () => {
    const device = inventedDevice(0);
    const [id = ''] = await intake.importAll(list('a.csv', rowOf(device)));
    const otherBoard = { ...device, ...later, smbiosUuid: inventedDevice(9).smbiosUuid, tpm: inventedDevice(9).tpm };
    const preview = await intake.preview(list('repair.csv', rowOf(otherBoard)));

    expect(await intake.rows(preview.previewId)).toMatchObject([
      { status: 'suspect', effect: 'changedBoard', included: false, issues: [{ code: 'queue.changed-board' }] },
    ]);
    await intake.engine.handlers['intake.include']({
      previewId: preview.previewId,
      reason: 'queue.changed-board',
      included: true,
    });
    expect(await intake.commit(preview.previewId)).toMatchObject({ updated: 1, deviceIds: [id] });
    expect(devices().get(id)).toMatchObject({ smbiosUuid: otherBoard.smbiosUuid });
    expect(
      history()
        .ofDevice(id)
        .map(({ sentence }) => sentence),
    ).toContainEqual(expect.stringContaining('mainboard'));
  });

  test('repeats are found within a file and across files; the later row is the suspect one', async () => {
    const device = inventedDevice(0);
    const again = rowOf({ ...device, ...later });
    const preview = await intake.preview(list('a.csv', rowOf(device), again), list('b.csv', again));

    expect(await intake.rows(preview.previewId)).toMatchObject([
      { file: 'a.csv', status: 'ready' },
      { file: 'a.csv', status: 'suspect', issues: [{ message: 'The same device as line 2. This capture is newer.' }] },
      {
        file: 'b.csv',
        status: 'suspect',
        issues: [{ message: expect.stringContaining('line 2 of a.csv') as unknown }],
      },
    ]);
    expect(preview.suspectReasons).toMatchObject([{ code: 'row.duplicate', rows: 2 }]);
  });

  test('a rejected row is not the original that a good row repeats', async () => {
    const device = inventedDevice(0);
    const cut = rowOf(device).slice(0, 600);
    const preview = await intake.preview(list('a.csv', cut, rowOf(device)));

    expect((await intake.rows(preview.previewId)).map(({ status }) => status)).toEqual(['rejected', 'ready']);
  });

  test('an edited cell is judged anew, with everything that depends on it', async () => {
    const device = inventedDevice(0);
    const preview = await intake.preview(list('a.csv', rowOf(device, '', 'not a user', 'WRONG-1')));
    const { previewId } = preview;
    const [row] = await intake.rows(previewId);
    expect(row?.issues.map(({ code }) => code)).toEqual(['serialNumber.mismatch', 'userPrincipalName.shape']);
    const edit = (field: 'serialNumber' | 'assignedUser', value: string) =>
      intake.engine.handlers['intake.editRow']({ previewId, rowId: row?.rowId ?? 0, field, value });

    await edit('assignedUser', '');
    expect(await edit('serialNumber', device.serialNumber ?? '')).toMatchObject({
      status: 'ready',
      included: true,
      edited: true,
      assignedUser: null,
      issues: [],
    });
  });

  test('tag, user, order number and batch name can be given to all rows', async () => {
    const { previewId } = await intake.preview(
      list('a.csv', rowOf(inventedDevice(0)), rowOf(inventedDevice(1), 'Old')),
    );
    await intake.engine.handlers['intake.applyToAll']({
      previewId,
      groupTag: 'Kiosk',
      orderNumber: 'PO-1',
      assignedUser: 'ada@contoso.com',
      batchName: 'Truck 7',
    });
    const { deviceIds, batchId } = await intake.commit(previewId);

    expect(deviceIds.map((id) => devices().get(id))).toMatchObject([
      { groupTag: 'Kiosk', orderNumber: 'PO-1', assignedUser: 'ada@contoso.com' },
      { groupTag: 'Kiosk', orderNumber: 'PO-1', assignedUser: 'ada@contoso.com' },
    ]);
    expect(intake.store.database.prepare('SELECT name FROM import_batch WHERE id = ?').pluck().get(batchId)).toBe(
      'Truck 7',
    );
  });

  test('suspect rows go in one by one or by reason; rejected ones never', async () => {
    const noTpm = [0, 1].map((number) => rowOf(inventedDevice(number, { tpm: null })));
    const preview = await intake.preview(list('a.csv', ...noTpm, rowOf(inventedDevice(2)).slice(0, 500)));
    const { previewId } = preview;
    const include = (choice: object) =>
      intake.engine.handlers['intake.include']({ previewId, included: true, ...choice });

    expect(preview.included).toBe(0);
    expect(await include({ rowIds: [1] })).toMatchObject({ included: 1 });
    expect(await include({ reason: 'hash.tpm-missing' })).toMatchObject({ included: 2 });
    expect(await include({})).toMatchObject({ included: 2 });
    expect(await include({ included: false })).toMatchObject({ included: 0 });
  });

  test('rows are found by state and by text, page by page', async () => {
    const rows = Array.from({ length: 30 }, (_, index) => rowOf(inventedDevice(index), index < 5 ? 'Sales' : 'Depot'));
    const { previewId } = await intake.preview(list('a.csv', ...rows, rowOf(inventedDevice(99)).slice(0, 400)));
    const find = (filter: object) =>
      intake.engine.handlers['intake.rows']({
        previewId,
        statuses: [],
        search: '',
        order: 'file',
        offset: 0,
        limit: 10,
        ...filter,
      });

    expect(await find({ search: 'sales' })).toMatchObject({ matching: 5 });
    expect(await find({ statuses: ['rejected'] })).toMatchObject({ matching: 1, rows: [{ line: 32 }] });
    expect((await find({ offset: 25 })).rows.map(({ line }) => line)).toEqual([27, 28, 29, 30, 31, 32]);
    expect((await find({ order: 'problemsFirst', limit: 3 })).rows.map(({ line }) => line)).toEqual([32, 2, 3]);
  });

  test('an accepted row is counted as such, and a mixed-up one tells the number that its hash has', async () => {
    const [own, other] = ['5CG0000001', '5CG0000002'];
    const row = rowOf({ ...inventedDevice(0), serialNumber: own }).replace(own, other);
    const { previewId } = await intake.preview(list('a.csv', row));
    const [mixedUp] = await intake.rows(previewId);
    expect(mixedUp).toMatchObject({ status: 'suspect', otherSerialNumber: own, included: false });
    const rowId = mixedUp?.rowId ?? 0;
    const accepted = await intake.engine.handlers['intake.include']({ previewId, rowIds: [rowId], included: true });
    expect(accepted).toMatchObject({ included: 1, accepted: 1, counts: { suspect: 1 } });
    const edit = { previewId, rowId, field: 'serialNumber', value: own } as const;
    expect(await intake.engine.handlers['intake.editRow'](edit)).toMatchObject({
      status: 'ready',
      otherSerialNumber: null,
    });
    const unnamed = rowOf({ ...inventedDevice(2), serialNumber: 'Default string' }).replace('Default string', other);
    const second = await intake.preview(list('b.csv', unnamed));
    expect(await intake.rows(second.previewId)).toMatchObject([{ serialNumber: other, otherSerialNumber: null }]);
  });

  test('an unknown layout is read as a person says, and known when it comes again', async () => {
    const device = inventedDevice(0);
    const file = textFile(
      'erp.csv',
      `Nr;Wer;Was;Wo\r\n${device.serialNumber ?? ''};ada@contoso.com;${inventedHash(device)};Sales\r\n`,
    );
    const preview = await intake.preview(file);
    expect(preview.files[0]).toMatchObject({
      dialect: 'unknown',
      mapping: {
        header: ['Nr', 'Wer', 'Was', 'Wo'],
        guess: ['serialNumber', 'assignedUser', 'hardwareHash', 'ignore'],
        isConfirmed: false,
      },
    });
    expect(preview.counts).toMatchObject({ suspect: 1 });

    const mapped = await intake.engine.handlers['intake.map']({
      previewId: preview.previewId,
      fileId: preview.files[0]?.fileId ?? '',
      columns: ['serialNumber', 'assignedUser', 'hardwareHash', 'groupTag'],
    });
    expect(mapped).toMatchObject({ counts: { ready: 1 }, files: [{ mapping: { isConfirmed: true } }] });
    expect(await intake.rows(preview.previewId)).toMatchObject([
      { groupTag: 'Sales', assignedUser: 'ada@contoso.com' },
    ]);

    expect((await intake.inspect(file)).counts).toMatchObject({ ready: 1 });
  });

  test('a name that the file assigns goes with its device; what a device is called today does not', async () => {
    const [first, second, third] = [0, 1, 2].map((number) => inventedDevice(number));
    const named = 'Device Serial Number,Windows Product ID,Hardware Hash,Assigned Computer Name,Device name';
    const rows = [
      [first, 'BENCH-1'],
      [second, 'NAME THAT IS TOO LONG'],
      [third, ''],
    ] as const;
    const text = rows.map(
      ([device, name]) => `${device?.serialNumber ?? ''},,${inventedHash(device ?? inventedDevice(9))},${name},TODAY`,
    );
    const { previewId } = await intake.preview(textFile('named.csv', [named, ...text].join('\r\n')));
    expect(await intake.rows(previewId)).toMatchObject([
      { status: 'ready', deviceName: 'BENCH-1' },
      { status: 'rejected', issues: [{ code: 'deviceName.length', field: 'deviceName' }] },
      { status: 'ready', deviceName: null },
    ]);
    const { deviceIds } = await intake.commit(previewId);
    expect(deviceIds.map((id) => devices().get(id)?.deviceName)).toEqual(['BENCH-1', null]);
  });

  test('a table without hashes can be explained as well', async () => {
    const preview = await intake.preview(textFile('erp.csv', 'Nr;Maker name;Type\r\n5CG1234567;HP;EliteBook\r\n'));
    expect(preview.counts).toEqual({ ready: 0, repaired: 0, suspect: 0, rejected: 0 });

    const mapped = await intake.engine.handlers['intake.map']({
      previewId: preview.previewId,
      fileId: preview.files[0]?.fileId ?? '',
      columns: ['serialNumber', 'manufacturer', 'model'],
    });
    expect(mapped.counts).toMatchObject({ ready: 1 });
  });

  test('the report of what is left out runs no formula in a spreadsheet', async () => {
    const device = inventedDevice(0);
    const bad = rowOf(device, '', '', '=HYPERLINK("http://x")').slice(0, 700);
    const { previewId } = await intake.preview(list('a.csv', rowOf(inventedDevice(1)), bad));
    const report = await intake.engine.handlers['intake.report']({ previewId });
    const [first, second, third] = Buffer.from(report.base64, 'base64').toString('utf8').split('\r\n');

    expect(first).toBe('\uFEFFFile,Line,Serial number,Status,Reason');
    expect(second).toMatch(/^a\.csv,3,"'=HYPERLINK\(""http:\/\/x""\)",refused,/);
    expect(third).toBe('');
  });

  test('a new preview takes the place of the one before; a discarded one is gone', async () => {
    const first = await intake.preview(list('a.csv', rowOf(inventedDevice(0))));
    const second = await intake.preview(list('b.csv', rowOf(inventedDevice(1))));

    expect(await intake.engine.handlers['intake.open']({})).toEqual({ previewId: second.previewId, kept: [] });
    await expect(intake.engine.handlers['intake.current']({ previewId: first.previewId })).rejects.toThrow(/not open/);
    await intake.engine.handlers['intake.discard']({ previewId: second.previewId });
    expect(await intake.engine.handlers['intake.open']({})).toEqual({ previewId: null, kept: [] });
  });

  test('rows without a hash become devices that still need one', async () => {
    const ids = await intake.importAll(
      textFile('ids.csv', 'HP,EliteBook 650,5CG1234567\r\nHP,EliteBook 650,5CG1234568\r\n'),
    );

    expect(ids.map((id) => devices().get(id))).toMatchObject([
      { serialNumber: '5CG1234567', manufacturer: 'HP', hasHardwareHash: false },
      { serialNumber: '5CG1234568', hasHardwareHash: false },
    ]);
    expect(captures().hardwareHashOf(ids[0] ?? '')).toBeNull();
  });
});
