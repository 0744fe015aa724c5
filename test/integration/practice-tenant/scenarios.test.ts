import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  DEVICES,
  IMPORTED,
  inventedHash,
  LONG_ENOUGH,
  register,
  rowsOf,
  startPracticeGraph,
  type PracticeGraph,
} from '../../rigs/practiceGraph.ts';

const MANAGED = '/beta/deviceManagement/managedDevices';
const EVENTS = '/beta/deviceManagement/autopilotEvents';
const ADA = 'ada.lovelace@contoso-practice.example';

let graph: PracticeGraph;
beforeEach(async () => {
  graph = await startPracticeGraph();
});
afterEach(() => graph.close());

const play = (id: string, flow: string, end: object = {}) => graph.post(`/practice/devices/${id}/${flow}`, end);
const deviceOf = async (id: string) => (await graph.get(`${DEVICES}/${id}`)).body;
const intuneDeviceOf = async (id: string) =>
  (await graph.get(`${MANAGED}/${String((await deviceOf(id))['managedDeviceId'])}`)).body;

describe('a user-driven device', () => {
  test('is enrolled by its user without any technician flow', async () => {
    const [id = ''] = await register(graph, [
      { serialNumber: 'U-1', groupTag: 'UserDriven', assignedUserPrincipalName: ADA },
    ]);
    expect((await play(id, 'user-flow')).status).toBe(200);
    expect(await deviceOf(id)).toMatchObject({ enrollmentState: 'enrolled' });
    expect(await intuneDeviceOf(id)).toMatchObject({
      serialNumber: 'U-1',
      userPrincipalName: ADA,
      deviceEnrollmentType: 'windowsAzureADJoin',
      autopilotEnrolled: true,
    });
    expect(rowsOf(await graph.get(EVENTS))).toMatchObject([
      {
        deviceSerialNumber: 'U-1',
        enrollmentType: 'azureADJoinedWithAutopilotProfile',
        userPrincipalName: ADA,
        deploymentState: 'success',
        accountSetupStatus: 'success',
      },
    ]);
  });

  test('may fail in the hands of its user', async () => {
    const [id = ''] = await register(graph, [{ serialNumber: 'U-1', groupTag: 'UserDriven' }]);
    await play(id, 'user-flow', { result: 'failure', errorCode: '0x800705b4' });
    expect(await deviceOf(id)).toMatchObject({ enrollmentState: 'failed' });
    expect(rowsOf(await graph.get(EVENTS))).toMatchObject([
      { deploymentState: 'failure', enrollmentFailureDetails: expect.stringContaining('0x800705B4') as unknown },
    ]);
    expect((await play(id, 'user-flow')).status).toBe(409);
  });

  test('under a profile that allows pre-provisioning needs none', async () => {
    const [id = ''] = await register(graph, [{ serialNumber: 'U-2' }]);
    expect((await play(id, 'user-flow')).status).toBe(200);
    expect(await intuneDeviceOf(id)).toMatchObject({ deviceEnrollmentType: 'windowsAzureADJoin' });
  });

  test('has nothing to sign in to before its profile is there', async () => {
    await graph.post('/practice/devices', { devices: [{ hardwareIdentifier: inventedHash('U-3') }] });
    const [device] = rowsOf(await graph.get(DEVICES));
    expect((await play(String(device?.['id']), 'user-flow')).status).toBe(409);
  });
});

describe('a kiosk', () => {
  test('deploys by itself, and stays nobody’s whoever signs in', async () => {
    const [id = ''] = await register(graph, [{ serialNumber: 'K-1', groupTag: 'Kiosk' }]);
    expect((await play(id, 'user-flow')).status).toBe(409);
    expect((await play(id, 'technician-flow')).body['errorCode']).toBe('0x80180005');
    expect((await play(id, 'self-deployment')).status).toBe(200);
    const synchronised = (await intuneDeviceOf(id))['lastSyncDateTime'];
    graph.tenant.advance(3_600);
    expect((await play(id, 'user-flow')).status).toBe(200);
    const intune = await intuneDeviceOf(id);
    expect(intune).toMatchObject({ userPrincipalName: '', deviceEnrollmentType: 'windowsAzureADJoinUsingDeviceAuth' });
    expect(String(intune['lastSyncDateTime']) > String(synchronised)).toBe(true);
    expect(rowsOf(await graph.get(EVENTS))).toMatchObject([
      {
        enrollmentType: 'azureADJoinedUsingDeviceAuthWithAutopilotProfile',
        userPrincipalName: '',
        accountSetupStatus: 'disabled',
      },
    ]);
  });

  test('does not deploy under the profile of a user’s device', async () => {
    const [id = ''] = await register(graph, [{ serialNumber: 'K-2', groupTag: 'UserDriven' }]);
    expect((await play(id, 'self-deployment')).status).toBe(409);
  });

  test('deploys a second time only when its Intune record is gone', async () => {
    const [id = ''] = await register(graph, [{ serialNumber: 'K-3', groupTag: 'Kiosk' }]);
    await play(id, 'self-deployment');
    graph.tenant.advance(180 * 24 * 3_600);
    const second = await play(id, 'self-deployment');
    expect([second.status, second.body['errorCode']]).toEqual([409, '0x80180014']);
    const { managedDeviceId } = await deviceOf(id);
    await graph.remove(`${MANAGED}/${String(managedDeviceId)}`);
    graph.tenant.advance(LONG_ENOUGH);
    expect(await deviceOf(id)).toMatchObject({
      enrollmentState: 'notContacted',
      userlessEnrollmentStatus: 'unknown',
      managedDeviceId: '00000000-0000-0000-0000-000000000000',
    });
    expect((await play(id, 'self-deployment')).status).toBe(200);
    expect((await deviceOf(id))['managedDeviceId']).not.toBe(managedDeviceId);
  });
});

describe('a hybrid device', () => {
  test('has two objects in Entra: the one that holds its ZTDID, and the one of its computer account', async () => {
    const [id = ''] = await register(graph, [{ serialNumber: 'H-1', groupTag: 'Hybrid' }]);
    await play(id, 'technician-flow');
    const joined = rowsOf(await graph.get('/v1.0/devices')).filter(({ manufacturer }) => manufacturer === 'Fabrikam');
    const objects = joined.map(({ trustType, physicalIds, isManaged, onPremisesSyncEnabled, deviceId }) => ({
      trustType,
      hasZtdId: JSON.stringify(physicalIds).includes(id),
      isManaged,
      onPremisesSyncEnabled,
      deviceId,
    }));
    expect(objects).toHaveLength(2);
    const [own, ofAccount] = [...objects].sort((one) => (one.hasZtdId ? -1 : 1));
    expect(own).toMatchObject({ trustType: 'AzureAd', hasZtdId: true, isManaged: null, onPremisesSyncEnabled: null });
    expect(ofAccount).toMatchObject({
      trustType: 'ServerAd',
      hasZtdId: false,
      isManaged: true,
      onPremisesSyncEnabled: true,
    });
    expect(await deviceOf(id)).toMatchObject({ azureActiveDirectoryDeviceId: own?.deviceId });
    expect(await intuneDeviceOf(id)).toMatchObject({
      azureADDeviceId: ofAccount?.deviceId,
      joinType: 'hybridAzureADJoined',
    });
  });
});

describe('a device that works under Intune', () => {
  test('is registered by a profile that converts, without an import and with all that it is', async () => {
    const devices = [{ hardwareIdentifier: inventedHash('C-1'), userPrincipalName: ADA }];
    expect((await graph.post('/practice/intune-devices', { devices })).status).toBe(200);
    expect(rowsOf(await graph.get(MANAGED))).toMatchObject([
      { serialNumber: 'C-1', userPrincipalName: ADA, autopilotEnrolled: false },
    ]);
    expect(rowsOf(await graph.get(DEVICES))).toEqual([]);
    expect((await graph.post('/practice/conversion')).body).toEqual({ converted: 1 });
    expect((await graph.post('/practice/conversion')).body).toEqual({ converted: 0 });
    graph.tenant.advance(LONG_ENOUGH);
    expect(rowsOf(await graph.get(IMPORTED))).toEqual([]);
    const [device] = rowsOf(await graph.get(DEVICES));
    expect(device).toMatchObject({ serialNumber: 'C-1', groupTag: '', enrollmentState: 'enrolled' });
    expect(device?.['deploymentProfileAssignmentStatus']).toBe('assignedInSync');
    expect(await intuneDeviceOf(String(device?.['id']))).toMatchObject({ serialNumber: 'C-1' });
  });
});

describe('a device for device preparation', () => {
  const device = { serialNumber: 'P-1', manufacturer: 'Fabrikam', model: 'Slate' };
  const prepare = () => graph.post('/practice/device-preparation', { ...device, userPrincipalName: ADA });
  const identifiers = '/beta/deviceManagement/importedDeviceIdentities';
  const identifier = {
    importedDeviceIdentifier: 'Fabrikam,Slate,P-1',
    importedDeviceIdentityType: 'manufacturerModelSerial',
  };

  test('is let in by its corporate identifier, which says that it is enrolled then', async () => {
    const refused = await prepare();
    expect([refused.status, refused.body['errorCode']]).toEqual([409, '0x80180014']);
    await graph.post(`${identifiers}/importDeviceIdentityList`, { importedDeviceIdentities: [identifier] });
    expect((await prepare()).status).toBe(200);
    graph.tenant.advance(LONG_ENOUGH);
    const found = await graph.post(`${identifiers}/searchExistingIdentities`, {
      importedDeviceIdentities: [identifier],
    });
    expect(rowsOf(found)).toMatchObject([{ enrollmentState: 'enrolled' }]);
    expect(rowsOf(await graph.get(MANAGED))).toMatchObject([
      { serialNumber: 'P-1', userPrincipalName: ADA, enrollmentProfileName: 'Device preparation · user-driven' },
    ]);
  });

  test('or by its DeviceLink, which is associated then', async () => {
    const path = '/beta/deviceManagement/tenantAssociatedDevices';
    const link = Buffer.from(JSON.stringify({ DeviceInfo: { SerialNumber: 'P-1' } })).toString('base64');
    await graph.post(`${path}/importTenantAssociatedDevice`, { deviceLink: link });
    expect((await prepare()).status).toBe(200);
    graph.tenant.advance(LONG_ENOUGH);
    const [associated] = rowsOf(await graph.get(path));
    expect(associated).toMatchObject({ serialNumber: 'P-1', associationState: 'associated' });
    await graph.remove(`${path}/${String(associated?.['id'])}`);
    expect(rowsOf(await graph.get(path))).toMatchObject([{ associationState: 'pendingRemoval' }]);
    graph.tenant.advance(LONG_ENOUGH);
    expect(rowsOf(await graph.get(path))).toEqual([]);
  });

  test('needs a policy with a device group, and comes into the group only where Intune owns it', async () => {
    await graph.post(`${identifiers}/importDeviceIdentityList`, { importedDeviceIdentities: [identifier] });
    await graph.post('/practice/preparation-policy', { hasDeviceGroup: false });
    expect((await prepare()).status).toBe(409);
    await graph.post('/practice/preparation-policy', { hasDeviceGroup: true, hasGroupOwner: false });
    expect((await prepare()).status).toBe(200);
    const groups = rowsOf(await graph.get('/v1.0/groups'));
    const group = groups.find((one) => one['displayName'] === 'Device preparation · devices');
    expect(rowsOf(await graph.get(`/v1.0/groups/${String(group?.['id'])}/members`))).toEqual([]);
  });

  test('is not prepared while it is registered', async () => {
    const [id = ''] = await register(graph, [{ serialNumber: 'P-1' }]);
    const { manufacturer, model } = await deviceOf(id);
    const reply = await graph.post('/practice/device-preparation', { serialNumber: 'P-1', manufacturer, model });
    expect([reply.status, reply.body['error']]).toEqual([
      409,
      'The device is registered with Windows Autopilot: its profile comes first. Deregister it.',
    ]);
  });
});

describe('a tenant that is told to', () => {
  test('ignores a filter and gives every Intune device', async () => {
    const ids = await register(graph, [{ serialNumber: 'F-1' }, { serialNumber: 'F-2' }]);
    for (const id of ids) await play(id, 'technician-flow');
    const wanted = `${MANAGED}?$filter=${encodeURIComponent("serialNumber eq 'F-2'")}`;
    expect(rowsOf(await graph.get(wanted))).toHaveLength(1);
    graph.tenant.setFaults({
      faults: [{ effect: { kind: 'ignoreFilter' }, path: '/deviceManagement/managedDevices' }],
    });
    expect(rowsOf(await graph.get(wanted))).toHaveLength(2);
  });

  test('says nothing of a profile in single reads, and the right thing in the list', async () => {
    const [id = ''] = await register(graph, [{ serialNumber: 'S-1' }]);
    graph.tenant.setFaults({ faults: [{ effect: { kind: 'unknownProfile' } }] });
    expect((await deviceOf(id))['deploymentProfileAssignmentStatus']).toBe('unknown');
    expect(rowsOf(await graph.get(DEVICES))).toMatchObject([{ deploymentProfileAssignmentStatus: 'assignedInSync' }]);
  });
});
