import { afterEach, expect, test } from 'vitest';
import { z } from 'zod';
import { sendBytes } from '../../../src/main/hosts/sendFile.ts';
import { inventedDevice, inventedHash } from '../../rigs/inventedDevices.ts';
import { startRegistrationRig, type RegistrationRig } from '../../rigs/registrationRig.ts';

let rig: RegistrationRig;
afterEach(async () => rig.close());

const header = 'Device Serial Number,Windows Product ID,Hardware Hash';
/** Two machines to which their factory gave one UUID. */
const first = inventedDevice(0);
const second = { ...inventedDevice(1), smbiosUuid: first.smbiosUuid };
const machines = [first, second];

const imported = z.object({
  importedWindowsAutopilotDeviceIdentities: z.array(
    z.object({ serialNumber: z.string(), hardwareIdentifier: z.string() }),
  ),
});

test('two machines of one UUID, imported on two days, are two devices, each exported and registered with its own hash', async () => {
  const sent = new Map<string, string>();
  const listening: typeof fetch = (input, init) => {
    const body: unknown = typeof init?.body === 'string' ? JSON.parse(init.body) : null;
    const call = imported.safeParse(body);
    for (const { serialNumber, hardwareIdentifier } of call.data?.importedWindowsAutopilotDeviceIdentities ?? []) {
      sent.set(serialNumber, hardwareIdentifier);
    }
    return fetch(input, init);
  };
  rig = await startRegistrationRig({}, { fetch: listening });
  const deviceIds: string[] = [];
  for (const machine of machines) {
    const text = `${header}\r\n${machine.serialNumber ?? ''},,${inventedHash(machine)}\r\n`;
    const file = await sendBytes(rig.dispatch, 'day.csv', Buffer.from(text));
    if (!file.ok) throw new Error(file.error.message);
    const { previewId } = await rig.ask('intake.preview', { fileIds: [file.value], tenantId: rig.tenantId });
    deviceIds.push(...(await rig.ask('intake.commit', { previewId })).deviceIds);
  }
  expect(new Set(deviceIds).size).toBe(2);

  const { files } = await rig.ask('exports.write', { target: 'intune', deviceIds });
  const rows = files.map(({ base64 }) => Buffer.from(base64, 'base64').toString('latin1')).join('');
  await rig.ask('registration.register', { deviceIds });
  expect((await rig.untilSettled(deviceIds)).counts).toMatchObject({ assigned: 2 });
  for (const machine of machines) {
    const hash = inventedHash(machine);
    expect(rows).toContain(`${machine.serialNumber ?? ''},${machine.productKeyId ?? ''},${hash}`);
    expect(sent.get(machine.serialNumber ?? '')).toBe(hash);
  }
});
