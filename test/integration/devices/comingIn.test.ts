import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createDeviceStore } from '../../../src/main/store/deviceStore.ts';
import { importBody } from '../../rigs/practiceGraph.ts';
import { startRegistrationRig, type RegistrationRig } from '../../rigs/registrationRig.ts';

let rig: RegistrationRig;
/** Whether the network is gone. */
let isCut: boolean;
const fetch: typeof globalThis.fetch = (...call) =>
  isCut ? Promise.reject(new TypeError('fetch failed')) : globalThis.fetch(...call);
beforeEach(async () => {
  // The technician who waits for the answer has all the time that a busy computer takes.
  vi.spyOn(AbortSignal, 'timeout').mockImplementation(() => new AbortController().signal);
  isCut = false;
  rig = await startRegistrationRig({}, { fetch });
  await rig.ask('tenants.activate', { id: rig.tenantId });
});
afterEach(async () => {
  vi.restoreAllMocks();
  await rig.close();
});

const typed = (serialNumber: string) => ({
  tenantId: rig.tenantId,
  serialNumber,
  manufacturer: 'Fabrikam',
  model: 'Fabrikam Slate 13',
});
async function registeredElsewhere(serialNumber: string): Promise<void> {
  await rig.graph.post(
    '/v1.0/deviceManagement/importedWindowsAutopilotDeviceIdentities/import',
    importBody([{ serialNumber, groupTag: 'Sales' }]),
  );
  rig.graph.tenant.advance(900);
}
async function add(serialNumber: string): Promise<string> {
  const answer = await rig.ask('devices.add', typed(serialNumber));
  if (answer.outcome !== 'added') throw new Error(answer.outcome);
  return answer.device.id;
}
const deviceOf = async (id: string) => (await rig.ask('devices.get', { id })).device;

test('what a partner was sent is found by a refresh, and known to be registered by the partner', async () => {
  const id = await add('PARTNER1');
  await rig.ask('exports.write', { target: 'partner-center', deviceIds: [id] });
  expect((await deviceOf(id)).nextStep.code).toBe('waitForPartner');
  await registeredElsewhere('PARTNER1');
  await rig.ask('tracking.refresh', { tenantId: rig.tenantId });
  expect(await deviceOf(id)).toMatchObject({ registration: 'registered', registeredBy: 'partner' });
});

test('a typed device that turns up registered without a partner was registered by somebody else', async () => {
  const id = await add('OTHER1');
  await registeredElsewhere('OTHER1');
  await rig.ask('tracking.refresh', { tenantId: rig.tenantId });
  expect(await deviceOf(id)).toMatchObject({ registration: 'registered', registeredBy: 'other' });
});

test('a device that the tenant’s list has is not typed in beside it', async () => {
  await registeredElsewhere('LISTED1');
  await rig.ask('tracking.refresh', { tenantId: rig.tenantId, depth: 'list' });
  expect(await rig.ask('devices.add', typed('listed1'))).toMatchObject({
    outcome: 'inTenant',
    serialNumber: 'LISTED1',
  });
});

test('what the page alone told is taken back when the tenant does not know it', async () => {
  const [id = ''] = rig.addDevices([{ serialNumber: 'STRAY1' }]);
  const ztdId = '99999999-2222-4333-8444-555555555555';
  isCut = true;
  await rig.ask('scans.read', {
    text: JSON.stringify({ Version: '1.0.0', ZtdId: ztdId, PKID: '', SerialNumber: 'STRAY1', TotalBlocks: 1 }),
  });
  expect(await deviceOf(id)).toMatchObject({ registration: 'registered', ztdId, registeredBy: 'other' });
  isCut = false;
  // Long ago: Graph must know every registration of then.
  rig.withStore(({ database }) => {
    database.exec(`UPDATE device SET registration_at = '2020-01-01T00:00:00.000Z'`);
  });
  await rig.ask('tracking.refresh', { tenantId: rig.tenantId });
  const { device, timeline } = await rig.ask('devices.get', { id });
  expect(device).toMatchObject({ registration: 'none', ztdId: null, registeredBy: null, pageScannedAt: null });
  expect(timeline[0]?.sentence).toContain('may be another customer’s');
});

test('a device that is known by its product key ID alone is found by it, and gets its serial number', async () => {
  await registeredElsewhere('KEYED1');
  await rig.ask('tracking.refresh', { tenantId: rig.tenantId, depth: 'list' });
  const productKeyId = (await rig.ask('devices.inTenant', { tenantId: rig.tenantId })).rows[0]?.productKeyId ?? '';
  expect(productKeyId).not.toBe('');
  const id = rig.withStore(
    (store) =>
      createDeviceStore(store, () => new Date()).add({ tenantId: rig.tenantId, serialNumber: null, productKeyId }).id,
  );
  await rig.ask('exports.write', { target: 'partner-center', deviceIds: [id] });
  await rig.ask('tracking.refresh', { tenantId: rig.tenantId });
  expect(await deviceOf(id)).toMatchObject({
    registration: 'registered',
    registeredBy: 'partner',
    serialNumber: 'KEYED1',
  });
});
