import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  DEVICES,
  errorOf,
  importBody,
  IMPORTED,
  inventedHash,
  register,
  rowsOf,
  startPracticeGraph,
  type InventedDevice,
  type PracticeGraph,
} from '../../rigs/practiceGraph.ts';

const anyGuid: unknown = expect.stringMatching(/^[\da-f-]{36}$/);

let graph: PracticeGraph;
beforeEach(async () => {
  graph = await startPracticeGraph();
});
afterEach(() => graph.close());

async function importStates(devices: readonly InventedDevice[], seconds = 120): Promise<readonly unknown[]> {
  const accepted = rowsOf(await graph.post(`${IMPORTED}/import`, importBody(devices)));
  graph.tenant.advance(seconds);
  const records = rowsOf(await graph.get(IMPORTED));
  return accepted.map(({ id }) => records.find((record) => record['id'] === id)?.['state']);
}

describe('an import', () => {
  test('answers at once with records that nobody has looked at yet, and without the hash', async () => {
    const reply = await graph.post(`${IMPORTED}/import`, importBody([{ serialNumber: 'A-1', groupTag: 'Sales' }]));
    expect(reply.status).toBe(200);
    expect(rowsOf(reply)).toMatchObject([
      {
        serialNumber: 'A-1',
        groupTag: 'Sales',
        hardwareIdentifier: null,
        state: { deviceImportStatus: 'unknown', deviceRegistrationId: '', deviceErrorCode: 0, deviceErrorName: '' },
      },
    ]);
  });

  test('is pending for a while, then complete with a ZTDID, then a device without a profile, then one with', async () => {
    const [record] = rowsOf(await graph.post(`${IMPORTED}/import`, importBody([{ serialNumber: 'A-1' }])));
    const read = async (): Promise<unknown> => (await graph.get(`${IMPORTED}/${String(record?.['id'])}`)).body['state'];
    graph.tenant.advance(15);
    expect(await read()).toMatchObject({ deviceImportStatus: 'pending', deviceRegistrationId: '' });

    graph.tenant.advance(45);
    const state = await read();
    expect(state).toMatchObject({
      deviceImportStatus: 'complete',
      deviceRegistrationId: anyGuid,
    });
    const ztdId = /"deviceRegistrationId":"([^"]+)"/.exec(JSON.stringify(state))?.[1] ?? '';

    graph.tenant.advance(30);
    const fresh = await graph.get(`${DEVICES}/${ztdId}`);
    expect(fresh.body).toMatchObject({
      serialNumber: 'A-1',
      deploymentProfileAssignmentStatus: 'notAssigned',
      enrollmentState: 'notContacted',
    });

    graph.tenant.advance(120);
    const settled = await graph.get(`${DEVICES}/${ztdId}?$expand=deploymentProfile`);
    expect(settled.body).toMatchObject({
      deploymentProfileAssignmentStatus: 'assignedInSync',
      deploymentProfile: { displayName: 'Pre-provision · Entra join', preprovisioningAllowed: true },
    });
  });

  test('passes through every status of profile assignment that Microsoft has for it', async () => {
    await graph.post(`${IMPORTED}/import`, importBody([{ serialNumber: 'A-1' }]));
    const seen = new Set<unknown>();
    for (let second = 0; second < 240; second += 1) {
      graph.tenant.advance(1);
      const [row] = rowsOf(await graph.get(DEVICES));
      if (row) seen.add(row['deploymentProfileAssignmentStatus']);
    }
    expect([...seen]).toEqual(['notAssigned', 'pending', 'assignedUnkownSyncState', 'assignedInSync']);
  });

  test.each([
    ['another tenant holds the device', { serialNumber: 'X-OTHERTENANT-1' }, 808, 'ZtdDeviceAssignedToOtherTenant'],
    ['an Entra object is in the way', { serialNumber: 'X-ZTD814' }, 814, 'ZtdDeviceAlreadyAadRegistered'],
    ['Microsoft invents a new code', { serialNumber: 'X-ZTD899' }, 899, 'ZtdPracticeError899'],
    ['a profile belongs to another tenant', { serialNumber: 'X-ZTD810' }, 810, 'ZtdProfileAssignedToOtherTenant'],
    ['the hash is not a 4K hash', { serialNumber: 'X-HASHNOT4K' }, 0, 'HashNot4k'],
    ['storage failed', { serialNumber: 'X-STORAGEERROR' }, 0, 'StorageError'],
    [
      'the hash is damaged',
      { serialNumber: 'X-1', hardwareIdentifier: inventedHash('X-1').replace('U', 'V') },
      802,
      'InvalidZtdHardwareHash',
    ],
  ])('ends in an error of its own when %s', async (_, device, code, name) => {
    expect(await importStates([device])).toMatchObject([
      { deviceImportStatus: 'error', deviceErrorCode: code, deviceErrorName: name },
    ]);
  });

  test('takes one of two rows of the same device and calls the other a duplicate', async () => {
    const again = inventedHash('A-1', { collectedAt: new Date('2026-05-05T08:30:00Z') });
    expect(
      await importStates([{ serialNumber: 'A-1' }, { serialNumber: 'A-1', hardwareIdentifier: again }]),
    ).toMatchObject([
      { deviceImportStatus: 'complete' },
      { deviceImportStatus: 'error', deviceErrorCode: 819, deviceErrorName: 'ZtdDeviceDuplicated' },
    ]);
  });

  test('of a device that this tenant holds ends in 806', async () => {
    await register(graph, [{ serialNumber: 'A-1' }]);
    expect(await importStates([{ serialNumber: 'A-1' }])).toMatchObject([
      { deviceErrorCode: 806, deviceErrorName: 'ZtdDeviceAlreadyAssigned' },
    ]);
  });

  test('can stay pending for ever', async () => {
    expect(await importStates([{ serialNumber: 'X-STUCK-1' }], 86_400)).toMatchObject([
      { deviceImportStatus: 'pending' },
    ]);
  });

  test('refuses a hash without its padding as Edm.Binary, without repeating it', async () => {
    const unpadded = `${inventedHash('A-1')}AA`;
    const reply = await graph.post(
      `${IMPORTED}/import`,
      importBody([{ serialNumber: 'A-1', hardwareIdentifier: unpadded }]),
    );
    expect(reply.status).toBe(400);
    expect(errorOf(reply).message).toContain("to the expected type 'Edm.Binary'");
    expect(reply.text).not.toContain(unpadded.slice(0, 40));
  });

  test('refuses a user of another domain, and looks no further than that', async () => {
    const of = (assignedUserPrincipalName: string) => importBody([{ serialNumber: 'A-1', assignedUserPrincipalName }]);
    expect((await graph.post(`${IMPORTED}/import`, of('ada@elsewhere.example'))).status).toBe(400);
    expect((await graph.post(`${IMPORTED}/import`, of('nobody@contoso-practice.example'))).status).toBe(200);
  });

  test('refuses more than 500 rows, an empty list and unknown properties', async () => {
    const many = Array.from({ length: 501 }, (_, index) => ({
      serialNumber: `A-${index}`,
      hardwareIdentifier: 'AAAA',
    }));
    expect((await graph.post(`${IMPORTED}/import`, importBody(many))).status).toBe(400);
    expect((await graph.post(`${IMPORTED}/import`, importBody([]))).status).toBe(400);
    expect((await graph.post(`${IMPORTED}/import`, { devices: [] })).status).toBe(400);
  });

  test('of a single record answers 201 with the odd ids that were seen in the wild', async () => {
    const reply = await graph.post(IMPORTED, { serialNumber: 'A-1', hardwareIdentifier: inventedHash('A-1') });
    expect(reply.status).toBe(201);
    expect(reply.body['importId']).toBe(reply.body['id']);
    expect(reply.body['productKey']).toBe(reply.body['id']);
  });

  test('leaves records that can be deleted once', async () => {
    const [record] = rowsOf(await graph.post(`${IMPORTED}/import`, importBody([{ serialNumber: 'A-1' }])));
    const path = `${IMPORTED}/${String(record?.['id'])}`;
    expect((await graph.remove(path)).status).toBe(204);
    expect((await graph.remove(path)).status).toBe(404);
    expect(rowsOf(await graph.get(IMPORTED))).toEqual([]);
  });

  test('leaves no hash in the state file', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'reseal-practice-'));
    const onDisk = await startPracticeGraph({ stateFile: join(folder, 'tenant.db') });
    await register(onDisk, [{ serialNumber: 'A-1' }]);
    await onDisk.close();
    const stored = readdirSync(folder)
      .map((name) => readFileSync(join(folder, name), 'latin1'))
      .join('');
    rmSync(folder, { recursive: true });
    expect(stored).toContain('A-1');
    expect(stored).not.toContain(inventedHash('A-1').slice(0, 60));
  });
});
