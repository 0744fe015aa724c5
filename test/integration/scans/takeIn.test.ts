import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { DEVICES, importBody, rowsOf } from '../../rigs/practiceGraph.ts';
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

const SOME_ZTDID = '99999999-2222-4333-8444-555555555555';
const code = (serialNumber: string, ztdId: string, more: object = {}) =>
  JSON.stringify({ Version: '1.0.0', ZtdId: ztdId, PKID: '', SerialNumber: serialNumber, TotalBlocks: 1, ...more });
const scan = (text: string) => rig.ask('scans.read', { text });
const takeIn = (text: string, ztdId: string) => rig.ask('scans.takeIn', { text, tenantId: rig.tenantId, ztdId });

/** Registers a device past the queue, and returns its ZTDID. */
async function registeredElsewhere(serialNumber: string): Promise<string> {
  await rig.graph.post(
    '/v1.0/deviceManagement/importedWindowsAutopilotDeviceIdentities/import',
    importBody([{ serialNumber, groupTag: 'Sales' }]),
  );
  rig.graph.tenant.advance(900);
  const rows = rowsOf(await rig.graph.get(DEVICES));
  return String(rows.find((row) => row['serialNumber'] === serialNumber)?.['id']);
}

test('a scanned device of the tenant is offered, taken in with one act, and found from then on', async () => {
  const ztdId = await registeredElsewhere('OEM1');
  const text = code('OEM1', ztdId);
  const offered = { tenantId: rig.tenantId, tenantName: 'Practice tenant', ztdId, by: 'tenant' };
  expect(await scan(text)).toMatchObject({ verdict: 'inTenantNotInQueue', takeIn: offered });
  expect(await takeIn(text, ztdId)).toMatchObject({
    verdict: 'found',
    device: { serialNumber: 'OEM1', ztdId, registration: 'registered', profile: 'assigned' },
  });
  expect((await scan(text)).verdict).toBe('found');
});

test('a serial number alone is enough, from the tenant’s list and from the tenant itself', async () => {
  const ztdId = await registeredElsewhere('OEMSER1');
  await rig.ask('tracking.refresh', { tenantId: rig.tenantId, depth: 'list' });
  expect(await scan('OEMSER1')).toMatchObject({ verdict: 'inTenantNotInQueue', takeIn: { ztdId, by: 'tenant' } });
  const newer = await registeredElsewhere('OEMSER2');
  expect(await scan('OEMSER2')).toMatchObject({ verdict: 'inTenantNotInQueue', takeIn: { ztdId: newer } });
  expect((await scan('OEMSER3')).verdict).toBe('notInQueue');
  isCut = true;
  expect(await scan('OEMSER1')).toMatchObject({ takeIn: { ztdId, by: 'list' } });
  expect(await takeIn('OEMSER1', ztdId)).toMatchObject({ verdict: 'found', device: { ztdId, profile: 'unknown' } });
});

test('without the network the code on the Autopilot page is evidence enough, and says so', async () => {
  isCut = true;
  const text = code('FAROFF1', SOME_ZTDID);
  expect(await scan(text)).toMatchObject({ verdict: 'notInQueue', takeIn: { ztdId: SOME_ZTDID, by: 'code' } });
  const reading = await takeIn(text, SOME_ZTDID);
  expect(reading).toMatchObject({
    verdict: 'found',
    device: { serialNumber: 'FAROFF1', ztdId: SOME_ZTDID, registration: 'registered', profile: 'unknown' },
  });
  const { timeline } = await rig.ask('devices.get', { id: reading.device?.id ?? '' });
  expect(timeline.map(({ sentence }) => sentence)).toContain(
    'Registered by somebody else; taken in by the code on its Autopilot page, as Microsoft could not be asked.',
  );
});

test('a result code of a device that is taken in is recorded, though nobody recorded its start', async () => {
  isCut = true;
  const text = code('FAROFF2', SOME_ZTDID, { Result: 'Success', ElapsedTimeMilliseconds: 600_000 });
  expect(await takeIn(text, SOME_ZTDID)).toMatchObject({ verdict: 'recorded', result: 'success', startUnknown: true });
});

test('a ZTDID that the code does not name is not taken in from the code', async () => {
  isCut = true;
  const outcome = await rig.dispatch('scans.takeIn', {
    text: code('FAROFF3', SOME_ZTDID),
    tenantId: rig.tenantId,
    ztdId: '88888888-2222-4333-8444-555555555555',
  });
  expect(outcome).toMatchObject({ ok: false, error: { code: 'conflict' } });
});
