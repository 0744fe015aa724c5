import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createCaptureStore } from '../../../src/main/store/captureStore.ts';
import { createDeviceStore } from '../../../src/main/store/deviceStore.ts';
import type { DeviceDescription } from '../../../src/shared/hashes/encodeHardwareHash.ts';
import { inventedDevice, inventedHash } from '../../rigs/inventedDevices.ts';
import { importedAt, intakeOnDisk, textFile, type IntakeOnDisk, type NamedFile } from '../../rigs/intakeOnDisk.ts';
import { moveToTenant, tenantId } from '../../rigs/seedStore.ts';

const header = 'Device Serial Number,Windows Product ID,Hardware Hash,Group Tag,Assigned User';
const [hp, dell] = [inventedDevice(0), inventedDevice(1)];
const later = { collectedAt: new Date(Date.UTC(2026, 10, 1)) };
/** The HP, repaired with the board that was in the Dell and got the HP's names. */
const scavenged = { ...hp, smbiosUuid: dell.smbiosUuid, tpm: dell.tpm };
/** Another machine that its maker gave the serial number of the first. */
const twin = {
  ...inventedDevice(8),
  manufacturer: hp.manufacturer,
  productName: hp.productName,
  serialNumber: hp.serialNumber,
};

const rowOf = (device: DeviceDescription): string => `${device.serialNumber ?? ''},,${inventedHash(device)},,`;
const list = (name: string, ...devices: readonly DeviceDescription[]): NamedFile =>
  textFile(name, [header, ...devices.map(rowOf)].map((row) => `${row}\r\n`).join(''));

describe('rows that have something in common with another device', () => {
  let intake: IntakeOnDisk;
  beforeEach(() => {
    intake = intakeOnDisk();
  });
  afterEach(() => {
    intake.close();
  });

  const devices = () => createDeviceStore(intake.store, () => importedAt);
  const hashOf = (id: string) => createCaptureStore(intake.store).hardwareHashOf(id);

  async function look(...files: readonly NamedFile[]) {
    const { previewId } = await intake.preview(...files);
    const rows = (await intake.rows(previewId)).map(({ status, effect, issues }) => ({
      status,
      effect,
      codes: issues.map(({ code }) => code),
      messages: issues.map(({ message }) => message),
    }));
    return { previewId, rows };
  }

  async function acceptAll(...files: readonly NamedFile[]) {
    const { previewId, rows } = await look(...files);
    await intake.engine.handlers['intake.include']({ previewId, included: true });
    return { rows, ...(await intake.commit(previewId)) };
  }

  test('machines of one factory UUID are as many devices, on this day and on the next', async () => {
    const { smbiosUuid } = hp;
    const [first, second, third] = [hp, { ...dell, smbiosUuid }, { ...inventedDevice(2), smbiosUuid }];
    const { previewId, rows } = await look(list('a.csv', first, second));
    expect(rows).toMatchObject([
      { status: 'ready', effect: 'new', codes: [] },
      { status: 'ready', effect: 'new', codes: ['identity.shared-uuid'] },
    ]);
    const { deviceIds } = await intake.commit(previewId);
    expect(deviceIds.map(hashOf)).toEqual([first, second].map(inventedHash));

    const nextDay = await acceptAll(list('b.csv', third, { ...second, ...later }));
    expect(nextDay).toMatchObject({ added: 1, updated: 1 });
    expect(nextDay.rows).toMatchObject([
      { status: 'ready', codes: ['identity.shared-uuid'] },
      { status: 'ready', codes: ['queue.known'] },
    ]);
    expect(deviceIds.map(hashOf)).toEqual([inventedHash(first), inventedHash({ ...second, ...later })]);
  });

  test('every row of an import is counted once: as new, as an update, with another row, or as left out', async () => {
    const broken = { ...inventedDevice(3), serialNumber: '' };
    const result = await acceptAll(list('a.csv', hp, { ...hp, ...later }, dell, broken));
    expect(result).toMatchObject({ added: 2, updated: 0, joined: 1, left: 1 });
    const again = await acceptAll(list('b.csv', hp, { ...dell, ...later }));
    expect(again).toMatchObject({ added: 0, updated: 1, joined: 0, left: 1 });
  });

  test('the board of a registered device in another one is named, and changes nothing of the first', async () => {
    const [dellId = ''] = await intake.importAll(list('a.csv', dell));
    devices().change(dellId, { registration: 'registered', ztdId: '6d8d8a5e-0000-4000-8000-000000000001' });
    const before = devices().get(dellId);

    const { rows, added, deviceIds } = await acceptAll(list('b.csv', { ...scavenged, ...later }));
    expect(rows).toMatchObject([{ status: 'suspect', effect: 'new', codes: ['identity.donor-board'] }]);
    expect(rows[0]?.messages[0]).toContain(`${dell.serialNumber ?? ''} (Dell Inc. ${dell.productName ?? ''})`);
    expect(rows[0]?.messages[0]).toContain(hp.serialNumber);
    expect(added).toBe(1);
    expect(devices().get(dellId)).toEqual(before);
    expect(deviceIds.map((id) => devices().get(id))).toMatchObject([{ serialNumber: hp.serialNumber, ztdId: null }]);

    // Both are known by now: each new capture goes to its own.
    const again = await look(list('c.csv', dell, { ...scavenged, ...later }));
    expect(again.rows).toMatchObject([
      { codes: ['queue.same-capture', 'queue.registered'] },
      { codes: ['queue.same-capture'] },
    ]);
  });

  test('a repaired device whose new board was another device’s is both', async () => {
    const [hpId = '', dellId = ''] = await intake.importAll(list('a.csv', hp, dell));
    const { rows, deviceIds } = await acceptAll(list('b.csv', { ...scavenged, ...later }));

    expect(rows).toMatchObject([
      { status: 'suspect', effect: 'changedBoard', codes: ['identity.donor-board', 'queue.changed-board'] },
    ]);
    expect(deviceIds).toEqual([hpId]);
    expect(hashOf(dellId)).toBe(inventedHash(dell));
  });

  test('a board out of the queue of another tenant is named with the tenant', async () => {
    const [dellId = ''] = await intake.importAll(list('a.csv', dell));
    moveToTenant(intake.store, dellId, 'Fabrikam');
    const { rows } = await look(list('b.csv', scavenged));
    expect(rows).toMatchObject([{ status: 'suspect', codes: ['identity.donor-board'] }]);
    expect(rows[0]?.messages[0]).toContain('in the queue of Fabrikam');
  });

  test('two machines with one serial number can both be kept, and stay two', async () => {
    const { previewId, rows } = await look(list('a.csv', hp, twin));
    expect(rows).toMatchObject([{ status: 'ready' }, { status: 'suspect', codes: ['identity.shared-serial'] }]);
    expect(rows[1]?.messages[0]).toMatch(/^Another device has this serial number: the device in line 2\./);
    await intake.engine.handlers['intake.include']({ previewId, included: true });
    const { deviceIds } = await intake.commit(previewId);
    expect(deviceIds.map(hashOf)).toEqual([inventedHash(hp), inventedHash(twin)]);

    const nextDay = await acceptAll(list('b.csv', { ...twin, ...later }, { ...hp, ...later }));
    expect(nextDay).toMatchObject({ added: 0, updated: 2 });
    expect(nextDay.rows.map(({ codes }) => codes)).toEqual([['queue.known'], ['queue.known']]);
    expect(deviceIds.map(hashOf)).toEqual([hp, twin].map((device) => inventedHash({ ...device, ...later })));
  });

  test('a machine with the serial number of a device of the queue is kept beside it', async () => {
    const [id = ''] = await intake.importAll(list('a.csv', hp));
    const { rows, added } = await acceptAll(list('b.csv', twin));

    expect(rows).toMatchObject([{ status: 'suspect', effect: 'new', codes: ['identity.shared-serial'] }]);
    expect(added).toBe(1);
    expect(hashOf(id)).toBe(inventedHash(hp));
    expect(devices().withSerialNumber(hp.serialNumber ?? '', tenantId)).toHaveLength(2);
  });

  test('a row that names only what two devices have in common changes neither of them', async () => {
    await acceptAll(list('a.csv', hp, twin));
    const names = `${hp.serialNumber ?? ''},,,${hp.manufacturer ?? ''},${hp.productName ?? ''}`;
    const partnerHeader = 'Device Serial Number,Windows Product ID,Hardware Hash,Manufacturer name,Device model';
    const { rows } = await look(textFile('order.csv', `${partnerHeader}\r\n${names}\r\n`));

    expect(rows).toMatchObject([{ status: 'suspect', effect: 'new', codes: ['identity.shared-serial'] }]);
  });

  test('a row with the hash of another device is suspect for that, and never changes the other device', async () => {
    const [dellId = ''] = await intake.importAll(list('a.csv', dell));
    const mixedUp = textFile(
      'b.csv',
      `${header}\r\n${hp.serialNumber ?? ''},,${inventedHash({ ...dell, ...later })},,\r\n`,
    );
    const { rows, added } = await acceptAll(mixedUp);

    expect(rows).toMatchObject([{ status: 'suspect', codes: ['serialNumber.mismatch'] }]);
    expect(added).toBe(1);
    expect(hashOf(dellId)).toBe(inventedHash(dell));
  });
});
