import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { GraphClient } from '../../../src/main/graph/graphClient.ts';
import { collect } from '../../../src/main/graph/paging.ts';
import {
  associateDevice,
  getAssociatedDevice,
  listAssociatedDevices,
  removeAssociatedDevice,
} from '../../../src/main/graph/resources/associatedDevices.ts';
import {
  allowNextEnrollment,
  assignUserToAutopilotDevice,
  findAutopilotDevices,
  getAutopilotDevice,
  getAutopilotDevices,
  listAutopilotDevices,
  removeAutopilotDevice,
  unassignUserFromAutopilotDevice,
  updateAutopilotDevices,
} from '../../../src/main/graph/resources/autopilotDevices.ts';
import { listAutopilotEvents, listPolicyStatusDetails } from '../../../src/main/graph/resources/autopilotEvents.ts';
import { readAutopilotSettings, startAutopilotSync } from '../../../src/main/graph/resources/autopilotSettings.ts';
import {
  getCorporateIdentifier,
  identifierTextOf,
  importCorporateIdentifiers,
  listCorporateIdentifiers,
  removeCorporateIdentifier,
  searchCorporateIdentifiers,
} from '../../../src/main/graph/resources/corporateIdentifiers.ts';
import { getUsers, searchUsers } from '../../../src/main/graph/resources/directory.ts';
import { findEntraDeviceByDeviceId, findEntraDeviceByZtdId } from '../../../src/main/graph/resources/entraDevices.ts';
import {
  getImportedDevices,
  importDevices,
  listImportedDevices,
  removeImportedDevices,
  type DeviceToImport,
} from '../../../src/main/graph/resources/importedDevices.ts';
import { getManagedDevice, removeManagedDevice } from '../../../src/main/graph/resources/managedDevices.ts';
import { clientOf, leapingClock, never } from '../../fakes/graphFetch.ts';
import {
  DEVICES,
  inventedHash,
  LONG_ENOUGH,
  register,
  startPracticeGraph,
  type PracticeGraph,
} from '../../rigs/practiceGraph.ts';

const DOMAIN = 'contoso-practice.example';
let graph: PracticeGraph;
let client: GraphClient;

beforeEach(async () => {
  graph = await startPracticeGraph();
  client = clientOf(globalThis.fetch, leapingClock(), {
    rootUrl: graph.tenant.url,
    accessToken: () => Promise.resolve(graph.tenant.token),
  });
});
afterEach(() => graph.close());

function toImport(serialNumber: string, change: Partial<DeviceToImport> = {}): DeviceToImport {
  return {
    serialNumber,
    hardwareHash: inventedHash(serialNumber),
    productKeyId: null,
    groupTag: null,
    assignedUserPrincipalName: null,
    importId: '3b9d7f0c-8f0b-4a5b-8c64-6f4de2d2a001',
    ...change,
  };
}

async function registerOne(serialNumber: string, groupTag = ''): Promise<string> {
  const [ztdId = ''] = await register(graph, [{ serialNumber, groupTag }]);
  return ztdId;
}

describe('imported devices', () => {
  test('are followed from the import to a ZTDID or a named error, and cleaned up', async () => {
    const sent = await importDevices(client, [toImport('PF0001'), toImport('PFZTD808X')], never);
    expect(sent).toMatchObject([
      { serialNumber: 'PF0001', ztdId: null, errorCode: null },
      { serialNumber: 'PFZTD808X', ztdId: null },
    ]);
    graph.tenant.advance(LONG_ENOUGH);
    const {
      rows: [good, bad],
    } = await collect(listImportedDevices(client, never));
    expect(good).toMatchObject({ status: 'complete', ztdId: expect.stringMatching(/^[0-9a-f-]{36}$/) as unknown });
    expect(bad).toMatchObject({ status: 'error', errorCode: 808, errorName: 'ZtdDeviceAssignedToOtherTenant' });
    const id = bad?.id ?? '';
    expect((await getImportedDevices(client, [id], never)).get(id)).toMatchObject({ status: 'error' });
    expect(await removeImportedDevices(client, [id], never)).toEqual([]);
    expect(await removeImportedDevices(client, [id], never)).toEqual([]);
    expect((await getImportedDevices(client, [id], never)).get(id)).toBeNull();
  });
});

describe('Autopilot devices', () => {
  test('are listed in part and read in full with their profile', async () => {
    const ztdId = await registerOne('PF0002');
    const {
      rows: [row],
    } = await collect(listAutopilotDevices(client, never));
    expect(row).toMatchObject({ id: ztdId, serialNumber: 'PF0002', managedDeviceId: null, lastContactedAt: null });
    const device = await getAutopilotDevice(client, ztdId, never);
    expect(device).toMatchObject({
      profileStatus: expect.stringMatching(/^assigned/) as unknown,
      enrollmentState: 'notContacted',
      deploymentProfile: { displayName: 'Pre-provision · Entra join', join: 'entra', allowsPreProvisioning: true },
    });
    expect(device?.profileAssignedAt).not.toBeNull();
    expect(device?.properties).toHaveProperty('purchaseOrderIdentifier');
    expect(await getAutopilotDevice(client, '00000000-0000-4000-8000-000000000000', never)).toBeNull();
  });

  test('are read in full twenty to a request', async () => {
    const serials = Array.from({ length: 23 }, (_, index) => ({
      serialNumber: `PF9${String(index).padStart(3, '0')}`,
    }));
    const ztdIds = await register(graph, serials);
    const unknown = '00000000-0000-4000-8000-000000000000';
    const devices = await getAutopilotDevices(client, [...ztdIds, unknown], never);
    expect(devices.size).toBe(24);
    expect(devices.get(ztdIds[22] ?? '')).toMatchObject({ serialNumber: 'PF9022' });
    expect(devices.get(unknown)).toBeNull();
  });

  test.each(['PF0003', 'pf0003', 'AB CD 12', "O'NEIL-7", 'VM-1234-5678', '50% OFF', '5CG1&2+3#4'])(
    'are found by the serial number %j and by no part of it',
    async (serialNumber) => {
      await register(graph, [{ serialNumber: `${serialNumber.toUpperCase()}9` }]);
      const ztdId = await registerOne(serialNumber.toUpperCase());
      expect(await findAutopilotDevices(client, serialNumber, never)).toMatchObject({
        rows: [{ id: ztdId }],
        isWhole: true,
      });
      expect(await findAutopilotDevices(client, serialNumber.slice(0, -1), never)).toEqual({ rows: [], isWhole: true });
    },
  );

  test('take a group tag, a name and a user, which show after a while', async () => {
    const ztdId = await registerOne('PF0004');
    const user = { userPrincipalName: `ada.lovelace@${DOMAIN}`, addressableUserName: 'Ada Lovelace' };
    const properties = { groupTag: 'Kiosk', displayName: 'BENCH-04', ...user };
    await updateAutopilotDevices(client, [{ ztdId, properties }], never);
    graph.tenant.advance(LONG_ENOUGH);
    expect(await getAutopilotDevice(client, ztdId, never)).toMatchObject({
      groupTag: 'Kiosk',
      displayName: 'BENCH-04',
      ...user,
    });
    await unassignUserFromAutopilotDevice(client, ztdId, never);
    await assignUserToAutopilotDevice(client, ztdId, { ...user, addressableUserName: 'Ada' }, never);
    graph.tenant.advance(LONG_ENOUGH);
    expect(await getAutopilotDevice(client, ztdId, never)).toMatchObject({ addressableUserName: 'Ada' });
  });

  test('are changed twenty to a request, and each says for itself whether it worked', async () => {
    const ztdIds = await register(graph, [{ serialNumber: 'PF0005' }, { serialNumber: 'PF0006' }]);
    const unknown = '00000000-0000-4000-8000-000000000000';
    const changes = [...ztdIds, unknown].map((ztdId) => ({ ztdId, properties: { groupTag: 'Depot' } }));
    const results = await updateAutopilotDevices(client, changes, never);
    expect(ztdIds.map((ztdId) => results.get(ztdId))).toEqual([null, null]);
    expect(results.get(unknown)).toMatchObject({ name: 'GraphError' });
  });

  test('are removed by id, and a device that is gone counts as removed', async () => {
    const ztdId = await registerOne('PF0007');
    expect(await removeAutopilotDevice(client, ztdId, never)).toBe('queued');
    graph.tenant.advance(LONG_ENOUGH);
    expect(await removeAutopilotDevice(client, ztdId, never)).toBe('gone');
    expect(await getAutopilotDevice(client, ztdId, never)).toBeNull();
  });

  test('are unblocked for the next enrollment', async () => {
    const ztdId = await registerOne('PF0008');
    await expect(allowNextEnrollment(client, ztdId, never)).resolves.toBeUndefined();
  });
});

test('a synchronisation starts once, runs, and may not be asked for again within ten minutes', async () => {
  expect(await readAutopilotSettings(client, never)).toMatchObject({ lastManualSyncAt: null });
  expect(await startAutopilotSync(client, never)).toEqual({ state: 'started' });
  expect(await startAutopilotSync(client, never)).toEqual({ state: 'alreadyRunning' });
  graph.tenant.advance(120);
  expect(await startAutopilotSync(client, never)).toMatchObject({ state: 'tooSoon' });
  expect((await readAutopilotSettings(client, never)).lastManualSyncAt).not.toBeNull();
  graph.tenant.advance(LONG_ENOUGH);
  expect(await startAutopilotSync(client, never)).toEqual({ state: 'started' });
});

test('an enrolled device shows in Intune, in Entra and in the deployment report, and its Intune record can go', async () => {
  const ztdId = await registerOne('PF0010');
  await graph.post(`/practice/devices/${ztdId}/technician-flow`, { result: 'success' });
  const id = (await getAutopilotDevice(client, ztdId, never))?.managedDeviceId ?? '';
  expect(await getManagedDevice(client, id, never)).toMatchObject({ id, serialNumber: 'PF0010' });

  const entra = await findEntraDeviceByZtdId(client, ztdId, never);
  expect(entra).not.toBeNull();
  expect(await findEntraDeviceByDeviceId(client, entra?.deviceId ?? '', never)).toEqual(entra);

  const {
    rows: [event],
  } = await collect(listAutopilotEvents(client, never));
  expect(event).toMatchObject({ serialNumber: 'PF0010', deploymentState: 'success' });
  await expect(listPolicyStatusDetails(client, event?.id ?? '', never)).rejects.toMatchObject({ kind: 'badRequest' });
  graph.tenant.setFaults({ servesPolicyDetails: true });
  expect(await listPolicyStatusDetails(client, event?.id ?? '', never)).not.toEqual([]);

  expect(await removeManagedDevice(client, id, never)).toBe('removed');
  expect(await removeManagedDevice(client, id, never)).toBe('gone');
});

test('an Entra device is the one that was asked for, though the filter was ignored', async () => {
  graph.tenant.setFaults({ faults: [{ effect: { kind: 'ignoreFilter' }, path: '/devices' }] });
  const [first = '', second = ''] = await register(graph, [{ serialNumber: 'PF0021' }, { serialNumber: 'PF0022' }]);
  for (const ztdId of [first, second]) {
    const { azureActiveDirectoryDeviceId: deviceId } = (await graph.get(`${DEVICES}/${ztdId}`)).body;
    expect(await findEntraDeviceByZtdId(client, ztdId, never)).toMatchObject({ deviceId });
    expect(await findEntraDeviceByDeviceId(client, String(deviceId), never)).toMatchObject({ deviceId });
  }
  expect(await findEntraDeviceByZtdId(client, crypto.randomUUID(), never)).toBeNull();
});

test('users are found, and say whether they are enabled and licensed', async () => {
  const [charles, george, nobody] = [
    `charles.babbage@${DOMAIN}`,
    `george.boole@${DOMAIN}`,
    `nobody@${DOMAIN}`,
  ] as const;
  const users = await getUsers(client, [charles, george, nobody], never);
  expect(users.get(charles)).toMatchObject({ enabled: false, licensed: true });
  expect(users.get(george)).toMatchObject({ enabled: true, licensed: false });
  expect(users.get(nobody)).toBeNull();
  expect(await searchUsers(client, 'katherine', never)).toMatchObject([{ displayName: 'Katherine Johnson' }]);
  expect(await searchUsers(client, 'a "quoted\\ name', never)).toEqual([]);
});

test('corporate identifiers are uploaded and looked up', async () => {
  const known = { manufacturer: 'Contoso', model: 'Book 14', serialNumber: 'PF0011' };
  const missing = { ...known, serialNumber: 'PF0012' };
  await importCorporateIdentifiers(client, [known], never);
  graph.tenant.advance(LONG_ENOUGH);
  expect(await searchCorporateIdentifiers(client, [known, missing], never)).toEqual([identifierTextOf(known)]);
});

test('identifiers are listed with their parts and states, read by their ids, and removed by them', async () => {
  const known = { manufacturer: 'Contoso', model: 'Book 14', serialNumber: 'PF0021' };
  await importCorporateIdentifiers(client, [known], never);
  graph.tenant.advance(LONG_ENOUGH);
  const { rows, isWhole } = await listCorporateIdentifiers(client, never);
  const held = rows.find(({ serialNumber }) => serialNumber === 'PF0021');
  expect(isWhole).toBe(true);
  expect(held).toMatchObject({ ...known, state: 'notContacted', platform: 'windows', contactedAt: null });
  const id = held?.id ?? '';
  expect(await getCorporateIdentifier(client, id, never)).toEqual(held);
  await removeCorporateIdentifier(client, id, never);
  await removeCorporateIdentifier(client, id, never);
  expect(await getCorporateIdentifier(client, id, never)).toBeNull();
});

test('a device link associates a device once, which is listed a moment later and removed by its id', async () => {
  const link = Buffer.from(JSON.stringify({ DeviceInfo: { SerialNumber: 'PF0013' } })).toString('base64');
  const made = await associateDevice(client, link, '0b7a2f5e-0000-4000-8000-000000000001', never);
  expect(made).toMatchObject({ serialNumber: 'PF0013', policyId: '0b7a2f5e-0000-4000-8000-000000000001' });
  const { id } = made === 'conflict' ? { id: '' } : made;
  expect(await getAssociatedDevice(client, id, never)).toBeNull();
  expect(await associateDevice(client, link, null, never)).toBe('conflict');
  graph.tenant.advance(LONG_ENOUGH);
  expect(await getAssociatedDevice(client, id, never)).toMatchObject({ state: 'preassociated' });
  expect((await listAssociatedDevices(client, never)).rows.map((row) => row.id)).toContain(id);
  await removeAssociatedDevice(client, id, never);
  expect(await getAssociatedDevice(client, id, never)).toBeNull();
});
