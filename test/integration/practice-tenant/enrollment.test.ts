import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  DEVICES,
  errorOf,
  LONG_ENOUGH,
  type PracticeGraph,
  register,
  rowsOf,
  startPracticeGraph,
} from '../../rigs/practiceGraph.ts';

const IDENTIFIERS = '/beta/deviceManagement/importedDeviceIdentities';
const MANAGED = '/v1.0/deviceManagement/managedDevices';
const EVENTS = '/beta/deviceManagement/autopilotEvents';

let graph: PracticeGraph;
beforeEach(async () => {
  graph = await startPracticeGraph();
});
afterEach(() => graph.close());

const policiesOf = async (eventId: unknown): Promise<ReturnType<typeof rowsOf>> =>
  rowsOf(await graph.get(`${EVENTS}/${String(eventId)}/policyStatusDetails`));

describe('a technician flow', () => {
  test('enrolls the device and leaves an event, whose policies only a tenant of before 2025 tells', async () => {
    const [id = ''] = await register(graph, [{ serialNumber: 'A-1' }]);
    expect((await graph.post(`/practice/devices/${id}/technician-flow`, { result: 'success' })).status).toBe(200);
    const { enrollmentState, managedDeviceId } = (await graph.get(`${DEVICES}/${id}`)).body;
    expect(enrollmentState).toBe('enrolled');
    expect((await graph.get(`${MANAGED}/${String(managedDeviceId)}`)).body).toMatchObject({
      serialNumber: 'A-1',
      operatingSystem: 'Windows',
    });
    const [event] = rowsOf(await graph.get(EVENTS));
    expect(event).toMatchObject({
      deviceSerialNumber: 'A-1',
      enrollmentType: 'azureADJoinedWithWhiteGlove',
      deploymentState: 'success',
    });
    const refused = await graph.get(`${EVENTS}/${String(event?.['id'])}/policyStatusDetails`);
    expect(refused.status).toBe(400);
    expect(errorOf(refused).message).toContain("Resource not found for the segment 'policyStatusDetails'.");
    graph.tenant.setFaults({ servesPolicyDetails: true });
    const policies = await policiesOf(event?.['id']);
    expect(policies.map((policy) => [policy['policyType'], policy['complianceStatus'], policy['errorCode']])).toEqual([
      ['application', 'installed', 0],
      ['application', 'installed', 0],
      ['application', 'installed', 0],
      ['configurationPolicy', 'compliant', 0],
      ['configurationPolicy', 'compliant', 0],
    ]);
  });

  test('that fails says which application, and what it answered', async () => {
    graph.tenant.setFaults({ servesPolicyDetails: true });
    const [id = ''] = await register(graph, [{ serialNumber: 'A-1' }]);
    await graph.post(`/practice/devices/${id}/technician-flow`, { result: 'failure' });
    expect((await graph.get(`${DEVICES}/${id}`)).body['enrollmentState']).toBe('failed');
    const events = rowsOf(await graph.get(EVENTS));
    expect(events).toMatchObject([
      {
        deploymentState: 'failure',
        deviceSetupStatus: 'failure',
        accountSetupStatus: 'notAttempted',
        enrollmentFailureDetails: 'One of the applications could not be installed (0x81036502).',
      },
    ]);
    const failed = (await policiesOf(events[0]?.['id'])).filter((policy) => policy['errorCode'] !== 0);
    expect(failed).toMatchObject([
      { displayName: 'Depot agent', complianceStatus: 'error', errorCode: 0x81036502 - 2 ** 32 },
    ]);
  });

  test('leaves its event for thirty days, and the user flow comes into the same one', async () => {
    const [id = ''] = await register(graph, [{ serialNumber: 'A-1' }]);
    await graph.post(`/practice/devices/${id}/technician-flow`, { result: 'success' });
    expect(rowsOf(await graph.get(EVENTS))).toMatchObject([{ accountSetupStatus: 'notAttempted' }]);
    await graph.post(`/practice/devices/${id}/user-flow`);
    expect(rowsOf(await graph.get(EVENTS))).toMatchObject([
      { accountSetupStatus: 'success', userPrincipalName: 'tess.technician@contoso-practice.example' },
    ]);
    graph.tenant.advance(30 * 24 * 3_600 + 1);
    expect(rowsOf(await graph.get(EVENTS))).toEqual([]);
  });

  test.each([
    ['', 'azureADJoined'],
    ['Hybrid', 'hybridAzureADJoined'],
  ])('under the profile of the group tag “%s” joins as %s', async (groupTag, joinType) => {
    const [id = ''] = await register(graph, [{ serialNumber: 'A-1', groupTag }]);
    await graph.post(`/practice/devices/${id}/technician-flow`, { result: 'success' });
    const managedId = String((await graph.get(`${DEVICES}/${id}`)).body['managedDeviceId']);
    expect((await graph.get(`${MANAGED.replace('v1.0', 'beta')}/${managedId}`)).body['joinType']).toBe(joinType);
  });

  test('is followed by a user flow, which names the user', async () => {
    const assignedUserPrincipalName = 'grace.hopper@contoso-practice.example';
    const [id = ''] = await register(graph, [{ serialNumber: 'A-1', assignedUserPrincipalName }]);
    await graph.post(`/practice/devices/${id}/technician-flow`, { result: 'success' });
    expect(rowsOf(await graph.get(`${MANAGED}?$filter=serialNumber eq 'A-1'`))).toMatchObject([
      { userPrincipalName: '', deviceEnrollmentType: 'windowsAzureADJoinUsingDeviceAuth' },
    ]);
    expect((await graph.post(`/practice/devices/${id}/user-flow`)).status).toBe(200);
    expect(rowsOf(await graph.get(`${MANAGED}?$filter=serialNumber eq 'A-1'`))).toMatchObject([
      { userPrincipalName: assignedUserPrincipalName },
    ]);
  });

  test('does not run a second time until the device is unblocked or has left Intune', async () => {
    const [id = ''] = await register(graph, [{ serialNumber: 'A-1' }]);
    const run = async (): Promise<number> =>
      (await graph.post(`/practice/devices/${id}/technician-flow`, { result: 'success' })).status;
    const stateOf = async (): Promise<unknown> => (await graph.get(`${DEVICES}/${id}`)).body['enrollmentState'];
    expect([await run(), await run(), await stateOf()]).toEqual([200, 409, 'blocked']);
    expect((await graph.post(`${DEVICES}/${id}/allowNextEnrollment`)).status).toBe(204);
    expect([await run(), await stateOf()]).toEqual([200, 'enrolled']);
    const managedId = String((await graph.get(`${DEVICES}/${id}`)).body['managedDeviceId']);
    await graph.remove(`${MANAGED}/${managedId}`);
    graph.tenant.advance(60);
    expect([await stateOf(), await run()]).toEqual(['notContacted', 200]);
  });

  test('does not start under a profile without pre-provisioning', async () => {
    const [id = ''] = await register(graph, [{ serialNumber: 'A-1', groupTag: 'UserDriven' }]);
    const reply = await graph.post(`/practice/devices/${id}/technician-flow`, { result: 'success' });
    expect([reply.status, reply.text]).toEqual([409, expect.stringContaining('does not allow pre-provisioning')]);
  });
});

describe('changed hardware', () => {
  test('shows as a device that needs a fix or attention', async () => {
    const [id = ''] = await register(graph, [{ serialNumber: 'A-1' }]);
    await graph.post(`/practice/devices/${id}/remediation`, { remediationState: 'manualRemediationRequired' });
    expect((await graph.get(`${DEVICES}/${id}`)).body['remediationState']).toBe('manualRemediationRequired');
  });
});

describe('an Intune device', () => {
  test('keeps the actions that were asked for, and refuses parameters it does not know', async () => {
    const [id = ''] = await register(graph, [{ serialNumber: 'A-1' }]);
    await graph.post(`/practice/devices/${id}/technician-flow`, { result: 'success' });
    const managedId = String((await graph.get(`${DEVICES}/${id}`)).body['managedDeviceId']);
    expect((await graph.post(`${MANAGED}/${managedId}/wipe`, { keepUserData: false })).status).toBe(204);
    expect((await graph.post(`${MANAGED}/${managedId}/wipe`, { keepPhotos: true })).status).toBe(400);
    expect((await graph.post(`${MANAGED}/${managedId}/syncDevice`)).status).toBe(204);
    expect((await graph.get(`${MANAGED}/${managedId}`)).body['deviceActionResults']).toMatchObject([
      { actionName: 'factoryReset', actionState: 'pending' },
      { actionName: 'deviceSync' },
    ]);
  });
});

describe('a deleted Intune device', () => {
  test('stays for a while, and keeps its Autopilot device from being deregistered', async () => {
    const [id = ''] = await register(graph, [{ serialNumber: 'A-1' }]);
    await graph.post(`/practice/devices/${id}/technician-flow`, { result: 'success' });
    const managedId = String((await graph.get(`${DEVICES}/${id}`)).body['managedDeviceId']);
    expect((await graph.remove(`${MANAGED}/${managedId}`)).status).toBe(204);
    expect((await graph.remove(`${MANAGED}/${managedId}`)).status).toBe(404);
    expect((await graph.get(`${MANAGED}/${managedId}`)).status).toBe(200);
    expect((await graph.remove(`${DEVICES}/${id}`)).status).toBe(400);
    graph.tenant.advance(60);
    expect((await graph.get(`${MANAGED}/${managedId}`)).status).toBe(404);
    expect((await graph.remove(`${DEVICES}/${id}`)).status).toBe(204);
  });
});

describe('corporate identifiers', () => {
  const upload = (
    identifier: string,
    overwrite = false,
    description = 'first',
  ): Promise<Awaited<ReturnType<typeof graph.post>>> =>
    graph.post(`${IDENTIFIERS}/importDeviceIdentityList`, {
      importedDeviceIdentities: [
        { importedDeviceIdentifier: identifier, importedDeviceIdentityType: 'manufacturerModelSerial', description },
      ],
      overwriteImportedDeviceIdentities: overwrite,
    });

  test('are imported once, looked up, and overwritten only when asked', async () => {
    expect(rowsOf(await upload('Fabrikam,Slate,A-1'))).toMatchObject([
      { status: false, description: 'first', platform: 'windows' },
    ]);
    expect(rowsOf(await upload('Fabrikam,Slate,A-1', false, 'second'))).toMatchObject([{ description: 'first' }]);
    expect(rowsOf(await upload('Fabrikam,Slate,A-1', true, 'second'))).toMatchObject([{ description: 'second' }]);
    const search = (identifier: string): Promise<Awaited<ReturnType<typeof graph.post>>> =>
      graph.post(`${IDENTIFIERS}/searchExistingIdentities`, {
        importedDeviceIdentities: [
          { importedDeviceIdentifier: identifier, importedDeviceIdentityType: 'manufacturerModelSerial' },
        ],
      });
    // Intune has taken it, and does not find it yet.
    expect(rowsOf(await search('Fabrikam,Slate,A-1'))).toEqual([]);
    expect(rowsOf(await graph.get(IDENTIFIERS))).toEqual([]);
    graph.tenant.advance(10);
    expect(rowsOf(await search('Fabrikam,Slate,A-1'))).toHaveLength(1);
    expect(rowsOf(await search('Fabrikam,Slate,A-2'))).toEqual([]);
  });

  test('with a comma too many spoil the whole request', async () => {
    const reply = await upload('Micro-Star International Co., Ltd.,GF63,A-1');
    expect([reply.status, errorOf(reply).message]).toEqual([
      400,
      expect.stringContaining('Invalid Device Identifier parameter found for 1 import records!'),
    ]);
  });

  test('are not created by a POST to the collection', async () => {
    expect((await graph.post(IDENTIFIERS, { importedDeviceIdentifier: 'x' })).status).toBe(400);
  });
});

describe('device association', () => {
  const path = '/beta/deviceManagement/tenantAssociatedDevices';
  const associate = (deviceLink: string) => graph.post(`${path}/importTenantAssociatedDevice`, { deviceLink });

  test('takes the data of a file as it stands there, once, and says whose it is', async () => {
    const deviceLink = Buffer.from(JSON.stringify({ Version: 1, DeviceInfo: { SerialNumber: 'A-1' } })).toString(
      'base64',
    );
    const first = await associate(deviceLink);
    expect([first.status, first.body['serialNumber'], first.body['associationState']]).toEqual([
      201,
      'A-1',
      'preassociated',
    ]);
    expect((await associate(deviceLink)).status).toBe(409);
    expect((await graph.get(`${path}/${String(first.body['id'])}`)).status).toBe(404);
    graph.tenant.advance(LONG_ENOUGH);
    const found = rowsOf(await graph.get(`${path}?$filter=${encodeURIComponent("serialNumber eq 'a-1'")}`));
    expect(found).toMatchObject([{ id: first.body['id'] }]);
    expect((await graph.remove(`${path}/${String(first.body['id'])}`)).status).toBe(204);
    expect((await graph.get(`${path}/${String(first.body['id'])}`)).status).toBe(404);
  });

  test('takes the code of a screen too, and nothing else', async () => {
    expect((await associate('deviceLink:/1/?sn=A-1&data=x')).status).toBe(201);
    expect((await associate('QUJD')).status).toBe(400);
  });
});

describe('profiles', () => {
  test('list their assignments and devices, and follow a changed assignment', async () => {
    const profilesPath = '/beta/deviceManagement/windowsAutopilotDeploymentProfiles';
    const [id = ''] = await register(graph, [{ serialNumber: 'A-1', groupTag: 'NoProfile' }]);
    const profiles = rowsOf(await graph.get(`${profilesPath}?$expand=assignments`));
    const kiosk = profiles.find((profile) => profile['displayName'] === 'Kiosk self-deploying');
    const [group] = rowsOf(
      await graph.get(`/v1.0/groups?$filter=${encodeURIComponent("displayName eq 'Autopilot NoProfile'")}`),
    );
    const target = { '@odata.type': '#microsoft.graph.groupAssignmentTarget', groupId: group?.['id'] };
    const added = await graph.post(`${profilesPath}/${String(kiosk?.['id'])}/assignments`, { target });
    expect(added.status).toBe(201);
    graph.tenant.advance(300);
    expect(rowsOf(await graph.get(`${profilesPath}/${String(kiosk?.['id'])}/assignedDevices`))).toMatchObject([{ id }]);
    expect(
      (await graph.remove(`${profilesPath}/${String(kiosk?.['id'])}/assignments/${String(added.body['id'])}`)).status,
    ).toBe(204);
    graph.tenant.advance(300);
    expect((await graph.get(`${DEVICES}/${id}`)).body['deploymentProfileAssignmentStatus']).toBe('notAssigned');
  });
});

describe('a batch', () => {
  test('answers each request by itself, and not those that depend on a failed one', async () => {
    const reply = await graph.post('/v1.0/$batch', {
      requests: [
        { id: '1', method: 'GET', url: '/me' },
        { id: '2', method: 'GET', url: '/users/nobody' },
        { id: '3', method: 'GET', url: '/organization', dependsOn: ['2'] },
        { id: '4', method: 'POST', url: '/deviceManagement/managedDevices/x/wipe', body: {} },
      ],
    });
    const { responses } = reply.body;
    // In any order but that of the requests, so that nobody relies on it.
    expect(responses).toMatchObject([
      { id: '4', status: 400 },
      { id: '3', status: 424 },
      { id: '2', status: 404 },
      { id: '1', status: 200 },
    ]);
  });

  test('wants a body for every POST, an empty one for an action without parameters', async () => {
    const [id = ''] = await register(graph, [{ serialNumber: 'A-1' }]);
    const url = `/deviceManagement/windowsAutopilotDeviceIdentities/${id}/unassignUserFromDevice`;
    const headers = { 'Content-Type': 'application/json' };
    const reply = await graph.post('/beta/$batch', {
      requests: [
        { id: 'without', method: 'POST', url },
        { id: 'with', method: 'POST', url, headers, body: {} },
      ],
    });
    expect(reply.body['responses']).toMatchObject([
      { id: 'with', status: 200 },
      { id: 'without', status: 400 },
    ]);
  });

  test('has 1 to 20 requests with ids of their own', async () => {
    const batch = (ids: readonly string[]): Promise<Awaited<ReturnType<typeof graph.post>>> =>
      graph.post('/v1.0/$batch', { requests: ids.map((id) => ({ id, method: 'GET', url: '/me' })) });
    expect((await batch([])).status).toBe(400);
    expect((await batch(['1', '1'])).status).toBe(400);
    expect((await batch(Array.from({ length: 21 }, (_, index) => String(index)))).status).toBe(400);
    expect((await batch(Array.from({ length: 20 }, (_, index) => String(index)))).status).toBe(200);
  });

  test('is throttled request by request', async () => {
    graph.tenant.setFaults({ faults: [{ effect: { kind: 'throttle', retryAfterSeconds: 3 }, path: '/me', count: 1 }] });
    const requests = ['1', '2'].map((id) => ({ id, method: 'GET', url: '/me' }));
    const reply = await graph.post('/v1.0/$batch', { requests });
    expect(reply.body['responses']).toMatchObject([
      { id: '2', status: 200 },
      { id: '1', status: 429, headers: { 'Retry-After': '3' } },
    ]);
  });
});

describe('the counters', () => {
  test('count requests by route and status, those inside a batch too', async () => {
    await graph.post('/v1.0/$batch', { requests: [{ id: '1', method: 'GET', url: '/me' }] });
    await graph.get('/v1.0/users/nobody');
    expect((await graph.get('/practice/stats')).body).toEqual({
      total: 3,
      byRoute: { 'GET /me': 1, 'POST /$batch': 1, 'GET /users/*': 1 },
      byStatus: { '200': 2, '404': 1 },
    });
  });
});
