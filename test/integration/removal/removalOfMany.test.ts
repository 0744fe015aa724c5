import { afterEach, describe, expect, test } from 'vitest';
import { rowsOf } from '../../rigs/practiceGraph.ts';
import { serials, startRegistrationRig, type RegistrationRig } from '../../rigs/registrationRig.ts';

let rig: RegistrationRig;
afterEach(async () => rig.close());

const AUTOPILOT = '/beta/deviceManagement/windowsAutopilotDeviceIdentities';
const MANAGED = '/v1.0/deviceManagement/managedDevices';

const noRoute = (): Error =>
  new TypeError('fetch failed', { cause: Object.assign(new Error('no route'), { code: 'ENETUNREACH' }) });

/** A network that is cut once so many deletions have gone through, until it is mended. */
function breakingNetwork() {
  let deletionsLeft = Number.POSITIVE_INFINITY;
  const isGraph = (input: Parameters<typeof fetch>[0]): boolean =>
    /\/(beta|v1\.0)\//.test(input instanceof Request ? input.url : input.toString());
  return {
    cutAfter: (deletions: number) => (deletionsLeft = deletions),
    isCut: () => deletionsLeft <= 0,
    mend: () => (deletionsLeft = Number.POSITIVE_INFINITY),
    fetch: (async (input, init) => {
      if (!isGraph(input)) return fetch(input, init);
      if (deletionsLeft <= 0) throw noRoute();
      if (init?.method === 'DELETE') deletionsLeft -= 1;
      return fetch(input, init);
    }) satisfies typeof fetch,
  };
}

async function registered(count: number): Promise<{ ids: string[]; ztdIds: string[] }> {
  const ids = rig.addDevices(serials(count).map((serialNumber) => ({ serialNumber })));
  await rig.ask('registration.register', { deviceIds: ids });
  await rig.untilSettled(ids);
  const ztdIds: string[] = [];
  for (const id of ids) ztdIds.push((await statusOf(id)).ztdId ?? '');
  return { ids, ztdIds };
}

const statusOf = async (id: string) => (await rig.ask('devices.get', { id })).device;
const enroll = (ztdId = '') => rig.graph.post(`/practice/devices/${ztdId}/technician-flow`, { result: 'success' });
const plan = (deviceIds: readonly string[]) => rig.ask('removal.planMany', { deviceIds: [...deviceIds] });
const chosen = ({ plans }: Awaited<ReturnType<typeof plan>>) =>
  plans.map(({ deviceId, target }) => ({ deviceId, target }));
const removals = async () => (await rig.ask('jobs.list', {})).jobs.filter(({ kind }) => kind === 'deregister');

describe('deregistering many devices', () => {
  test('forty go in one act although the network is cut in the middle; one that changed meanwhile is held back', async () => {
    const network = breakingNetwork();
    rig = await startRegistrationRig({}, { fetch: network.fetch });
    const { ids, ztdIds } = await registered(40);
    for (const ztdId of ztdIds.slice(0, 10)) await enroll(ztdId);
    await rig.ask('tracking.refresh', { tenantId: rig.tenantId, deviceIds: ids });

    const planned = await plan(ids);
    expect(planned.counts).toEqual({ asked: 40, planned: 40, heldBack: 0, doubtful: 0 });
    expect(planned.plans.filter(({ target }) => target.intune !== null)).toHaveLength(10);

    // Somebody sets the last device up between the plan and the run.
    const changed = ids.at(-1) ?? '';
    await enroll(ztdIds.at(-1));
    network.cutAfter(25);
    const act = { devices: chosen(planned), reason: 'endOfLife', note: 'lease 12' } as const;
    expect(await rig.ask('removal.deregisterMany', { ...act, confirmedCount: 40 })).toEqual({
      queued: 40,
      refused: [],
    });
    await rig.until(() => expect(network.isCut()).toBe(true));
    await rig.restart();
    network.mend();

    await rig.until(async () =>
      expect((await removals()).every(({ state }) => state === 'done' || state === 'failed')).toBe(true),
    );
    const jobs = await removals();
    expect(new Set(jobs.map(({ batchId }) => batchId)).size).toBe(1);
    expect(jobs.filter(({ state }) => state === 'done')).toHaveLength(39);
    const [heldBack] = jobs.filter(({ state }) => state === 'failed');
    expect(heldBack).toMatchObject({ deviceId: changed });
    expect(heldBack?.explanation).toContain('have changed since they were shown. Nothing was deleted.');
    expect((await statusOf(changed)).registration).toBe('registered');

    expect(rowsOf(await rig.graph.get(AUTOPILOT)).map(({ id }) => id)).toEqual([ztdIds.at(-1)]);
    expect(rowsOf(await rig.graph.get(MANAGED))).toHaveLength(1);
    const { timeline } = await rig.ask('devices.get', { id: ids[0] ?? '' });
    expect(timeline.map(({ sentence }) => sentence)).toContain(
      `Deregistration of ${serials(1)[0]} confirmed. Reason: End of life (lease 12).`,
    );
    const { entries } = await rig.ask('audit.list', {});
    expect(entries.filter(({ sentence }) => sentence.includes('End of life (lease 12)'))).toHaveLength(40);

    // What was held back can be planned anew, as it is now.
    expect((await plan([changed])).plans[0]?.target.intune).not.toBeNull();
  });

  test('doubts, devices that cannot be told apart and those without a record are listed apart', async () => {
    rig = await startRegistrationRig();
    const { ids, ztdIds } = await registered(3);
    const [plain = '', doubtful = '', twin = ''] = ids;
    await enroll(ztdIds[1]);
    await rig.ask('tracking.refresh', { tenantId: rig.tenantId, deviceIds: ids });
    const [, , serialNumber = ''] = serials(3);
    const [otherTwin = '', unregistered = ''] = rig.addDevices([{ serialNumber }, { serialNumber: 'NEVER1' }]);
    rig.withStore(({ database }) => {
      database.prepare(`UPDATE device SET serial_number = 'OTHER' WHERE id = ?`).run(doubtful);
      database.prepare(`UPDATE device SET ztd_id = NULL, registration = 'none' WHERE id = ?`).run(twin);
    });
    const gone = crypto.randomUUID();
    const planned = await plan([gone, unregistered, otherTwin, twin, plain, doubtful]);
    expect(planned.plans.map(({ deviceId }) => deviceId)).toEqual([plain]);
    expect(planned.heldBack.map(({ deviceId, refusal }) => [deviceId, refusal.code])).toEqual([
      [doubtful, 'removal.doubtful'],
      [otherTwin, 'removal.cannotTell'],
      [twin, 'removal.cannotTell'],
      [unregistered, 'removal.nothingHeld'],
      [gone, 'removal.notInQueue'],
    ]);
    expect(planned.counts).toEqual({ asked: 6, planned: 1, heldBack: 5, doubtful: 1 });
  });

  test('devices whose firmware Intune manages are held back, and say so where they are looked at alone', async () => {
    rig = await startRegistrationRig();
    const { ids, ztdIds } = await registered(2);
    await enroll(ztdIds[0]);
    await rig.ask('tracking.refresh', { tenantId: rig.tenantId, deviceIds: ids });
    rig.graph.tenant.setFaults({ faults: [{ effect: { kind: 'firmwareManaged' } }] });
    const { plans, heldBack } = await plan(ids);
    expect(plans.map(({ deviceId }) => deviceId)).toEqual([ids[1]]);
    expect(heldBack).toMatchObject([{ deviceId: ids[0], refusal: { code: 'removal.firmwareManaged' } }]);
    const alone = await rig.ask('removal.plan', { deviceId: ids[0] ?? '' });
    expect(alone.warnings).toEqual([expect.stringContaining('Intune manages the firmware of the device (DFCI).')]);
  });

  test('a number that is not that of the devices deletes nothing, and “other” wants a note', async () => {
    rig = await startRegistrationRig();
    const { ids } = await registered(2);
    const devices = chosen(await plan(ids));
    const act = { devices, note: null } as const;
    await expect(rig.ask('removal.deregisterMany', { ...act, confirmedCount: 3, reason: 'sold' })).rejects.toThrow(
      'not the number of devices',
    );
    await expect(rig.ask('removal.deregisterMany', { ...act, confirmedCount: 2, reason: 'other' })).rejects.toThrow(
      'Write a note',
    );
    expect(await removals()).toEqual([]);
  });

  test('a device that is being deregistered already is held back, and refused where it is confirmed again', async () => {
    rig = await startRegistrationRig();
    const { ids } = await registered(2);
    const devices = chosen(await plan(ids));
    await rig.ask('jobs.pause', { paused: true });
    const act = { devices, reason: 'repair', note: null } as const;
    await rig.ask('removal.deregisterMany', { ...act, confirmedCount: 2 });
    expect((await plan(ids)).counts).toMatchObject({ planned: 0, heldBack: 2 });
    const again = await rig.ask('removal.deregisterMany', { ...act, confirmedCount: 2 });
    expect(again).toMatchObject({ queued: 0, refused: [{ refusal: { code: 'removal.isRunning' } }, {}] });
  });
});
