import { afterEach, expect, test } from 'vitest';
import { z } from 'zod';
import { serials, startRegistrationRig, type RegistrationRig } from '../../rigs/registrationRig.ts';

const IMPORTS = 'importedWindowsAutopilotDeviceIdentities';
let rig: RegistrationRig;
afterEach(async () => rig.close());

/** Registers one device, and has each answer about its import come after the tracker has found it in the tenant. */
async function registeredMeanwhile(answerOf: (url: string, answer: Response) => Promise<Response> | Response) {
  let deviceId = '';
  rig = await startRegistrationRig(
    {},
    {
      async fetch(...request) {
        const answer = await globalThis.fetch(...request);
        const { url } = new Request(...request);
        if (!url.includes(IMPORTS) || deviceId === '') return answer;
        rig.withStore(({ database }) => {
          database.prepare(`UPDATE device SET registration = 'registered' WHERE id = ?`).run(deviceId);
        });
        return answerOf(url, answer);
      },
    },
  );
  [deviceId = ''] = rig.addDevices(serials(1).map((serialNumber) => ({ serialNumber })));
  await rig.ask('registration.register', { deviceIds: [deviceId] });
  await rig.untilSettled([deviceId]);

  const { device, timeline } = await rig.ask('devices.get', { id: deviceId });
  return {
    is: device.registration,
    told: timeline.filter(({ subject }) => subject === 'registration').map(({ to }) => to),
  };
}

test('a device that is found in the tenant while its import is answered stays registered', async () => {
  const { is, told } = await registeredMeanwhile((_, answer) => answer);
  expect(is).toBe('registered');
  expect(told).not.toContain('submitted');
  expect(told).not.toContain('pending');
});

const page = z.looseObject({ value: z.array(z.looseObject({ state: z.looseObject({}) })) });

test('nor does an import that is refused afterwards take it back', async () => {
  const { is, told } = await registeredMeanwhile(async (url, answer) => {
    if (url.endsWith('/import')) return answer;
    const listed = page.safeParse(await answer.clone().json());
    if (!listed.success) return answer;
    const state = { deviceImportStatus: 'error', deviceErrorCode: 807, deviceErrorName: 'InvalidZtdHardwareHash' };
    return Response.json({
      ...listed.data,
      value: listed.data.value.map((record) => ({ ...record, state: { ...record.state, ...state } })),
    });
  });
  expect(is).toBe('registered');
  expect(told).not.toContain('failed');
});
