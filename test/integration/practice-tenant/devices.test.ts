import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  DEVICES,
  errorOf,
  importBody,
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

const statusOf = async (id: string): Promise<unknown> =>
  (await graph.get(`${DEVICES}/${id}`)).body['deploymentProfileAssignmentStatus'];

async function profileNameOf(id: string): Promise<unknown> {
  const { body } = await graph.get(`${DEVICES}/${id}/deploymentProfile`);
  return body['displayName'];
}

describe('the list of Autopilot devices', () => {
  test('leaves out what only a single get tells', async () => {
    const [id = ''] = await register(graph, [{ serialNumber: 'A-1' }]);
    await graph.post(`${DEVICES}/${id}/updateDeviceProperties`, { displayName: 'DEPOT-1' });
    await graph.post(`/practice/devices/${id}/technician-flow`, { result: 'success' });
    graph.tenant.advance(60);
    const [row] = rowsOf(await graph.get(DEVICES));
    expect(row).toMatchObject({
      displayName: '',
      lastContactedDateTime: '0001-01-01T00:00:00Z',
      enrollmentState: 'enrolled',
    });
    const single = (await graph.get(`${DEVICES}/${id}`)).body;
    expect(single['displayName']).toBe('DEPOT-1');
    expect(single['lastContactedDateTime']).not.toBe('0001-01-01T00:00:00Z');
  });

  test('tells the purchase order that a partner would have uploaded, in every answer', async () => {
    const [id = '', none = ''] = await register(graph, [{ serialNumber: 'PF1-PO76222342' }, { serialNumber: 'PO-1' }]);
    const [row] = rowsOf(await graph.get(DEVICES));
    expect(row).toMatchObject({ serialNumber: 'PF1-PO76222342', purchaseOrderIdentifier: '76222342' });
    expect((await graph.get(`${DEVICES}/${id}`)).body).toMatchObject({ purchaseOrderIdentifier: '76222342' });
    expect((await graph.get(`${DEVICES}/${none}`)).body).toMatchObject({ purchaseOrderIdentifier: '' });
  });

  test('has no profile status in v1.0', async () => {
    await register(graph, [{ serialNumber: 'A-1' }]);
    const [row] = rowsOf(await graph.get(DEVICES.replace('beta', 'v1.0')));
    expect(row).toMatchObject({ serialNumber: 'A-1', managedDeviceId: '00000000-0000-0000-0000-000000000000' });
    expect(row).not.toHaveProperty('deploymentProfileAssignmentStatus');
  });

  test('pages by $top and nextLink through every device once', async () => {
    await register(
      graph,
      Array.from({ length: 7 }, (_, index) => ({ serialNumber: `A-${index}` })),
    );
    const serials: unknown[] = [];
    let path: string | null = `${DEVICES}?$top=3`;
    let pages = 0;
    while (path !== null) {
      const reply = await graph.get(path);
      serials.push(...rowsOf(reply).map((row) => row['serialNumber']));
      pages += 1;
      const next = reply.body['@odata.nextLink'];
      path = typeof next === 'string' ? next.replace(graph.tenant.url, '') : null;
    }
    expect(pages).toBe(3);
    expect(serials).toEqual(['A-0', 'A-1', 'A-2', 'A-3', 'A-4', 'A-5', 'A-6']);
  });

  test('goes on where a page ended, though the device it ended with has been removed', async () => {
    const ids = await register(graph, [{ serialNumber: 'A-1' }, { serialNumber: 'A-2' }, { serialNumber: 'A-3' }]);
    const first = await graph.get(`${DEVICES}?$top=2`);
    await graph.remove(`${DEVICES}/${ids[1] ?? ''}`);
    graph.tenant.advance(301);
    const next = String(first.body['@odata.nextLink']).replace(graph.tenant.url, '');
    expect(rowsOf(await graph.get(next))).toMatchObject([{ serialNumber: 'A-3' }]);
  });

  test('shows the same page for ever where a serial number repeats, since nextLink names nothing else', async () => {
    const twins = ['Slate', 'Tower'].map((productName) => inventedHash('0', { productName }));
    const devices = twins.map((hardwareIdentifier) => ({ serialNumber: '0', hardwareIdentifier }));
    await register(graph, [...devices, { serialNumber: 'never reached' }]);
    const pageAt = async (path: string): Promise<{ readonly id: unknown; readonly next: string }> => {
      const reply = await graph.get(path);
      const next = String(reply.body['@odata.nextLink']).replace(graph.tenant.url, '');
      return { id: rowsOf(reply)[0]?.['id'], next };
    };
    const first = await pageAt(`${DEVICES}?$top=1`);
    const second = await pageAt(first.next);
    expect(decodeURIComponent(second.next)).toContain("$skiptoken=LastSerialNumber='0'");
    expect(second.id).not.toBe(first.id);
    expect(await pageAt(second.next)).toEqual(second);
  });

  test('refuses to look for a serial number that looks like a GUID, and lists the device all the same', async () => {
    const serialNumber = '4c4c4544-0051-3010-8051-b4c04f564433';
    await register(graph, [{ serialNumber }]);
    const filter = encodeURIComponent(`contains(serialNumber,'${serialNumber}')`);
    expect((await graph.get(`${DEVICES}?$filter=${filter}`)).status).toBe(400);
    expect(rowsOf(await graph.get(DEVICES))).toMatchObject([{ serialNumber }]);
  });

  test('finds a serial number by contains, with quotes doubled, and refuses eq, other functions and nonsense', async () => {
    await register(graph, [{ serialNumber: "O'B 1" }, { serialNumber: 'O-2' }]);
    const filter = (text: string): Promise<Awaited<ReturnType<typeof graph.get>>> =>
      graph.get(`${DEVICES}?$filter=${encodeURIComponent(text)}`);
    expect(rowsOf(await filter("contains(serialNumber,'o''b 1')"))).toHaveLength(1);
    expect(rowsOf(await filter("contains(serialNumber,'O')"))).toHaveLength(2);
    for (const refused of [
      "serialNumber eq 'O-2'",
      "contains(displayName,'x')",
      'contains(serialNumber',
      "id eq 'x'",
    ]) {
      const reply = await filter(refused);
      expect([refused, reply.status, errorOf(reply).message]).toEqual([
        refused,
        400,
        expect.stringContaining('An error has occurred'),
      ]);
    }
  });

  test('breaks on $select, as the service does', async () => {
    expect((await graph.get(`${DEVICES}?$select=id`)).status).toBe(500);
  });

  test('does not hold a device before it is listed', async () => {
    const [record] = rowsOf(await graph.post(`${IMPORTED}/import`, importBody([{ serialNumber: 'A-1' }])));
    for (let second = 0; second < 60; second += 1) {
      graph.tenant.advance(1);
      const { body } = await graph.get(`${IMPORTED}/${String(record?.['id'])}`);
      const ztdId = /"deviceRegistrationId":"([^"]+)"/.exec(JSON.stringify(body))?.[1];
      if (ztdId === undefined) continue;
      expect((await graph.get(`${DEVICES}/${ztdId}`)).status).toBe(404);
      return;
    }
    expect.unreachable('The import never completed.');
  });
});

describe('a changed device', () => {
  test('shows the change only after the read-back delay, and answers 200 without a body', async () => {
    const [id = ''] = await register(graph, [{ serialNumber: 'A-1' }]);
    const reply = await graph.post(`${DEVICES}/${id}/updateDeviceProperties`, {
      groupTag: 'Sales',
      displayName: 'DEPOT-1',
    });
    expect([reply.status, reply.text]).toEqual([200, '']);
    expect((await graph.get(`${DEVICES}/${id}`)).body).toMatchObject({ groupTag: '', displayName: '' });
    graph.tenant.advance(10);
    expect((await graph.get(`${DEVICES}/${id}`)).body).toMatchObject({ groupTag: 'Sales', displayName: 'DEPOT-1' });
  });

  test('keeps the last of several changes', async () => {
    const [id = ''] = await register(graph, [{ serialNumber: 'A-1' }]);
    for (const groupTag of ['One', 'Two', 'Three'])
      await graph.post(`${DEVICES}/${id}/updateDeviceProperties`, { groupTag });
    graph.tenant.advance(10);
    expect((await graph.get(`${DEVICES}/${id}`)).body['groupTag']).toBe('Three');
  });

  test('gets another profile for another group tag', async () => {
    const [id = ''] = await register(graph, [{ serialNumber: 'A-1' }]);
    await graph.post(`${DEVICES}/${id}/updateDeviceProperties`, { groupTag: 'kiosk' });
    graph.tenant.advance(LONG_ENOUGH);
    expect(await profileNameOf(id)).toBe('Kiosk self-deploying');
    await graph.post(`${DEVICES}/${id}/updateDeviceProperties`, { groupTag: 'NoProfile' });
    graph.tenant.advance(LONG_ENOUGH);
    expect(await statusOf(id)).toBe('notAssigned');
    await graph.post(`${DEVICES}/${id}/updateDeviceProperties`, { groupTag: '' });
    graph.tenant.advance(LONG_ENOUGH);
    expect(await profileNameOf(id)).toBe('Pre-provision · Entra join');
  });

  test('takes and gives back its user', async () => {
    const [id = ''] = await register(graph, [{ serialNumber: 'A-1' }]);
    const ada = { userPrincipalName: 'ada.lovelace@contoso-practice.example', addressableUserName: 'Ada' };
    expect((await graph.post(`${DEVICES}/${id}/assignUserToDevice`, ada)).status).toBe(200);
    graph.tenant.advance(10);
    expect((await graph.get(`${DEVICES}/${id}`)).body).toMatchObject(ada);
    expect((await graph.post(`${DEVICES}/${id}/unassignUserFromDevice`)).status).toBe(200);
    graph.tenant.advance(10);
    expect((await graph.get(`${DEVICES}/${id}`)).body).toMatchObject({
      userPrincipalName: '',
      addressableUserName: '',
    });
  });

  test.each([
    ['a name that NetBIOS would refuse', 'updateDeviceProperties', { displayName: 'WAY-TOO-LONG-FOR-IT' }],
    ['a name of digits alone', 'updateDeviceProperties', { displayName: '12345' }],
    ['a user of another domain', 'updateDeviceProperties', { userPrincipalName: 'ada@elsewhere.example' }],
    ['a parameter that the action does not have', 'updateDeviceProperties', { serialNumber: 'B-2' }],
    ['a user who does not exist', 'assignUserToDevice', { userPrincipalName: 'nobody@contoso-practice.example' }],
  ])('refuses %s', async (_, action, body) => {
    const [id = ''] = await register(graph, [{ serialNumber: 'A-1' }]);
    expect((await graph.post(`${DEVICES}/${id}/${action}`, body)).status).toBe(400);
  });

  test('is not patched: the method is in the metadata and not served', async () => {
    const [id = ''] = await register(graph, [{ serialNumber: 'A-1' }]);
    const reply = await graph.send('PATCH', `${DEVICES}/${id}`, { groupTag: 'Sales' });
    expect([reply.status, errorOf(reply).message]).toEqual([400, expect.stringContaining('No OData route exists')]);
  });
});

describe('a self-deploying profile', () => {
  test.each([
    ['without a TPM', { tpm: null }],
    ['that is a virtual machine', { manufacturer: 'Microsoft Corporation', productName: 'Virtual Machine' }],
  ])('does not suit a device %s', async (_, changes) => {
    const hardwareIdentifier = inventedHash('A-1', changes);
    const [id = ''] = await register(graph, [{ serialNumber: 'A-1', groupTag: 'Kiosk', hardwareIdentifier }]);
    expect((await graph.get(`${DEVICES}/${id}`)).body).toMatchObject({
      deploymentProfileAssignmentStatus: 'failed',
      deploymentProfileAssignmentDetailedStatus: 'hardwareRequirementsNotMet',
    });
  });
});

describe('the seed', () => {
  test('decides every id, and a device that comes back has another', async () => {
    const run = async (seed: number): Promise<readonly unknown[]> => {
      const one = await startPracticeGraph({ seed });
      const ztdIds = await register(one, [{ serialNumber: 'A-1' }, { serialNumber: 'A-2' }]);
      await one.post(`/practice/devices/${String(ztdIds[0])}/technician-flow`, { result: 'success' });
      const { azureAdDeviceId, managedDeviceId } = (await one.get(`${DEVICES}/${String(ztdIds[0])}`)).body;
      const records = rowsOf(await one.get(IMPORTED)).map((row) => row['id']);
      const me = (await one.get('/v1.0/me')).body['id'];
      await one.close();
      return [...ztdIds, azureAdDeviceId, managedDeviceId, ...records, me, one.tenant.tenantId];
    };
    const first = await run(3);
    expect(new Set(first).size).toBe(first.length);
    expect(await run(3)).toEqual(first);
    expect((await run(4)).filter((id) => first.includes(id))).toEqual([]);
  });
});

describe('a removed device', () => {
  test('stays listed until it is really gone, and is not removed twice', async () => {
    const [id = ''] = await register(graph, [{ serialNumber: 'A-1' }]);
    expect((await graph.remove(`${DEVICES}/${id}`)).status).toBe(204);
    expect((await graph.remove(`${DEVICES}/${id}`)).status).toBe(404);
    expect((await graph.get(`${DEVICES}/${id}`)).status).toBe(200);
    graph.tenant.advance(301);
    expect((await graph.get(`${DEVICES}/${id}`)).status).toBe(404);
  });

  test('goes with the next synchronisation', async () => {
    const [id = ''] = await register(graph, [{ serialNumber: 'A-1' }]);
    await graph.remove(`${DEVICES}/${id}`);
    await graph.post('/beta/deviceManagement/windowsAutopilotSettings/sync');
    graph.tenant.advance(60);
    expect((await graph.get(`${DEVICES}/${id}`)).status).toBe(404);
  });

  test('has to leave Intune first when it is enrolled', async () => {
    const [id = ''] = await register(graph, [{ serialNumber: 'A-1' }]);
    await graph.post(`/practice/devices/${id}/technician-flow`, { result: 'success' });
    expect((await graph.remove(`${DEVICES}/${id}`)).status).toBe(400);
    const managedDeviceId = String((await graph.get(`${DEVICES}/${id}`)).body['managedDeviceId']);
    expect((await graph.remove(`/v1.0/deviceManagement/managedDevices/${managedDeviceId}`)).status).toBe(204);
    graph.tenant.advance(60);
    expect((await graph.remove(`${DEVICES}/${id}`)).status).toBe(204);
  });

  test('can be imported again', async () => {
    const [first = ''] = await register(graph, [{ serialNumber: 'A-1' }]);
    await graph.remove(`${DEVICES}/${first}`);
    graph.tenant.advance(301);
    const [second = ''] = await register(graph, [{ serialNumber: 'A-1' }]);
    expect(second).toMatch(/^[\da-f-]{36}$/);
    expect(second).not.toBe(first);
  });
});
