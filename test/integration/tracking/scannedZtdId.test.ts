import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { scanSaid } from '../../rigs/scanSaid.ts';
import { importBody, rowsOf } from '../../rigs/practiceGraph.ts';
import { startRegistrationRig, type RegistrationRig } from '../../rigs/registrationRig.ts';

let rig: RegistrationRig;
beforeEach(async () => {
  // The technician who waits for the answer has all the time that a busy computer takes.
  vi.spyOn(AbortSignal, 'timeout').mockImplementation(() => new AbortController().signal);
  rig = await startRegistrationRig();
  await rig.ask('tenants.activate', { id: rig.tenantId });
});
afterEach(async () => {
  vi.restoreAllMocks();
  await rig.close();
});

const NOBODYS = '99999999-2222-4333-8444-555555555555';
const code = (serialNumber: string, ztdId: string) =>
  JSON.stringify({ Version: '1.0.0', ZtdId: ztdId, PKID: '', SerialNumber: serialNumber, TotalBlocks: 1 });
const scan = async (text: string) => {
  const reading = await rig.ask('scans.read', { text });
  return { ...reading, sentence: scanSaid(reading) };
};

/** Registers a device past the queue, and returns its ZTDID. */
async function registeredElsewhere(serialNumber: string): Promise<string> {
  await rig.graph.post(
    '/v1.0/deviceManagement/importedWindowsAutopilotDeviceIdentities/import',
    importBody([{ serialNumber, groupTag: 'Sales' }]),
  );
  rig.graph.tenant.advance(900);
  const rows = rowsOf(await rig.graph.get('/beta/deviceManagement/windowsAutopilotDeviceIdentities'));
  return String(rows.find((row) => row['serialNumber'] === serialNumber)?.['id']);
}

test('a ZTDID that nobody here knows is looked up in the tenant, and the answer says what was found', async () => {
  const ztdId = await registeredElsewhere('KNOWN1');
  const known = await scan(code('KNOWN1', ztdId));
  expect(known).toMatchObject({ verdict: 'inTenantNotInQueue', device: null });
  expect(known.sentence).toMatch(/^Registered in Practice tenant \(profile “.+”\), but not in this queue\./);

  const nobodys = await scan(code('STRANGE1', NOBODYS));
  expect(nobodys.verdict).toBe('notInTenant');
  expect(nobodys.sentence).toMatch(/^Not registered in Practice tenant/);
});

test('a device of the queue does not take a ZTDID that the tenant does not know', async () => {
  const [id = ''] = rig.addDevices([{ serialNumber: 'MINE1' }]);
  expect((await scan(code('MINE1', NOBODYS))).verdict).toBe('notInTenant');
  expect((await rig.ask('devices.get', { id })).device.ztdId).toBeNull();
});

test('another ZTDID than the queue’s is never called found: registered anew, or nobody’s', async () => {
  rig.addDevices([{ serialNumber: 'AGAIN1', ztdId: NOBODYS }]);
  const ztdId = await registeredElsewhere('AGAIN1');
  const anew = await scan(code('AGAIN1', ztdId));
  expect(anew.verdict).toBe('otherZtdId');
  expect(anew.sentence).toContain('Refresh the tenant, then scan again.');
  expect((await scan(code('AGAIN1', '88888888-2222-4333-8444-555555555555'))).verdict).toBe('notInTenant');
});
