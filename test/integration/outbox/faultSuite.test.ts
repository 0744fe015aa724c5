import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { runFaultSuite, type FaultSuite } from '../../rigs/faults/faultSuite.ts';
import { rowsOf } from '../../rigs/practiceGraph.ts';
import { openRawQueue } from '../../rigs/testVault.ts';

const AUTOPILOT = '/beta/deviceManagement/windowsAutopilotDeviceIdentities';
/** `RESEAL_FAULT_KILLS=8` is a quick look; `RESEAL_FAULT_SEED` chooses another course of events. */
const KILLS = Number(process.env['RESEAL_FAULT_KILLS'] ?? 50);
const SEED = Number(process.env['RESEAL_FAULT_SEED'] ?? 1);

describe(`a fifth of all calls failing, ${KILLS} kills, jumping clocks and a full disk`, () => {
  let suite: FaultSuite;

  beforeAll(async () => {
    suite = await runFaultSuite({ seed: SEED, devices: 24, kills: KILLS });
  }, 3_600_000);
  afterAll(() => suite.rig.close());

  test('each device is exactly once in the tenant, with the wanted user, tag and name', async () => {
    const { rig, wanted, figures } = suite;
    const rows = rowsOf(await rig.graph.get(`${AUTOPILOT}?$top=999`));
    const found = [];
    for (const row of rows) {
      const { body } = await rig.graph.get(`${AUTOPILOT}/${String(row['id'])}`);
      found.push({
        serialNumber: body['serialNumber'],
        assignedUser: body['userPrincipalName'],
        groupTag: body['groupTag'],
        deviceName: body['displayName'],
      });
    }
    const expected = [...wanted.values()].filter(({ isDeregistered }) => !isDeregistered);
    expect(bySerial(found)).toEqual(
      bySerial(
        expected.map(({ serialNumber, assignedUser, groupTag, deviceName }) => ({
          serialNumber,
          assignedUser: assignedUser ?? '',
          groupTag: groupTag ?? '',
          deviceName: deviceName ?? '',
        })),
      ),
    );
    const { kills, killsAtWork, clockJumps, failedWrites, requests, failedRequests } = figures;
    process.stdout.write(
      `${wanted.size} devices, ${requests} requests of which ${failedRequests} failed, ${kills} processes killed, ` +
        `${killsAtWork} of them in the middle of their work, ${clockJumps} clock jumps, ${failedWrites} writes refused by the full disk: each device once, as wanted.\n`,
    );
  });

  test('the processes were killed in the middle of their work', () => {
    expect(suite.figures.killsAtWork).toBeGreaterThan(KILLS / 2);
  });

  test('no device was sent to Microsoft again once it had been taken', () => {
    expect(suite.figures.sentTwice).toEqual([]);
  });

  test('no job is open, and none was given up', async () => {
    const { jobs, problems } = await suite.rig.ask('jobs.status', {});
    const { jobs: givenUp } = await suite.rig.ask('jobs.list', { states: ['failed'], limit: 5 });
    // What led to it stands in the failure: it is rare, and does not come back when it is looked for.
    const before = givenUp.map(({ deviceId }) => jobsOf(suite.rig.dataFolder, deviceId));
    const none = { waiting: 0, leased: 0, retrying: 0, failed: 0, problems: [], givenUp: [], before: [] };
    expect({ ...jobs, problems, givenUp, before }).toMatchObject(none);
  });

  test('each history is a chain without gaps that ends in what is true, and the audit log names the removals', async () => {
    const { rig, wanted } = suite;
    for (const [id, { serialNumber, isDeregistered, groupTag }] of wanted) {
      const { device, timeline } = await rig.ask('devices.get', { id });
      const steps = timeline.filter(({ subject, to }) => subject === 'registration' && to !== null).reverse();
      const told = steps.map(({ from, to }) => `${from ?? ''} to ${to ?? ''}`);
      const chained = steps.map(({ to }, index) => `${steps[index - 1]?.to ?? 'none'} to ${to ?? ''}`);
      expect({ serialNumber, told }).toEqual({ serialNumber, told: chained });
      const end = isDeregistered ? 'removed' : 'registered';
      expect({ serialNumber, ends: steps.at(-1)?.to, is: device.registration }).toEqual({
        serialNumber,
        ends: end,
        is: end,
      });
      expect(steps.filter(({ to }) => to === 'registered')).toHaveLength(1);
      // The tag may have gone with the import; whatever was said about it last is so.
      const saidOfTag = timeline.find(({ sentence }) => sentence.includes('group tag'))?.sentence ?? '';
      if (saidOfTag !== '') expect(saidOfTag).toMatch(groupTag ?? /cleared|no group tag/);
    }
    const { entries } = await rig.ask('audit.list', {});
    const removed = [...wanted.values()].filter(({ isDeregistered }) => isDeregistered);
    const confirmed = entries.filter(({ action }) => action === 'removal.deregister');
    expect(confirmed.map(({ sentence }) => sentence).sort()).toEqual(
      removed.map(({ serialNumber }) => `Deregistration of ${serialNumber} confirmed.`).sort(),
    );
  });
});

const bySerial = <Row extends { readonly serialNumber: unknown }>(rows: readonly Row[]): readonly Row[] =>
  rows.toSorted((one, other) => String(one.serialNumber).localeCompare(String(other.serialNumber)));

/** All jobs of a device with what they were to make true, as they lie in the queue. */
function jobsOf(dataFolder: string, deviceId: string | null): readonly unknown[] {
  const database = openRawQueue(dataFolder);
  const columns = 'state, step, payload, progress, attempts, created_at, scheduled_at, finished_at';
  const jobs = database.prepare(`SELECT ${columns} FROM job WHERE device_id = ? ORDER BY rowid`).all(deviceId);
  database.close();
  return jobs;
}
