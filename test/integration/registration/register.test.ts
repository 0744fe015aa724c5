import { afterEach, describe, expect, test } from 'vitest';
import { rowsOf } from '../../rigs/practiceGraph.ts';
import { serials, startRegistrationRig, type RegistrationRig } from '../../rigs/registrationRig.ts';

let rig: RegistrationRig;
afterEach(async () => rig.close());

const AUTOPILOT = '/beta/deviceManagement/windowsAutopilotDeviceIdentities';
const IMPORTS = '/v1.0/deviceManagement/importedWindowsAutopilotDeviceIdentities';

describe('registering', () => {
  test.each([
    ['accepted without effect', { kind: 'ignoreWrite' } as const],
    ['lost', { kind: 'drop', when: 'beforeEffect' } as const],
  ])('the records of imports go, even where their deletion is %s at first', async (_, effect) => {
    rig = await startRegistrationRig();
    const faults = [{ effect, path: '/deviceManagement/importedWindowsAutopilotDeviceIdentities/*', count: 1 }];
    rig.graph.tenant.setFaults({ faults: faults.map((fault) => ({ ...fault, methods: ['DELETE' as const] })) });
    const deviceIds = rig.addDevices(serials(2).map((serialNumber) => ({ serialNumber })));
    await rig.ask('registration.register', { deviceIds });
    await rig.untilSettled(deviceIds);
    await rig.until(async () => expect(rowsOf(await rig.graph.get(IMPORTS))).toEqual([]));
    await rig.restart();
    await rig.until(async () => {
      const { jobs } = await rig.ask('jobs.status', {});
      expect(jobs).toMatchObject({ waiting: 0, leased: 0, retrying: 0, failed: 0 });
    });
  });

  test('40 devices end Assigned, each exactly once in the tenant, with user, tag and name', async () => {
    rig = await startRegistrationRig();
    const deviceIds = rig.addDevices(
      serials(40).map((serialNumber, index) => ({
        serialNumber,
        groupTag: index % 2 === 0 ? 'Kiosk' : null,
        deviceName: `LAB-${index}A`,
      })),
    );
    expect(await rig.ask('registration.register', { deviceIds })).toMatchObject({ queued: 40, refused: [] });
    const progress = await rig.untilSettled(deviceIds);
    expect(progress.counts).toEqual({ assigned: 40, stuck: 0, waiting: 0 });

    const rows = rowsOf(await rig.graph.get(AUTOPILOT));
    expect(new Set(rows.map((row) => row['serialNumber']))).toEqual(new Set(serials(40)));
    expect(rows).toHaveLength(40);
    await rig.until(async () => {
      const { jobs } = await rig.ask('jobs.status', {});
      expect(jobs).toMatchObject({ waiting: 0, leased: 0, retrying: 0, failed: 0 });
    });
    expect(rowsOf(await rig.graph.get(IMPORTS))).toEqual([]);
    const [first] = rowsOf(await rig.graph.get(`${AUTOPILOT}?$filter=contains(serialNumber,'FBK00001')`));
    const full = await rig.graph.get(`${AUTOPILOT}/${String(first?.['id'])}`);
    expect(full.body).toMatchObject({ groupTag: 'Kiosk', displayName: 'LAB-0A' });

    const { device, timeline } = await rig.ask('devices.get', { id: deviceIds[0] ?? '' });
    expect(device).toMatchObject({ registration: 'registered', profile: 'assigned', pendingChanges: 0 });
    expect(device.profileName).toBe('Kiosk self-deploying');
    expect(device.profileAssignedAt).not.toBeNull();
    expect(device.profileAllowsPreProvisioning).toBe(false);
    expect(timeline.map(({ sentence }) => sentence).reverse()).toEqual(
      expect.arrayContaining([
        'Queued for registration.',
        'Sent to Microsoft.',
        'Microsoft lists the device as registered.',
        'Microsoft shows the name LAB-0A.',
      ]),
    );
  });
});
