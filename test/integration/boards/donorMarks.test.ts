import { Buffer } from 'node:buffer';
import { afterEach, expect, test } from 'vitest';
import { inventedDevice, inventedHash } from '../../rigs/inventedDevices.ts';
import { startRegistrationRig, type RegistrationRig } from '../../rigs/registrationRig.ts';

let rig: RegistrationRig;
afterEach(async () => rig.close());

const donor = inventedDevice(3);
const csv = (...devices: readonly (typeof donor)[]): string =>
  [
    'Device Serial Number,Windows Product ID,Hardware Hash',
    ...devices.map((device) => `${device.serialNumber ?? ''},,${inventedHash(device)}`),
  ].join('\r\n');

async function preview(text: string) {
  const bytes = Buffer.from(text);
  const { fileId } = await rig.ask('intake.openFile', { name: 'devices.csv', sizeBytes: bytes.length });
  await rig.ask('intake.appendToFile', { fileId, base64: bytes.toString('base64') });
  return rig.ask('intake.preview', { fileIds: [fileId], tenantId: rig.tenantId, attended: false });
}

async function rowsOf(previewId: string) {
  return (await rig.ask('intake.rows', { previewId, offset: 0, limit: 10 })).rows;
}

async function takeIn(...devices: readonly (typeof donor)[]): Promise<string[]> {
  const { previewId } = await preview(csv(...devices));
  return (await rig.ask('intake.commit', { previewId })).deviceIds;
}

test('a marked device is not registered before somebody lifts the mark, and both are on record', async () => {
  rig = await startRegistrationRig();
  const [id = ''] = await takeIn(donor);
  await rig.ask('boards.markDonor', { deviceId: id, reason: 'Gave its board to another device' });
  const { queued, refused } = await rig.ask('registration.register', { deviceIds: [id] });
  expect({ queued, refused }).toMatchObject({
    queued: 0,
    refused: [{ refusal: { code: 'registration.neverAgain', why: 'Gave its board to another device' } }],
  });
  expect(await rig.dispatch('boards.markDonor', { deviceId: id, reason: 'again' })).toMatchObject({ ok: false });

  await rig.ask('boards.liftDonor', { deviceId: id, reason: 'It was another device' });
  expect(await rig.ask('registration.register', { deviceIds: [id] })).toMatchObject({ queued: 1, refused: [] });
  const { timeline } = await rig.ask('devices.get', { id });
  expect(timeline.map(({ sentence }) => sentence)).toEqual(
    expect.arrayContaining([
      'Marked “never register again”: Gave its board to another device',
      'The mark “never register again” was lifted: It was another device',
    ]),
  );
});

test('a marked device is in no file that registers, is said by name, and the others are written', async () => {
  rig = await startRegistrationRig();
  const other = inventedDevice(4);
  const deviceIds = await takeIn(donor, other);
  await rig.ask('boards.markDonor', { deviceId: deviceIds[0] ?? '', reason: 'Gave its board away' });
  for (const target of ['intune', 'partner-center'] as const) {
    const { files, written, refused } = await rig.ask('exports.write', { target, deviceIds });
    expect({ written, refused }).toEqual({
      written: 1,
      refused: [
        {
          serialNumber: donor.serialNumber,
          reason:
            'It is marked “never register again”: Gave its board away. Where that is wrong, lift the mark on its page first.',
        },
      ],
    });
    const text = Buffer.from(files[0]?.base64 ?? '', 'base64').toString('latin1');
    expect(text).toContain(other.serialNumber);
    expect(text).not.toContain(inventedHash(donor));
  }
  expect((await rig.ask('exports.write', { target: 'corporate-identifiers', deviceIds })).written).toBe(2);
});

test('a registration that was queued before the mark is not sent', async () => {
  rig = await startRegistrationRig();
  const [id = ''] = await takeIn(donor);
  await rig.ask('jobs.pause', { paused: true });
  await rig.ask('registration.register', { deviceIds: [id] });
  await rig.ask('boards.markDonor', { deviceId: id, reason: 'Scrapped' });
  await rig.ask('jobs.pause', { paused: false });
  const { devices } = await rig.untilSettled([id]);
  expect(devices).toMatchObject([{ state: 'stuck', registration: 'none' }]);
});

test('an import says that a row is the marked device, or has its mainboard', async () => {
  rig = await startRegistrationRig();
  const [id = ''] = await takeIn(donor);
  await rig.ask('boards.markDonor', { deviceId: id, reason: 'Scrapped' });
  const withItsBoard = { ...inventedDevice(7), smbiosUuid: donor.smbiosUuid, tpm: donor.tpm };
  const { previewId } = await preview(csv(donor, withItsBoard, inventedDevice(8)));
  const said = (await rowsOf(previewId)).map(({ issues }) =>
    issues.filter(({ code }) => code === 'identity.never-again').map(({ message }) => message),
  );
  expect(said[0]?.[0]).toContain('is marked “never register again” (Scrapped)');
  expect(said[1]?.[0]).toContain('The mainboard is that of');
  expect(said[2]).toEqual([]);
});

test('a repaired device with the board of a marked one can be registered', async () => {
  rig = await startRegistrationRig();
  const [id = ''] = await takeIn(donor);
  await rig.ask('boards.markDonor', { deviceId: id, reason: 'Scrapped' });
  const withItsBoard = { ...inventedDevice(7), smbiosUuid: donor.smbiosUuid, tpm: donor.tpm };
  const { previewId } = await preview(csv(withItsBoard));
  const [row] = await rowsOf(previewId);
  await rig.ask('intake.include', { previewId, rowIds: [row?.rowId ?? 0], included: true });
  const { deviceIds } = await rig.ask('intake.commit', { previewId });
  expect(await rig.ask('registration.register', { deviceIds })).toMatchObject({ queued: 1, refused: [] });
});

test('two captures of a device are compared by their numbers', async () => {
  rig = await startRegistrationRig();
  const [id = ''] = await takeIn(donor);
  const later = { ...donor, memoryGib: 64, collectedAt: new Date(donor.collectedAt.getTime() + 60_000) };
  await takeIn(later);
  const [recent, old] = (await rig.ask('devices.get', { id })).captures;
  const comparison = await rig.ask('boards.compare', {
    old: { captureId: old?.id ?? 0 },
    recent: { captureId: recent?.id ?? 0 },
  });
  expect(comparison).toMatchObject({ verdict: 'none', changes: [{ part: 'memory' }] });
});
