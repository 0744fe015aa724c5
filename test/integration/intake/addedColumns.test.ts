import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { inventedDevice, inventedHash } from '../../rigs/inventedDevices.ts';
import { intakeOnDisk, textFile, type IntakeOnDisk } from '../../rigs/intakeOnDisk.ts';

describe('columns that somebody added to a known layout', () => {
  let intake: IntakeOnDisk;
  beforeEach(() => {
    intake = intakeOnDisk();
  });
  afterEach(() => {
    intake.close();
  });

  test('a column that somebody added to a known layout is asked about, assigned, and known from then on', async () => {
    const device = inventedDevice(0);
    const head = 'Device Serial Number,Windows Product ID,Hardware Hash,Room';
    const row = `${device.serialNumber ?? ''},,${inventedHash(device)},Kiosk`;
    // The header stands again in the middle, as in files that were joined.
    const file = textFile('added.csv', [head, row, head, row, ''].join('\r\n'));
    const preview = await intake.preview(file);
    expect(preview.files[0]).toMatchObject({
      dialect: 'intune',
      issues: [
        { code: 'file.repeated-header' },
        { code: 'file.unassigned-columns', severity: 'warning', message: expect.stringContaining('“Room”') as unknown },
      ],
      mapping: { guess: ['serialNumber', 'productKeyId', 'hardwareHash', 'ignore'], isConfirmed: false },
    });

    const mapped = await intake.engine.handlers['intake.map']({
      previewId: preview.previewId,
      fileId: preview.files[0]?.fileId ?? '',
      columns: ['serialNumber', 'productKeyId', 'hardwareHash', 'groupTag'],
    });
    expect(mapped.files[0]).toMatchObject({
      dialect: 'intune',
      issues: [{ code: 'file.repeated-header' }],
      mapping: { isConfirmed: true },
    });
    expect((await intake.rows(preview.previewId)).map(({ groupTag }) => groupTag)).toEqual(['Kiosk', 'Kiosk']);
    expect((await intake.inspect(file)).files[0]?.rows[0]).toMatchObject({ groupTag: 'Kiosk' });
  });

  test('a column that a person leaves out is no question any more', async () => {
    const device = inventedDevice(0);
    const head = 'Device Serial Number,Windows Product ID,Hardware Hash,Room';
    const file = textFile('added.csv', `${head}\r\n${device.serialNumber ?? ''},,${inventedHash(device)},B12\r\n`);
    const { previewId, files } = await intake.preview(file);
    const mapped = await intake.engine.handlers['intake.map']({
      previewId,
      fileId: files[0]?.fileId ?? '',
      columns: ['serialNumber', 'productKeyId', 'hardwareHash', 'ignore'],
    });
    expect(mapped.files[0]).toMatchObject({ issues: [{ code: 'file.extra-columns' }], mapping: { isConfirmed: true } });
  });
});
