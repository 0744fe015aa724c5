import { afterEach, describe, expect, test } from 'vitest';
import { hurryingClock } from '../../fakes/hurryingClock.ts';
import { rowsOf } from '../../rigs/practiceGraph.ts';
import { serials, startRegistrationRig, type RegistrationRig } from '../../rigs/registrationRig.ts';

let rig: RegistrationRig;
afterEach(async () => rig.close());

const AUTOPILOT = '/beta/deviceManagement/windowsAutopilotDeviceIdentities';
const IMPORT = '/deviceManagement/importedWindowsAutopilotDeviceIdentities/import';

const isGraph = (input: Parameters<typeof fetch>[0]): boolean =>
  /\/(beta|v1\.0)\//.test(input instanceof Request ? input.url : input.toString());
const noRoute = (): Error =>
  new TypeError('fetch failed', { cause: Object.assign(new Error('no route'), { code: 'ENETUNREACH' }) });

async function registeredOnce(count: number): Promise<void> {
  const deviceIds = rig.addDevices(serials(count).map((serialNumber) => ({ serialNumber })));
  await rig.ask('registration.register', { deviceIds });
  const { counts } = await rig.untilSettled(deviceIds);
  expect(counts).toEqual({ assigned: count, stuck: 0, waiting: 0 });
  rig.graph.tenant.setFaults({});
  // The tenant's own limit counts our reads too, and may hold this one back for a moment.
  const list = await rig.until(async () => {
    const answer = await rig.graph.get(AUTOPILOT);
    expect(answer.status).toBe(200);
    return answer;
  });
  const listed = rowsOf(list).map((row) => row['serialNumber']);
  expect(listed.toSorted()).toEqual(serials(count));
  const { byRoute } = (await rig.graph.get('/practice/stats')).body;
  expect(byRoute).toBeDefined();
}

describe('on a bad network', () => {
  test.each([
    ['the answer to the import is lost after it took effect', { kind: 'drop', when: 'afterEffect' } as const, 1],
    ['the import never reaches Microsoft', { kind: 'drop', when: 'beforeEffect' } as const, 1],
    ['the server fails after it took the import', { kind: 'status', status: 503, when: 'afterEffect' } as const, 1],
    ['the server fails before it took the import', { kind: 'status', status: 500 } as const, 2],
    ['half of the import is taken in silence', { kind: 'partialImport', keepShare: 0.5 } as const, 1],
    ['the import is throttled', { kind: 'throttle', retryAfterSeconds: null } as const, 3],
    ['the token has run out', { kind: 'expireToken' } as const, 1],
  ])('%s: each device is registered exactly once', async (_, effect, count) => {
    rig = await startRegistrationRig({
      faults: { faults: [{ effect, methods: ['POST'], path: IMPORT, count }] },
    });
    await registeredOnce(12);
  });

  test('a throttling storm and random faults on a fifth of all calls delay, and lose nothing', async () => {
    rig = await startRegistrationRig({
      faults: {
        faults: [
          { effect: { kind: 'throttle', retryAfterSeconds: 5 }, probability: 0.08 },
          { effect: { kind: 'throttle', retryAfterSeconds: null }, probability: 0.04 },
          { effect: { kind: 'status', status: 503 }, probability: 0.04 },
          { effect: { kind: 'drop', when: 'afterEffect' }, probability: 0.04 },
        ],
      },
    });
    await registeredOnce(40);
  });

  test('while a throttling storm is on, the status says so, and afterwards everything goes on', async () => {
    const { clock, hurry } = hurryingClock();
    rig = await startRegistrationRig(
      { faults: { faults: [{ effect: { kind: 'throttle', retryAfterSeconds: 5 }, probability: 1 }] } },
      { clock },
    );
    hurry(5);
    const deviceIds = rig.addDevices(serials(3).map((serialNumber) => ({ serialNumber })));
    await rig.ask('registration.register', { deviceIds });
    await rig.until(async () => {
      const { problems } = await rig.ask('jobs.status', { tenantId: rig.tenantId });
      expect(problems).toContain(
        '3 changes of 3 devices: Microsoft asks Reseal to slow down; it goes on by itself a little later.',
      );
    });
    rig.graph.tenant.setFaults({});
    const { counts } = await rig.untilSettled(deviceIds);
    expect(counts).toEqual({ assigned: 3, stuck: 0, waiting: 0 });
  });

  test('offline is not a failure: jobs wait, the status says since when, and it goes on by itself', async () => {
    let isOnline = false;
    rig = await startRegistrationRig(
      {},
      {
        fetch: (input, init) =>
          isOnline || !isGraph(input) ? globalThis.fetch(input, init) : Promise.reject(noRoute()),
      },
    );
    expect((await rig.ask('jobs.status', {})).reach).toBe('untried');
    const deviceIds = rig.addDevices([{ serialNumber: 'OFFLINE1' }]);
    await rig.ask('registration.register', { deviceIds });
    const status = await rig.until(async () => {
      const now = await rig.ask('jobs.status', { tenantId: rig.tenantId });
      expect(now).toMatchObject({ online: false, reach: 'unreached', jobs: { leased: 0 } });
      return now;
    });
    expect(status.jobs).toMatchObject({ waiting: 1, failed: 0 });
    expect(status.offlineSince).not.toBeNull();
    const { jobs } = await rig.until(async () => {
      const listed = await rig.ask('jobs.list', {});
      expect(listed.jobs[0]).toMatchObject({ attempts: 0, explanation: 'Waits until the network is back.' });
      return listed;
    });
    isOnline = true;
    await rig.ask('jobs.retry', { ids: jobs.map(({ id }) => id) });
    expect((await rig.untilSettled(deviceIds)).counts.assigned).toBe(1);
    expect(await rig.ask('jobs.status', {})).toMatchObject({ online: true, reach: 'reached' });
  });

  test('nothing is sent while sending is paused, and the pause outlives a restart', async () => {
    rig = await startRegistrationRig();
    await rig.ask('jobs.pause', { paused: true });
    const deviceIds = rig.addDevices([{ serialNumber: 'PAUSED1' }]);
    await rig.ask('registration.register', { deviceIds });
    await rig.restart();
    expect(await rig.ask('jobs.status', {})).toMatchObject({ paused: true, jobs: { waiting: 1 } });
    expect((await rig.ask('registration.progress', { deviceIds })).devices[0]).toMatchObject({ state: 'stuck' });
    await rig.ask('jobs.pause', { paused: false });
    expect((await rig.untilSettled(deviceIds)).counts.assigned).toBe(1);
  });

  test('no hash and no address of a person is ever logged', async () => {
    rig = await startRegistrationRig({
      faults: { faults: [{ effect: { kind: 'badRequest' }, methods: ['POST'], path: IMPORT, count: 1 }] },
    });
    const deviceIds = rig.addDevices(
      serials(3).map((serialNumber) => ({ serialNumber, assignedUser: 'adele.vance@fabrikam-practice.example' })),
    );
    await rig.ask('registration.register', { deviceIds });
    await rig.untilSettled(deviceIds);
    const said = JSON.stringify(rig.log.lines);
    expect(said).not.toContain('@');
    expect(said).not.toMatch(/[A-Za-z0-9+/]{200,}/);
  });
});
