import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createCaptureStore } from '../../../src/main/store/captureStore.ts';
import { createDeviceEventStore } from '../../../src/main/store/deviceEventStore.ts';
import { createDeviceLinkStore } from '../../../src/main/store/deviceLinkStore.ts';
import { createDeviceStore } from '../../../src/main/store/deviceStore.ts';
import { createJobList } from '../../../src/main/store/jobList.ts';
import { createListedDeviceStore } from '../../../src/main/store/listedDeviceStore.ts';
import { goGateFailures } from '../../../src/shared/bench/goGate.ts';
import { nextStepOf } from '../../../src/shared/devices/nextStepOf.ts';
import type { DeviceDescription } from '../../../src/shared/hashes/encodeHardwareHash.ts';
import { inventedDevice, inventedHash } from '../../rigs/inventedDevices.ts';
import { importedAt, intakeOnDisk, textFile, type IntakeOnDisk, type NamedFile } from '../../rigs/intakeOnDisk.ts';
import { moveToTenant, tenantId } from '../../rigs/seedStore.ts';

const header = 'Device Serial Number,Windows Product ID,Hardware Hash,Group Tag,Assigned User';
const partnerHeader = 'Device Serial Number,Windows Product ID,Hardware Hash,Manufacturer name,Device model';
const device = inventedDevice(0);
const { smbiosUuid, tpm } = inventedDevice(9);
const october = new Date(Date.UTC(2026, 9, 20));
const november = new Date(Date.UTC(2026, 10, 1));
/** The same machine after a repair. */
const otherBoard = { ...device, smbiosUuid, tpm, collectedAt: november };

function hashList(name: string, description: DeviceDescription, groupTag = '', user = ''): NamedFile {
  const row = `${description.serialNumber ?? ''},,${inventedHash(description)},${groupTag},${user}`;
  return textFile(name, `${header}\r\n${row}\r\n`);
}

const partnerList = (name: string, row: string): NamedFile => textFile(name, `${partnerHeader}\r\n${row}\r\n`);

describe('rows that meet a device', () => {
  let intake: IntakeOnDisk;
  beforeEach(() => {
    intake = intakeOnDisk();
  });
  afterEach(() => {
    intake.close();
  });

  const devices = () => createDeviceStore(intake.store, () => importedAt);
  const deviceOf = (id: string) => devices().get(id) ?? expect.fail(`no device ${id}`);
  const captures = () => createCaptureStore(intake.store);
  const sentencesOf = (id: string) =>
    createDeviceEventStore(intake.store, () => importedAt)
      .ofDevice(id)
      .map(({ sentence }) => sentence);

  /** Previews, and commits every row that is not rejected. */
  async function acceptAll(...files: readonly NamedFile[]) {
    const { previewId } = await intake.preview(...files);
    await intake.engine.handlers['intake.include']({ previewId, included: true });
    const codes = (await intake.rows(previewId)).map(({ issues }) => issues.map(({ code }) => code));
    return { ...(await intake.commit(previewId)), codes };
  }

  const hold = (id: string): void => {
    devices().change(id, {
      registration: 'registered',
      ztdId: '6d8d8a5e-0000-4000-8000-000000000001',
      profile: 'assigned',
      profileName: 'Kiosk',
      profileAssignedAt: '2026-11-20T08:00:00.000Z',
      profileAllowsPreProvisioning: true,
    });
  };
  const nextStep = (id: string) =>
    nextStepOf(deviceOf(id), { state: 'none', notBefore: null, warnAfter: null, notAfter: null }, importedAt).code;

  test('a hash list and an order list make one device with what each of them says', async () => {
    const result = await acceptAll(
      hashList('hashes.csv', device),
      hashList('orders.csv', device, 'Kiosk', 'ada@contoso.com'),
    );

    expect(result).toMatchObject({ added: 1, updated: 0, left: 0 });
    const [id = ''] = result.deviceIds;
    expect(deviceOf(id)).toMatchObject({ groupTag: 'Kiosk', assignedUser: 'ada@contoso.com' });
    expect(captures().ofDevice(id)).toHaveLength(1);
    expect(sentencesOf(id)).toContain('Details came from orders.csv, line 2.');
  });

  describe('the purchase order of a row', () => {
    const orderList = (name: string, order: string): NamedFile =>
      textFile(
        name,
        `Device Serial Number,Windows Product ID,Hardware Hash,PurchaseOrderIdentifier\r\n${device.serialNumber ?? ''},,${inventedHash(device)},${order}\r\n`,
      );

    test('reaches the device, is no group tag, and is not what Microsoft holds', async () => {
      const [id = ''] = await intake.importAll(orderList('a.csv', '4711'));
      expect(deviceOf(id)).toMatchObject({ purchaseOrderInFile: '4711', purchaseOrder: null, groupTag: null });
    });

    test('stands beside the one of Microsoft, and the row says that they differ', async () => {
      const [id = ''] = await intake.importAll(orderList('a.csv', '4711'));
      hold(id);
      devices().change(id, { purchaseOrder: '76222342' });

      const { codes } = await acceptAll(orderList('b.csv', '4712'));
      expect(codes.flat()).toContain('queue.purchase-order-differs');
      expect(deviceOf(id)).toMatchObject({ purchaseOrderInFile: '4712', purchaseOrder: '76222342' });
      expect(sentencesOf(id)).toContain('The purchase order is “4712” in b.csv, line 2; it was “4711” before.');
      expect((await acceptAll(orderList('c.csv', '76222342'))).codes.flat()).not.toContain(
        'queue.purchase-order-differs',
      );
      // A file that says nothing of it changes nothing.
      await acceptAll(hashList('d.csv', device));
      expect(deviceOf(id)).toMatchObject({ purchaseOrderInFile: '76222342' });
    });
  });

  test.each([
    ['first', [hashList('a.csv', device), hashList('b.csv', otherBoard)]],
    ['last', [hashList('b.csv', otherBoard), hashList('a.csv', device)]],
  ])(
    'two boards of one machine in one import: facts and hash are of the newer capture, read %s or not',
    async (_, files) => {
      const { deviceIds, codes } = await acceptAll(...files);

      expect(codes.flat()).toContain('row.changed-board');
      expect(deviceIds).toHaveLength(1);
      const [id = ''] = deviceIds;
      expect(deviceOf(id)).toMatchObject({ smbiosUuid: otherBoard.smbiosUuid });
      expect(captures().hardwareHashOf(id)).toBe(inventedHash(otherBoard));
      expect(
        sentencesOf(id).filter(
          (sentence) => sentence.includes('another mainboard') || sentence.includes('Another mainboard'),
        ),
      ).toHaveLength(1);
      // Found again by the board that is in it now.
      expect((await acceptAll(hashList('c.csv', otherBoard))).codes).toEqual([['queue.same-capture']]);
    },
  );

  test('another mainboard in a registered device closes the gate and leads to a new registration', async () => {
    const [id = ''] = await intake.importAll(hashList('a.csv', device));
    hold(id);
    expect(goGateFailures(deviceOf(id))).toEqual([]);
    await acceptAll(hashList('repair.csv', otherBoard));

    expect(goGateFailures(deviceOf(id)).map(({ code }) => code)).toEqual(['registration.fitsBoard']);
    expect(nextStep(id)).toBe('fixRegistration');
    devices().change(id, { registration: 'removing' });
    expect(nextStep(id)).toBe('waitForRemoval');
    devices().change(id, { registration: 'removed' });
    expect(nextStep(id)).toBe('register');
    devices().change(id, { registration: 'queued' });
    hold(id);
    // For the capture Windows was in use.
    expect(goGateFailures(deviceOf(id)).map(({ code }) => code)).toEqual(['device.reset']);
    devices().change(id, { resetConfirmedAt: new Date().toISOString() });
    expect(goGateFailures(deviceOf(id))).toEqual([]);
    expect(captures().hardwareHashOf(id)).toBe(inventedHash(otherBoard));
  });

  test('the capture that was taken last counts, not the one that was imported last', async () => {
    const [id = ''] = await intake.importAll(hashList('now.csv', { ...device, collectedAt: november }));
    const { codes } = await acceptAll(hashList('old.csv', { ...device, collectedAt: october }));

    expect(codes).toEqual([['queue.older-capture']]);
    expect(captures().hardwareHashOf(id)).toBe(inventedHash({ ...device, collectedAt: november }));
    expect(
      captures()
        .ofDevice(id)
        .map(({ source }) => source),
    ).toEqual(['now.csv, line 2', 'old.csv, line 2']);
  });

  test('the list from before a repair does not bring the old mainboard back', async () => {
    const [id = ''] = await intake.importAll(hashList('repair.csv', otherBoard));
    const { codes } = await acceptAll(hashList('old.csv', device));

    expect(codes).toEqual([['queue.older-capture']]);
    expect(deviceOf(id)).toMatchObject({ smbiosUuid: otherBoard.smbiosUuid, needsNewRegistration: false });
    expect(captures().hardwareHashOf(id)).toBe(inventedHash(otherBoard));
  });

  test('a device that only its product key ID named is met by its hash', async () => {
    const { deviceIds } = await acceptAll(partnerList('order.csv', `,${device.productKeyId ?? ''},,,`));
    const [id = ''] = deviceIds;
    expect(deviceOf(id)).toMatchObject({ serialNumber: null, productKeyId: device.productKeyId });

    const second = await acceptAll(hashList('hashes.csv', device));
    expect(second).toMatchObject({ added: 0, updated: 1, deviceIds: [id] });
    expect(deviceOf(id)).toMatchObject({ serialNumber: device.serialNumber, smbiosUuid: device.smbiosUuid });
    // A second device with the same product key ID, as images that share one make, is another device.
    const shared = { ...inventedDevice(4), productKeyId: device.productKeyId };
    expect(await acceptAll(hashList('more.csv', shared))).toMatchObject({ added: 1, updated: 0 });
  });

  test('the hash, its row of an order by triple, and the product key ID are one device in one import as well', async () => {
    const [id = ''] = (await acceptAll(partnerList('order.csv', `,${device.productKeyId ?? ''},,,`))).deviceIds;
    const triple = `${device.serialNumber ?? ''},,,${device.manufacturer ?? ''},${device.productName ?? ''}`;
    const result = await acceptAll(partnerList('triples.csv', triple), hashList('hashes.csv', device));

    expect(result).toMatchObject({ added: 0, updated: 1, deviceIds: [id] });
  });

  test('a device that was taken off the queue comes back with what is known of it', async () => {
    const [id = ''] = await intake.importAll(hashList('a.csv', device));
    devices().takeOff(id);
    const { codes, deviceIds } = await acceptAll(hashList('b.csv', { ...device, collectedAt: november }));

    expect(codes).toEqual([['queue.known', 'queue.taken-off']]);
    expect(deviceIds).toEqual([id]);
    expect(captures().ofDevice(id)).toHaveLength(2);
    expect(devices().withSerialNumber(device.serialNumber ?? '')).toMatchObject([{ id }]);
    expect(sentencesOf(id)).toContain('Back on the queue: it came again in b.csv, line 2.');
    expect(devices().putBack(id)).toBe(false);
  });

  test('a user and a name that Microsoft holds otherwise are sent with the commit', async () => {
    const [id = ''] = await intake.importAll(hashList('a.csv', device, '', 'ada@contoso.com'));
    hold(id);
    const { codes } = await acceptAll(hashList('b.csv', device, '', 'BOB@contoso.com'));

    expect(codes).toEqual([['queue.same-capture', 'queue.registered', 'queue.user-differs']]);
    expect(createJobList(intake.store).page({ deviceIds: [id] })).toMatchObject([
      { payload: { property: 'user', value: 'BOB@contoso.com' } },
    ]);
    expect(sentencesOf(id).join()).not.toContain('@');
    const again = await acceptAll(hashList('c.csv', device, '', 'bob@contoso.com'));
    expect(again.codes).toEqual([['queue.same-capture', 'queue.registered']]);
  });

  test('the DeviceLink of a row is kept with its device, and nowhere else', async () => {
    const data = Buffer.from(JSON.stringify({ ver: '1', di: { sn: '5CG1234567', kl: ['SECRET'] } })).toString('base64');
    const file = textFile(
      'x.devicelink.csv',
      `SerialNumber,Manufacturer,Model,Data\r\n5CG1234567,HP,EliteBook 650,${data}\r\n`,
    );
    const { deviceIds, codes } = await acceptAll(file);

    expect(codes).toEqual([['deviceLink.kept']]);
    const links = createDeviceLinkStore(intake.store);
    expect(links.get(links.keptFor(deviceIds[0] ?? '') ?? '')).toBe(data);
    const rest = ['import_row', 'device_event', 'kept_preview_entry', 'audit_event'].map((table) =>
      intake.store.database.prepare(`SELECT * FROM ${table}`).all(),
    );
    expect(JSON.stringify(rest)).not.toContain(data);
    // The same file once more, for a device that is known by now.
    await acceptAll(file);
    expect(intake.store.database.prepare('SELECT count(*) FROM device_link').pluck().get()).toBe(1);
  });

  test('devices of another tenant and of the tenant’s own list are told', async () => {
    const [id = ''] = await intake.importAll(hashList('a.csv', device));
    moveToTenant(intake.store, id, 'Fabrikam');
    const { serialNumber, manufacturer, productName } = device;
    createListedDeviceStore(intake.store).replace(tenantId, [
      {
        ztdId: 'z',
        serialNumber,
        manufacturer,
        model: productName,
        productKeyId: null,
        groupTag: 'Kiosk',
        purchaseOrder: null,
      },
    ]);
    const preview = await intake.preview(hashList('b.csv', device));

    expect(await intake.rows(preview.previewId)).toMatchObject([
      {
        status: 'ready',
        effect: 'new',
        issues: [
          { code: 'queue.listed', message: expect.stringContaining('“Kiosk”') as unknown },
          { code: 'queue.other-tenant', message: expect.stringContaining('Fabrikam') as unknown },
        ],
      },
    ]);
  });
});
