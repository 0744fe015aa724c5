import { afterEach, describe, expect, test } from 'vitest';
import { askForSync } from '../../../src/main/services/tracking/syncJob.ts';
import { createJobList } from '../../../src/main/store/jobList.ts';
import { createJobStore } from '../../../src/main/store/jobStore.ts';
import { systemClock } from '../../../src/main/systemClock.ts';
import { importBody } from '../../rigs/practiceGraph.ts';
import { startRegistrationRig, type RegistrationRig } from '../../rigs/registrationRig.ts';

let rig: RegistrationRig;
afterEach(async () => rig.close());

const IMPORT = '/v1.0/deviceManagement/importedWindowsAutopilotDeviceIdentities/import';
const statusOf = async (id: string) => (await rig.ask('devices.get', { id })).device;
const refresh = async () => rig.ask('tracking.refresh', { tenantId: rig.tenantId });

async function registeredDevice(serialNumber: string): Promise<string> {
  const [id = ''] = rig.addDevices([{ serialNumber }]);
  await rig.ask('registration.register', { deviceIds: [id] });
  await rig.untilSettled([id]);
  return id;
}

describe('following devices', () => {
  test('a device that somebody else registered is recognised by its serial number, in full', async () => {
    rig = await startRegistrationRig();
    const [id = ''] = rig.addDevices([{ serialNumber: 'OTHERS1' }]);
    await rig.graph.post(
      IMPORT,
      importBody([{ serialNumber: 'OTHERS1', groupTag: 'Kiosk' }, { serialNumber: 'ALIEN1' }]),
    );
    rig.graph.tenant.advance(900);
    expect(await refresh()).toEqual({ read: 2, changed: 1, failed: 0, isWhole: true });
    expect(await statusOf(id)).toMatchObject({
      registration: 'registered',
      profile: 'assigned',
      profileDetail: 'inSync',
      profileName: 'Kiosk self-deploying',
      profileAllowsPreProvisioning: false,
      enrollment: 'notEnrolled',
    });
    expect(await refresh()).toEqual({ read: 2, changed: 0, failed: 0, isWhole: true });
  });

  test('a tenant whose single reads say nothing of profiles is asked for its list', async () => {
    rig = await startRegistrationRig({ faults: { faults: [{ effect: { kind: 'unknownProfile' } }] } });
    const ids = ['SILENT1', 'SILENT2', 'SILENT3', 'SILENT4'].map((serialNumber) => ({ serialNumber }));
    const deviceIds = rig.addDevices(ids);
    await rig.ask('registration.register', { deviceIds });
    expect((await rig.untilSettled(deviceIds)).counts.assigned).toBe(4);
    await rig.ask('tracking.refresh', { tenantId: rig.tenantId, deviceIds: deviceIds.slice(0, 2) });
    expect(await statusOf(deviceIds[0] ?? '')).toMatchObject({
      profile: 'assigned',
      profileName: 'Pre-provision · Entra join',
    });
  });

  test('a serial number that firmware gives by default identifies nobody', async () => {
    rig = await startRegistrationRig();
    const [id = ''] = rig.addDevices([{ serialNumber: 'Default string' }]);
    await rig.graph.post(IMPORT, importBody([{ serialNumber: 'Default string' }]));
    rig.graph.tenant.advance(900);
    await refresh();
    expect((await statusOf(id)).registration).toBe('none');
  });

  test('enrollment, hardware changes and a removal elsewhere are noticed, with their history', async () => {
    rig = await startRegistrationRig();
    const id = await registeredDevice('WATCHED1');
    const { ztdId } = await statusOf(id);
    await rig.graph.post(`/practice/devices/${ztdId ?? ''}/technician-flow`, { result: 'success' });
    await rig.graph.post(`/practice/devices/${ztdId ?? ''}/remediation`, {
      remediationState: 'manualRemediationRequired',
    });
    await refresh();
    expect(await statusOf(id)).toMatchObject({ enrollment: 'enrolled', remediation: 'attentionRequired' });
    expect((await rig.ask('registration.progress', { deviceIds: [id] })).devices[0]?.state).toBe('assigned');
    await rig.graph.remove(`/v1.0/deviceManagement/managedDevices/${(await statusOf(id)).managedDeviceId ?? ''}`);
    rig.graph.tenant.advance(3_600);
    await rig.graph.remove(`/beta/deviceManagement/windowsAutopilotDeviceIdentities/${ztdId ?? ''}`);
    rig.graph.tenant.advance(3_600);
    // A device that was just registered is given a while to show in the list.
    await rig.until(async () => {
      await refresh();
      expect((await statusOf(id)).registration).toBe('removed');
    });
    const { timeline } = await rig.ask('devices.get', { id });
    expect(timeline.map(({ subject, to }) => `${subject} ${to ?? ''}`)).toEqual(
      expect.arrayContaining(['enrollment enrolled', 'profile attentionRequired', 'registration removed']),
    );
  });

  test('a device that was deregistered elsewhere is noticed although the clock was set back since it was registered', async () => {
    rig = await startRegistrationRig();
    const id = await registeredDevice('WATCHED2');
    const { ztdId } = await statusOf(id);
    await rig.graph.remove(`/beta/deviceManagement/windowsAutopilotDeviceIdentities/${ztdId ?? ''}`);
    rig.graph.tenant.advance(3_600);
    rig.withStore(({ database }) => {
      database.prepare(`UPDATE device SET registration_at = '2099-01-01T00:00:00.000Z'`).run();
    });
    await refresh();
    expect((await statusOf(id)).registration).toBe('removed');
  });

  test('the purchase order that a partner gave a device is read and found by the search', async () => {
    rig = await startRegistrationRig();
    const id = await registeredDevice('PF1-PO76222342');
    await registeredDevice('PF2');
    expect(await statusOf(id)).toMatchObject({ purchaseOrder: '76222342', orderNumber: null, groupTag: null });
    // What is found is not to be its serial number.
    rig.withStore(({ database }) => {
      database.prepare(`UPDATE device SET serial_number = 'PF1' WHERE id = ?`).run(id);
    });
    expect(await rig.ask('devices.ids', { search: '76222342' })).toEqual({ ids: [id] });
  });

  test('the purchase order goes with the registration that had it', async () => {
    rig = await startRegistrationRig();
    const id = await registeredDevice('PF1-PO76222342');
    const { target } = await rig.ask('removal.plan', { deviceId: id });
    await rig.ask('removal.deregister', { deviceId: id, confirmedSerialNumber: 'PF1-PO76222342', target });
    await rig.until(async () => expect((await statusOf(id)).registration).toBe('removed'));
    expect((await statusOf(id)).purchaseOrder).toBeNull();
  });

  test('what Microsoft sent is kept as it came', async () => {
    rig = await startRegistrationRig();
    const id = await registeredDevice('RAW1');
    const { microsoft, microsoftReadAt } = await rig.ask('devices.get', { id });
    expect(microsoftReadAt).not.toBeNull();
    const status = microsoft.find(({ name }) => name === 'deploymentProfileAssignmentStatus');
    // Which of its words the tenant uses depends on when the device checked in.
    expect(status?.value).toMatch(/^assigned/);
  });
});

describe('synchronising', () => {
  test('is asked for once in ten minutes, and the time of the next is told', async () => {
    rig = await startRegistrationRig({ speed: 1 });
    const askedMs = Date.now();
    expect(await rig.ask('tracking.sync', { tenantId: rig.tenantId })).toMatchObject({ state: 'queued' });
    await rig.until(async () => expect((await rig.ask('jobs.status', {})).jobs.done).toBe(1));
    const again = await rig.ask('tracking.sync', { tenantId: rig.tenantId });
    expect(again.state).toBe('coolingDown');
    const allowedMs = Date.parse(again.allowedAt ?? '');
    expect(allowedMs - askedMs).toBeGreaterThan(9 * 60_000);
    expect(allowedMs - Date.now()).toBeLessThanOrEqual(10 * 60_000);
    await rig.restart();
    expect(await rig.ask('tracking.sync', { tenantId: rig.tenantId })).toMatchObject({ state: 'coolingDown' });
    expect((await rig.ask('jobs.status', { tenantId: rig.tenantId })).syncAllowedAt).toBe(again.allowedAt);
  });

  test.each([-3, 3])('keeps to the tenant’s clock where ours is %i days wrong', async (days) => {
    const now = () => new Date(Date.now() + days * 86_400_000);
    const asked: string[] = [];
    rig = await startRegistrationRig(
      { speed: 1 },
      {
        clock: { ...systemClock, now },
        fetch: (input, init) => {
          asked.push(`${init?.method ?? 'GET'} ${input instanceof Request ? input.url : input.toString()}`);
          return fetch(input, init);
        },
      },
    );
    const askedMs = now().getTime();
    await rig.graph.post('/beta/deviceManagement/windowsAutopilotSettings/sync');
    rig.graph.tenant.advance(4 * 60);
    await rig.ask('tracking.sync', { tenantId: rig.tenantId });
    await rig.until(async () => {
      const { syncAllowedAt } = await rig.ask('jobs.status', { tenantId: rig.tenantId });
      const allowedMs = Date.parse(syncAllowedAt ?? '');
      expect(allowedMs - askedMs).toBeGreaterThan(5 * 60_000);
      expect(allowedMs - now().getTime()).toBeLessThanOrEqual(6 * 60_000 + 1_000);
    });
    expect(asked.filter((request) => request.endsWith('/sync'))).toEqual([]);
  });

  test('that a person asked for is not replaced by one that a registration asks for', async () => {
    rig = await startRegistrationRig({ speed: 1 });
    await rig.ask('jobs.pause', { paused: true });
    const { jobId } = await rig.ask('tracking.sync', { tenantId: rig.tenantId });
    expect(await rig.ask('tracking.sync', { tenantId: rig.tenantId })).toMatchObject({ state: 'queued', jobId });
    rig.withStore((store) => {
      const now = () => new Date();
      const jobs = createJobStore(store, now);
      const context = { jobList: createJobList(store), outbox: { enqueue: jobs.add } };
      expect(askForSync(context, rig.tenantId, 'registration')).toBe(jobId);
    });
  });

  test('that Intune finds too early waits, and is no failure', async () => {
    rig = await startRegistrationRig({ speed: 1 });
    await rig.graph.post('/beta/deviceManagement/windowsAutopilotSettings/sync');
    rig.graph.tenant.advance(60);
    await rig.ask('tracking.sync', { tenantId: rig.tenantId });
    await rig.until(async () => {
      const { jobs, syncAllowedAt } = await rig.ask('jobs.status', { tenantId: rig.tenantId });
      expect(jobs).toMatchObject({ waiting: 1, failed: 0, retrying: 0 });
      expect(syncAllowedAt).not.toBeNull();
    });
  });
});
