import { afterEach, beforeEach, expect, test } from 'vitest';
import { sha256 } from '../../../src/main/services/hashes/hashInspector.ts';
import { checkBeforeSending } from '../../../src/shared/hashes/checkBeforeSending.ts';
import { readHashText } from '../../../src/shared/hashes/readHashText.ts';
import { inventedHash } from '../../rigs/practiceGraph.ts';
import { startRegistrationRig, type RegistrationRig } from '../../rigs/registrationRig.ts';

const WORDS = 'Its hash is damaged: the checksum is wrong. Capture the hash again and import it.';

let rig: RegistrationRig;
let whole: string;
let damaged: string;
beforeEach(async () => {
  rig = await startRegistrationRig();
  [whole = '', damaged = ''] = rig.addDevices([{ serialNumber: 'WHOLE1' }, { serialNumber: 'DAMAGED1' }]);
  flipBitOf(damaged);
});
afterEach(() => rig.close());

/** What a failing disk does to a kept hash, which no check of SQLite's notices. */
function flipBitOf(deviceId: string): void {
  rig.withStore(({ database }) => {
    const kept = database
      .prepare<[string], { id: number; bytes: Buffer }>(
        'SELECT id, hardware_hash AS bytes FROM hash_capture WHERE device_id = ?',
      )
      .get(deviceId);
    if (kept === undefined) throw new Error('There is no capture.');
    kept.bytes.writeUInt8(kept.bytes.readUInt8(400) ^ 4, 400);
    database.prepare('UPDATE hash_capture SET hardware_hash = ? WHERE id = ?').run(kept.bytes, kept.id);
    expect(database.pragma('integrity_check', { simple: true })).toBe('ok');
  });
}

test('a kept hash that lost a bit is not exported: its device is named, and the others are written', async () => {
  for (const target of ['intune', 'partner-center'] as const) {
    expect(await rig.ask('exports.write', { target, deviceIds: [damaged, whole] })).toMatchObject({
      written: 1,
      refused: [{ serialNumber: 'DAMAGED1', reason: WORDS }],
    });
  }
});

test('a kept hash that lost a bit is not sent: its device asks for another capture, and the others are registered', async () => {
  await rig.ask('registration.register', { deviceIds: [damaged, whole] });
  const { devices } = await rig.untilSettled([damaged, whole]);
  expect(devices.find(({ deviceId }) => deviceId === whole)).toMatchObject({ registration: 'registered' });
  const { device, captures } = await rig.ask('devices.get', { id: damaged });

  expect(device).toMatchObject({
    registration: 'failed',
    registrationError: { message: WORDS },
    nextStep: { code: 'fixRegistration' },
  });
  expect(captures[0]?.facts[0]).toMatchObject({ label: 'Careful' });
  expect((await rig.graph.get('/practice/stats')).text).not.toContain('DAMAGED1');

  rig.addCapture(damaged, 'DAMAGED1');
  await rig.ask('registration.register', { deviceIds: [damaged] });
  expect((await rig.untilSettled([damaged])).devices).toMatchObject([{ registration: 'registered' }]);
});

test('no single bit of a kept hash can turn without being noticed', () => {
  const { bytes: filled, container } = readHashText(inventedHash('BIT1'), sha256);
  // Without the zero fill, which is not kept: payload, and the record with its SHA-256.
  const bytes = Buffer.from(filled.subarray(0, (container.total ?? 0) + 36));
  let noticed = 0;
  for (let bit = 0; bit < bytes.length * 8; bit += 1) {
    const at = bit >> 3;
    const kept = bytes.readUInt8(at);
    bytes.writeUInt8(kept ^ (1 << (bit & 7)), at);
    const text = Buffer.concat([bytes, Buffer.alloc(Math.max(0, 3_000 - bytes.length))]).toString('base64');
    if (checkBeforeSending(text, 'BIT1', sha256)?.kind === 'damaged') noticed += 1;
    bytes.writeUInt8(kept, at);
  }
  process.stdout.write(`${noticed} single turned bits of a kept hash, each noticed before it is sent.\n`);
  expect(noticed).toBe(bytes.length * 8);
}, 120_000);
