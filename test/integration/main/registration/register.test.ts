import { afterEach, describe, expect, test } from 'vitest';
import { rowsOf } from '../../../fakes/practiceGraph.ts';
import { serials, startRegistrationBench, type RegistrationBench } from '../../../fakes/registrationBench.ts';

let bench: RegistrationBench;
afterEach(async () => bench.close());

const AUTOPILOT = '/beta/deviceManagement/windowsAutopilotDeviceIdentities';
const IMPORTS = '/v1.0/deviceManagement/importedWindowsAutopilotDeviceIdentities';

describe('registering', () => {
  test.each([
    ['accepted without effect', { kind: 'ignoreWrite' } as const],
    ['lost', { kind: 'drop', when: 'beforeEffect' } as const],
  ])('the records of imports go, even where their deletion is %s at first', async (_, effect) => {
    bench = await startRegistrationBench();
    const faults = [{ effect, path: '/deviceManagement/importedWindowsAutopilotDeviceIdentities/*', count: 1 }];
    bench.graph.tenant.setFaults({ faults: faults.map((fault) => ({ ...fault, methods: ['DELETE' as const] })) });
    const deviceIds = bench.addDevices(serials(2).map((serialNumber) => ({ serialNumber })));
    await bench.ask('registration.register', { deviceIds });
    await bench.untilSettled(deviceIds);
    await bench.until(async () => expect(rowsOf(await bench.graph.get(IMPORTS))).toEqual([]));
    await bench.restart();
    await bench.until(async () => {
      const { jobs } = await bench.ask('jobs.status', {});
      expect(jobs).toMatchObject({ waiting: 0, leased: 0, retrying: 0, failed: 0 });
    });
  });

  test('40 devices end Assigned, each exactly once in the tenant, with user, tag and name', async () => {
    bench = await startRegistrationBench();
    const deviceIds = bench.addDevices(
      serials(40).map((serialNumber, index) => ({
        serialNumber,
        groupTag: index % 2 === 0 ? 'Kiosk' : null,
        deviceName: `LAB-${index}A`,
      })),
    );
    expect(await bench.ask('registration.register', { deviceIds })).toMatchObject({ queued: 40, refused: [] });
    const progress = await bench.untilSettled(deviceIds);
    expect(progress.counts).toEqual({ assigned: 40, stuck: 0, waiting: 0 });

    const rows = rowsOf(await bench.graph.get(AUTOPILOT));
    expect(new Set(rows.map((row) => row['serialNumber']))).toEqual(new Set(serials(40)));
    expect(rows).toHaveLength(40);
    await bench.until(async () => {
      const { jobs } = await bench.ask('jobs.status', {});
      expect(jobs).toMatchObject({ waiting: 0, leased: 0, retrying: 0, failed: 0 });
    });
    expect(rowsOf(await bench.graph.get(IMPORTS))).toEqual([]);
    const [first] = rowsOf(await bench.graph.get(`${AUTOPILOT}?$filter=contains(serialNumber,'FBK00001')`));
    const full = await bench.graph.get(`${AUTOPILOT}/${String(first?.['id'])}`);
    expect(full.body).toMatchObject({ groupTag: 'Kiosk', displayName: 'LAB-0A' });

    const { device, timeline } = await bench.ask('devices.get', { id: deviceIds[0] ?? '' });
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
