import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  DEVICES,
  errorOf,
  importBody,
  IMPORTED,
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

/** Another tenant in place of this one. */
async function afresh(graph: PracticeGraph, options: Parameters<typeof startPracticeGraph>[0]): Promise<PracticeGraph> {
  await graph.close();
  return startPracticeGraph(options);
}

const anyId: unknown = expect.any(String);
const eventual = { ConsistencyLevel: 'eventual' };

describe('the people of the practice tenant', () => {
  test('are found as they are typed, by name, sign-in name or mail, with the header that Graph wants', async () => {
    const path = `/v1.0/users?$search=${encodeURIComponent('"displayName:lov" OR "userPrincipalName:grace"')}&$select=id,displayName&$count=true`;
    expect((await graph.get(path)).status).toBe(400);
    const reply = await graph.get(path, eventual);
    expect(reply.body['@odata.count']).toBe(2);
    expect(rowsOf(reply)).toEqual([
      { id: anyId, displayName: 'Ada Lovelace' },
      { id: anyId, displayName: 'Grace Hopper' },
    ]);
  });

  test('hold no role of the directory, which whoever is signed in may ask of themselves', async () => {
    const path = '/v1.0/me/checkMemberObjects';
    expect((await graph.post(path, { ids: ['3a2c62db-5318-420d-8d74-23affee5d9d5'] })).body).toMatchObject({
      value: [],
    });
    expect((await graph.post(path, { roles: [] })).status).toBe(400);
  });

  test('are read by sign-in name, apostrophe and all, in both ways of writing it', async () => {
    const name = "sean.o'brien@contoso-practice.example";
    expect((await graph.get(`/v1.0/users/${encodeURIComponent(name)}`)).body['displayName']).toBe("Seán O'Brien");
    expect((await graph.get(`/v1.0/users('${encodeURIComponent(name.replace("'", "''"))}')`)).body['displayName']).toBe(
      "Seán O'Brien",
    );
  });

  test('include somebody who is disabled and somebody without a licence', async () => {
    const read = async (name: string): Promise<unknown> =>
      (await graph.get(`/v1.0/users/${name}@contoso-practice.example?$select=accountEnabled,assignedLicenses`)).body;
    expect(await read('charles.babbage')).toMatchObject({ accountEnabled: false });
    expect(await read('george.boole')).toMatchObject({ accountEnabled: true, assignedLicenses: [] });
  });

  test('do not include strangers', async () => {
    const reply = await graph.get('/v1.0/users/nobody@contoso-practice.example');
    expect([reply.status, errorOf(reply).code]).toEqual([404, 'Request_ResourceNotFound']);
  });

  test('come in pages', async () => {
    const first = await graph.get('/v1.0/users?$top=20');
    const next = String(first.body['@odata.nextLink']).replace(graph.tenant.url, '');
    expect(rowsOf(first)).toHaveLength(20);
    expect(rowsOf(await graph.get(next))).toHaveLength(6);
  });

  test('are not asked for by the thousand', async () => {
    expect((await graph.get('/v1.0/users?$top=999')).status).toBe(200);
    const reply = await graph.get('/v1.0/users?$top=1000');
    expect([reply.status, errorOf(reply).code]).toEqual([400, 'Request_UnsupportedQuery']);
  });
});

describe('Entra devices', () => {
  test('come a little after the device is listed, and until then the device names none', async () => {
    graph = await afresh(graph, { delays: { import: [20, 20], listing: [5, 5], entraDevice: [15, 15] } });
    await graph.post(`${IMPORTED}/import`, importBody([{ serialNumber: 'A-1' }]));
    graph.tenant.advance(26);
    const [listed] = rowsOf(await graph.get(DEVICES));
    expect(listed).toMatchObject({
      azureActiveDirectoryDeviceId: '00000000-0000-0000-0000-000000000000',
      azureAdDeviceId: '',
    });
    expect(rowsOf(await graph.get('/v1.0/devices'))).toEqual([]);
    graph.tenant.advance(15);
    const [entra] = rowsOf(await graph.get('/v1.0/devices'));
    const [later] = rowsOf(await graph.get(DEVICES));
    expect(later).toMatchObject({ azureActiveDirectoryDeviceId: entra?.['deviceId'] });
  });

  test('are found by device id and by ZTDID, and cannot be deleted while Autopilot holds them', async () => {
    const [id = ''] = await register(graph, [{ serialNumber: 'A-1', groupTag: 'Sales' }]);
    const deviceId = String((await graph.get(`${DEVICES}/${id}`)).body['azureActiveDirectoryDeviceId']);
    const [byDeviceId] = rowsOf(await graph.get(`/v1.0/devices?$filter=deviceId eq '${deviceId}'`));
    expect(byDeviceId).toMatchObject({ displayName: 'A-1', physicalIds: [`[ZTDID]:${id}`, '[OrderID]:Sales'] });

    const byZtdId = `/v1.0/devices?$filter=${encodeURIComponent(`physicalIds/any(p:p eq '[ZTDID]:${id}')`)}&$count=true`;
    expect(rowsOf(await graph.get(byZtdId, eventual))).toHaveLength(1);
    expect((await graph.get(byZtdId)).status).toBe(400);

    expect((await graph.remove(`/v1.0/devices/${String(byDeviceId?.['id'])}`)).status).toBe(403);
    expect((await graph.remove(`/v1.0/devices(deviceId='${deviceId}')`)).status).toBe(403);
  });

  test('that never enrolled go with the registration, others stay and can then be deleted', async () => {
    const [never = '', once = ''] = await register(graph, [{ serialNumber: 'A-1' }, { serialNumber: 'A-2' }]);
    await graph.post(`/practice/devices/${once}/technician-flow`, { result: 'success' });
    const { managedDeviceId, azureActiveDirectoryDeviceId } = (await graph.get(`${DEVICES}/${once}`)).body;
    await graph.remove(`/v1.0/deviceManagement/managedDevices/${String(managedDeviceId)}`);
    graph.tenant.advance(60);
    for (const id of [never, once]) await graph.remove(`${DEVICES}/${id}`);
    graph.tenant.advance(301);
    expect(rowsOf(await graph.get('/v1.0/devices'))).toMatchObject([{ deviceId: azureActiveDirectoryDeviceId }]);
    expect((await graph.remove(`/v1.0/devices(deviceId='${String(azureActiveDirectoryDeviceId)}')`)).status).toBe(204);
  });
});

describe('groups', () => {
  const groupNamed = async (name: string): Promise<string> => {
    const [group] = rowsOf(
      await graph.get(`/v1.0/groups?$search=${encodeURIComponent(`"displayName:${name}"`)}`, eventual),
    );
    return String(group?.['id']);
  };

  test('by rule hold the devices with their tag and refuse members by hand', async () => {
    await register(graph, [{ serialNumber: 'A-1', groupTag: 'Kiosk' }, { serialNumber: 'A-2' }]);
    const id = await groupNamed('Autopilot Kiosk');
    expect(rowsOf(await graph.get(`/v1.0/groups/${id}/members`))).toMatchObject([{ displayName: 'A-1' }]);
    const reference = { '@odata.id': `https://graph.microsoft.com/v1.0/directoryObjects/${id}` };
    expect((await graph.post(`/v1.0/groups/${id}/members/$ref`, reference)).status).toBe(403);
  });

  test('without a rule take members once and let them go', async () => {
    const id = await groupNamed('Depot technicians');
    const ada = String((await graph.get('/v1.0/users/ada.lovelace@contoso-practice.example')).body['id']);
    const reference = { '@odata.id': `https://graph.microsoft.com/v1.0/directoryObjects/${ada}` };
    expect((await graph.post(`/v1.0/groups/${id}/members/$ref`, reference)).status).toBe(204);
    expect((await graph.post(`/v1.0/groups/${id}/members/$ref`, reference)).status).toBe(400);
    expect(rowsOf(await graph.get(`/v1.0/groups/${id}/members`))).toMatchObject([{ displayName: 'Ada Lovelace' }]);
    expect((await graph.remove(`/v1.0/groups/${id}/members/${ada}/$ref`)).status).toBe(204);
  });
});

describe('the organisation', () => {
  test('is Contoso Practice', async () => {
    expect(rowsOf(await graph.get('/v1.0/organization'))).toMatchObject([
      { id: graph.tenant.tenantId, displayName: 'Contoso Practice' },
    ]);
  });

  test('names itself without a token, and does nothing else without one', async () => {
    const headers = { Authorization: 'Bearer wrong' };
    expect((await graph.get('/practice', headers)).body).toMatchObject({
      name: 'practice',
      speed: 1,
      displayName: 'Contoso Practice',
    });
    expect((await graph.get('/practice/stats', headers)).status).toBe(401);
    expect((await graph.get('/v1.0/me', headers)).status).toBe(401);
  });

  test('answers to no other host name, so that a web page cannot reach it through its own', async () => {
    const { port } = new URL(graph.tenant.url);
    const { request } = await import('node:http');
    const status = await new Promise((resolve) => {
      request({ host: '127.0.0.1', port, path: '/practice', headers: { Host: 'evil.example' } }, (response) => {
        response.resume();
        resolve(response.statusCode);
      }).end();
    });
    expect(status).toBe(421);
  });
});
