import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { DOMAIN } from '../../../src/main/practice-tenant/directory.ts';
import { removalLines } from '../../../src/shared/removal/removalLines.ts';
import { readPdf } from '../../rigs/readPdf.ts';
import { serials, startRegistrationRig, type RegistrationRig } from '../../rigs/registrationRig.ts';
import { runInProcess } from '../support/runInProcess.ts';

let rig: RegistrationRig;
afterEach(async () => rig.close());

interface Wanted {
  readonly count?: number;
  readonly groupTag?: string;
  readonly enrolled?: boolean;
}

async function registered({ count = 1, groupTag, enrolled = true }: Wanted = {}): Promise<string[]> {
  const ids = rig.addDevices(
    serials(count, 'GONE').map((serialNumber) => ({ serialNumber, ...(groupTag === undefined ? {} : { groupTag }) })),
  );
  await rig.ask('registration.register', { deviceIds: ids });
  await rig.untilSettled(ids);
  for (const id of ids) {
    const { ztdId } = await statusOf(id);
    if (enrolled) await rig.graph.post(`/practice/devices/${ztdId ?? ''}/technician-flow`, { result: 'success' });
  }
  await rig.ask('tracking.refresh', { tenantId: rig.tenantId, deviceIds: ids });
  return ids;
}

const statusOf = async (id: string) => (await rig.ask('devices.get', { id })).device;
const records = (deviceIds: readonly string[]) => rig.ask('removal.records', { deviceIds: [...deviceIds] });
const untilRemoved = (ids: readonly string[]) =>
  rig.until(async () => {
    for (const id of ids) expect((await statusOf(id)).registration).toBe('removed');
  });

async function removeTogether(ids: readonly string[]): Promise<void> {
  const { plans } = await rig.ask('removal.planMany', { deviceIds: [...ids] });
  const devices = plans.map(({ deviceId, target }) => ({ deviceId, target }));
  const cause = { reason: 'endOfLife', note: 'lease 12' } as const;
  await rig.ask('removal.deregisterMany', { devices, confirmedCount: ids.length, ...cause });
  await untilRemoved(ids);
}

describe('the record of a removal', () => {
  test('names the exact records with their times, who did it and why, and no user', async () => {
    rig = await startRegistrationRig();
    await rig.ask('settings.write', { technicianInitials: 'AL' });
    const [id = ''] = await registered();
    const { ztdId, managedDeviceId } = await statusOf(id);
    const userPrincipalName = `ada.lovelace@${DOMAIN}`;
    await rig.graph.post(`/practice/devices/${ztdId ?? ''}/portal-edit`, { userPrincipalName });
    const { target } = await rig.ask('removal.plan', { deviceId: id });
    await rig.ask('removal.deregister', { deviceId: id, confirmedSerialNumber: 'GONE00001', target, reason: 'sold' });
    expect((await records([id])).leftOut).toMatchObject([{ serialNumber: 'GONE00001' }]);
    await untilRemoved([id]);

    const { removals, leftOut } = await records([id]);
    expect(leftOut).toEqual([]);
    const [removal] = removals;
    expect(removal).toMatchObject({
      tenantName: 'Practice tenant',
      serialNumber: 'GONE00001',
      autopilotId: ztdId,
      intuneId: managedDeviceId,
      computerAccount: null,
      reason: 'sold',
      confirmedBy: 'AL',
      leftInEntra: [{ step: { code: 'removal.leaveEntra' } }],
    });
    const times = [removal?.confirmedAt, removal?.intuneGoneAt, removal?.autopilotGoneAt].map(String);
    expect(times.toSorted()).toEqual(times);
    expect(removal?.userUnassignedAt).not.toBeNull();
    expect(JSON.stringify(removals)).not.toContain('@');
  });

  test('of many hybrid devices is one PDF, with both Entra objects and the account that a person deleted', async () => {
    rig = await startRegistrationRig();
    const ids = await registered({ count: 3, groupTag: 'Hybrid' });
    const { plans } = await rig.ask('removal.planMany', { deviceIds: ids });
    const codes = plans[0]?.records.map(({ step }) => step.code);
    expect(codes).toEqual([
      'removal.deleteIntune',
      'removal.deleteAutopilot',
      'removal.leavePlaceholder',
      'removal.leaveHybridEntra',
      'removal.deleteAccountByHand',
    ]);
    await removeTogether(ids);
    for (const id of ids) expect((await statusOf(id)).nextStep.code).toBe('finishRemoval');
    await rig.ask('removal.recordAccountDeleted', { deviceId: ids[0] ?? '' });

    const [first, second] = (await records(ids)).removals;
    const told = [first, second].map((one) => (one === undefined ? [] : removalLines(one)).map(({ what }) => what));
    expect(told[0]?.at(-1)).toContain('Computer account deleted by hand');
    expect(told[1]?.at(-1)).toContain('Computer account still to be deleted by hand');
    expect(told[0]?.slice(0, 2)).toEqual(['Record deleted', 'Registration deleted']);
    expect(told[0]?.[2]).toContain('The placeholder that Autopilot made');

    const answer = await rig.ask('removal.document', { deviceIds: [...ids, crypto.randomUUID()] });
    expect(answer).toMatchObject({ removals: 3, leftOut: [{ reason: 'This device is not in the queue.' }] });
    expect(answer.document.fileName).toBe('removal-record-3.pdf');
    const file = Buffer.from(answer.document.base64, 'base64');
    expect(readPdf(file)).toMatchObject({ pages: 2 });
  });

  test('is not made of devices that were not removed, or before there were records', async () => {
    rig = await startRegistrationRig();
    const [id = ''] = await registered({ enrolled: false });
    await expect(rig.ask('removal.document', { deviceIds: [id] })).rejects.toThrow('It was not deregistered.');
    rig.withStore(({ database }) => database.prepare(`UPDATE device SET registration = 'removed'`).run());
    expect((await records([id])).leftOut[0]?.reason).toContain('before Reseal kept records');
  });

  test('stays as it was when the device is registered and removed again', async () => {
    rig = await startRegistrationRig();
    const ids = await registered({ enrolled: false });
    await removeTogether(ids);
    const [before] = (await records(ids)).removals;
    expect(before).toMatchObject({ intuneId: null, intuneGoneAt: null });
    rig.graph.tenant.advance(600);
    await rig.ask('registration.register', { deviceIds: ids });
    await rig.untilSettled(ids);
    expect((await records(ids)).removals).toEqual([before]);
    await removeTogether(ids);
    const [after] = (await records(ids)).removals;
    expect(after?.confirmedAt).not.toBe(before?.confirmedAt);
  });

  test('is told by the command line, and written as paper', async () => {
    rig = await startRegistrationRig();
    const ids = await registered({ count: 2 });
    await removeTogether(ids.slice(0, 1));
    await rig.stop();
    const { url, token } = rig.graph.tenant;
    const run = (...words: readonly string[]) =>
      runInProcess([...words, '--tenant', 'practice', '--data-dir', rig.dataFolder], {
        environment: { RESEAL_PRACTICE_URL: url, RESEAL_PRACTICE_TOKEN: token },
      });
    const told = await run('removal-record', 'GONE00001', 'GONE00002');
    expect(told.stdout).toMatch(/Windows Autopilot +[0-9a-f-]{36} +Registration deleted/);
    expect(told.stdout).toContain('Reason: End of life (lease 12).');
    expect(told.stdout).toContain('GONE00002: It was not deregistered.');
    expect(told.stdout).not.toContain('@');
    expect(told.status).toBe(1);
    const file = join(rig.dataFolder, 'gone.pdf');
    const paper = await run('removal-record', 'GONE00001', '--pdf', file, '--json');
    expect(JSON.parse(paper.stdout)).toEqual({ file, mediaType: 'application/pdf', removals: 1, leftOut: [] });
    expect(paper.status).toBe(0);
  });
});
