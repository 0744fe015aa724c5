import { afterEach, expect, test } from 'vitest';
import { hurryingClock } from '../../fakes/hurryingClock.ts';
import { startRegistrationRig, type RegistrationRig } from '../../rigs/registrationRig.ts';

let rig: RegistrationRig;
afterEach(async () => rig.close());

const AUTOPILOT = '/beta/deviceManagement/windowsAutopilotDeviceIdentities';

type Trouble = 'none' | 'refused' | 'offline';

test('what keeps devices from being followed is told with its reason, and the network is there only when it is', async () => {
  let trouble: Trouble = 'none';
  const { clock, hurry } = hurryingClock();
  rig = await startRegistrationRig(
    {},
    {
      clock,
      fetch: async (input, init) => {
        const url = input instanceof Request ? input.url : input.toString();
        if (trouble === 'offline') throw new TypeError('fetch failed', { cause: new Error('getaddrinfo ENOTFOUND') });
        if (trouble === 'refused' && new URL(url).pathname === AUTOPILOT) {
          return Response.json({ error: { code: 'Forbidden', message: 'No.' } }, { status: 403 });
        }
        return fetch(input, init);
      },
    },
  );
  const status = async () => rig.ask('jobs.status', { tenantId: rig.tenantId });
  const deviceIds = rig.addDevices([{ serialNumber: 'FOLLOWED1', groupTag: 'Sales' }]);
  await rig.ask('registration.register', { deviceIds });
  expect((await rig.untilSettled(deviceIds)).counts.assigned).toBe(1);
  expect(await status()).toMatchObject({ problems: [], online: true });

  trouble = 'refused';
  await rig.until(async () => {
    const { problems, online } = await status();
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatch(/^The devices of .+ have not been read for 1 min: .+/);
    expect(online).toBe(true);
  });
  // What failed is tried again after seconds, then minutes.
  hurry(20);
  trouble = 'offline';
  await rig.until(async () => {
    expect(await status()).toMatchObject({ problems: [], online: false });
  });
  trouble = 'none';
  await rig.until(async () => {
    expect(await status()).toMatchObject({ problems: [], online: true, offlineSince: null });
  });
});

test('what a person refreshes by hand is told as failing no longer, and is followed again at once', async () => {
  let isRefused = false;
  rig = await startRegistrationRig(
    {},
    {
      fetch: async (input, init) => {
        const url = input instanceof Request ? input.url : input.toString();
        return isRefused && new URL(url).pathname === AUTOPILOT
          ? Response.json({ error: { code: 'Forbidden', message: 'No.' } }, { status: 403 })
          : fetch(input, init);
      },
    },
  );
  const problems = async () => (await rig.ask('jobs.status', { tenantId: rig.tenantId })).problems;
  const deviceIds = rig.addDevices([{ serialNumber: 'FOLLOWED2', groupTag: 'Sales' }]);
  await rig.ask('registration.register', { deviceIds });
  await rig.untilSettled(deviceIds);
  isRefused = true;
  await rig.until(async () => expect(await problems()).toHaveLength(1));

  // A device that can be read proves nothing about the list.
  await rig.ask('tracking.refresh', { tenantId: rig.tenantId, deviceIds });
  expect(await problems()).toHaveLength(1);
  isRefused = false;
  await rig.ask('tracking.refresh', { tenantId: rig.tenantId });
  expect(await problems()).toEqual([]);
});
