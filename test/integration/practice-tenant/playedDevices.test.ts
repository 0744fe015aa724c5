import { afterEach, beforeEach, expect, test } from 'vitest';
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

let graph: PracticeGraph;
beforeEach(async () => {
  graph = await startPracticeGraph();
});
afterEach(() => graph.close());

const registerBoxes = (...serialNumbers: readonly string[]) =>
  graph.post('/practice/devices', {
    devices: serialNumbers.map((serialNumber) => ({ hardwareIdentifier: inventedHash(serialNumber) })),
  });

test('a partner registers devices past the import, and twice is once', async () => {
  expect((await registerBoxes('A-1', 'A-PO76221')).status).toBe(200);
  expect((await registerBoxes('A-1')).status).toBe(200);
  const devices = rowsOf(await graph.get(DEVICES));
  expect(devices).toMatchObject([
    { serialNumber: 'A-1', purchaseOrderIdentifier: '' },
    { serialNumber: 'A-PO76221', purchaseOrderIdentifier: '76221' },
  ]);
  expect(rowsOf(await graph.get(IMPORTED))).toEqual([]);
  expect(JSON.parse((await graph.get('/practice/devices')).text)).toMatchObject([
    { ztdId: devices[0]?.['id'], serialNumber: 'A-1' },
    { ztdId: devices[1]?.['id'], serialNumber: 'A-PO76221' },
  ]);
});

test('a hash that cannot be read is refused', async () => {
  const reply = await graph.post('/practice/devices', { devices: [{ hardwareIdentifier: 'QUJD' }] });
  expect(reply.status).toBe(400);
});

test('a device shows whose it is at once, and its profile when it is assigned', async () => {
  await registerBoxes('A-1');
  const id = String(rowsOf(await graph.get(DEVICES))[0]?.['id']);
  const screen = async () => (await graph.get(`/practice/devices/${id}`)).body;
  expect(await screen()).toMatchObject({ organization: 'Contoso Practice', profile: null, user: null });
  graph.tenant.advance(LONG_ENOUGH);
  expect(await screen()).toMatchObject({ serialNumber: 'A-1', profile: 'Pre-provision · Entra join' });
});

test('a flow that fails with a chosen code leaves it in the report', async () => {
  const [id = ''] = await register(graph, [{ serialNumber: 'A-1' }]);
  const end = { result: 'failure', errorCode: '0x800705b4' };
  expect((await graph.post(`/practice/devices/${id}/technician-flow`, end)).status).toBe(200);
  const [event] = rowsOf(await graph.get('/beta/deviceManagement/autopilotEvents'));
  expect(event?.['enrollmentFailureDetails']).toContain('(0x800705B4)');
});

test.each([
  ['a second flow of an enrolled device', 'A-1', '', '0x80180014'],
  ['a flow under a profile without pre-provisioning', 'A-2', 'UserDriven', '0x80180005'],
])('%s is refused with the code of the red screen', async (_, serialNumber, groupTag, errorCode) => {
  const [id = ''] = await register(graph, [{ serialNumber, groupTag }]);
  const run = () => graph.post(`/practice/devices/${id}/technician-flow`, { result: 'success' });
  await run();
  const refused = await run();
  expect([refused.status, refused.body['errorCode']]).toEqual([409, errorCode]);
});

test('a person changes group tag, user and name in the portal: it can be read at once, and the profile follows', async () => {
  const [id = ''] = await register(graph, [{ serialNumber: 'A-1' }]);
  const userPrincipalName = 'ada.lovelace@contoso-practice.example';
  const edit = { groupTag: 'Kiosk', displayName: 'PC-7', userPrincipalName };
  expect((await graph.post(`/practice/devices/${id}/portal-edit`, edit)).status).toBe(200);
  expect((await graph.get(`${DEVICES}/${id}`)).body).toMatchObject(edit);
  graph.tenant.advance(LONG_ENOUGH);
  expect((await graph.get(`${DEVICES}/${id}?$expand=deploymentProfile`)).body).toMatchObject({
    deploymentProfile: { displayName: 'Kiosk self-deploying' },
  });
  await graph.post(`/practice/devices/${id}/portal-edit`, { userPrincipalName: '' });
  expect((await graph.get(`${DEVICES}/${id}`)).body).toMatchObject({ ...edit, userPrincipalName: '' });
});
