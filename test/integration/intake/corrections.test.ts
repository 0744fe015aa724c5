import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { EditableField } from '../../../src/shared/intake/vocabulary.ts';
import { defaultSettings } from '../../../src/main/services/settings/settingsService.ts';
import { createDeviceEventStore } from '../../../src/main/store/deviceEventStore.ts';
import { createSettingStore } from '../../../src/main/store/settingStore.ts';
import { inventedDevice, inventedHash } from '../../rigs/inventedDevices.ts';
import { importedAt, intakeOnDisk, textFile, type IntakeOnDisk } from '../../rigs/intakeOnDisk.ts';

const header = 'Device Serial Number,Windows Product ID,Hardware Hash,Group Tag,Assigned User';
const device = inventedDevice(0);
const serialNumber = device.serialNumber ?? '';
const at = importedAt.toISOString();

describe('what a person typed over a row', () => {
  let intake: IntakeOnDisk;
  beforeEach(() => {
    intake = intakeOnDisk();
    const settings = { ...defaultSettings, technicianInitials: 'AL' };
    intake.store.write(() => createSettingStore(intake.store).write('settings', settings));
  });
  afterEach(() => intake.close());

  const previewed = async (typed: string, groupTag = '', user = '') => {
    const row = `${typed},,${inventedHash(device)},${groupTag},${user}`;
    return (await intake.preview(textFile('a.csv', `${header}\r\n${row}\r\n`))).previewId;
  };
  const edit = (previewId: string, field: EditableField, value: string) =>
    intake.engine.handlers['intake.editRow']({ previewId, rowId: 0, field, value });
  const commit = async (previewId: string): Promise<string> => (await intake.commit(previewId)).deviceIds[0] ?? '';
  /** What the history tells besides the capture. */
  const told = (id: string) =>
    createDeviceEventStore(intake.store, () => importedAt)
      .ofDevice(id)
      .filter(({ subject }) => subject !== 'capture');
  const kept = (): unknown[] =>
    intake.store.database
      .prepare('SELECT corrections FROM import_row')
      .pluck()
      .all()
      .map((text) => JSON.parse(String(text)) as unknown);

  test('stands in the history of the device, with who and when, and with the row of the import', async () => {
    const previewId = await previewed('12345', 'Kiosk');
    await edit(previewId, 'serialNumber', 'wrong');
    await edit(previewId, 'serialNumber', serialNumber);
    const id = await commit(previewId);

    const sentence = 'The serial number in a.csv, line 2 was typed over before the import.';
    const change = { from: '12345', to: serialNumber };
    expect(told(id)).toMatchObject([{ at, subject: 'change', sentence, ...change, source: 'AL' }]);
    expect(kept()).toEqual([[{ field: 'serialNumber', ...change }]]);
  });

  test('and what replaced nothing was added', async () => {
    const previewId = await previewed(serialNumber);
    await edit(previewId, 'deviceName', 'FRONT-DESK');
    const sentence = 'The device name in a.csv, line 2 was added before the import.';
    expect(told(await commit(previewId))).toMatchObject([{ sentence, from: null, to: 'FRONT-DESK' }]);
  });

  test('is not told where it came back to what stood there', async () => {
    const previewId = await previewed(serialNumber, 'Kiosk');
    await edit(previewId, 'groupTag', 'Sales');
    await edit(previewId, 'groupTag', 'Kiosk');
    expect(told(await commit(previewId))).toEqual([]);
    expect(kept()).toEqual([]);
  });

  test('is told of what was given to all rows where it replaced something', async () => {
    const previewId = await previewed(serialNumber, 'Kiosk');
    await intake.engine.handlers['intake.applyToAll']({
      previewId,
      groupTag: 'Sales',
      assignedUser: 'ada@contoso.com',
    });
    expect(told(await commit(previewId))).toMatchObject([{ from: 'Kiosk', to: 'Sales' }]);
  });

  test('is told without addresses of people, which the import keeps', async () => {
    const previewId = await previewed(serialNumber, '', 'ada@contoso.com');
    await edit(previewId, 'assignedUser', 'eve@contoso.com');
    const events = told(await commit(previewId));

    expect(events).toMatchObject([
      { sentence: 'The assigned user in a.csv, line 2 was typed over before the import.' },
    ]);
    expect(JSON.stringify(events)).not.toContain('@');
    expect(kept()).toEqual([[{ field: 'assignedUser', from: 'ada@contoso.com', to: 'eve@contoso.com' }]]);
  });

  test('is told without a hash that stood in the cell or was typed into it', async () => {
    const secret = inventedHash(inventedDevice(1)).slice(0, 600);
    const previewId = await previewed(secret, 'Kiosk');
    await edit(previewId, 'serialNumber', serialNumber);
    await edit(previewId, 'groupTag', secret);
    await edit(previewId, 'groupTag', 'Sales');
    await intake.engine.handlers['intake.include']({ previewId, rowIds: [0], included: true });
    const id = await commit(previewId);

    expect(told(id)).toMatchObject([{ from: 'Kiosk', to: 'Sales' }]);
    expect(JSON.stringify([told(id), kept()])).not.toContain(secret.slice(0, 50));
  });

  test('is kept for a row that is left out as well', async () => {
    const previewId = await previewed(serialNumber);
    await edit(previewId, 'groupTag', 'Kiosk');
    await intake.engine.handlers['intake.include']({ previewId, rowIds: [0], included: false });
    await commit(previewId);
    expect(kept()).toEqual([[{ field: 'groupTag', from: null, to: 'Kiosk' }]]);
  });
});
