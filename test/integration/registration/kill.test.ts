import { afterEach, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { startKillableBackend, type KillableBackend } from '../../rigs/killableBackend.ts';
import { rowsOf } from '../../rigs/practiceGraph.ts';
import { serials, startRegistrationRig, type RegistrationRig } from '../../rigs/registrationRig.ts';

let rig: RegistrationRig;
const started: KillableBackend[] = [];
afterEach(async () => {
  await Promise.all(started.splice(0).map((other) => other.kill()));
  await rig.close();
});

async function startOther(): Promise<KillableBackend> {
  const other = await startKillableBackend(rig);
  started.push(other);
  return other;
}

const AUTOPILOT = '/beta/deviceManagement/windowsAutopilotDeviceIdentities';
const COUNT = 40;

async function requestsSoFar(): Promise<number> {
  const { total } = (await rig.graph.get('/practice/stats')).body;
  return Number(total);
}

/** Queues 40 devices while nothing runs, so that only the processes under test send them. */
async function queueDevices(): Promise<string[]> {
  await rig.ask('jobs.pause', { paused: true });
  const deviceIds = rig.addDevices(
    serials(COUNT).map((serialNumber, index) => ({ serialNumber, groupTag: 'Kiosk', deviceName: `LAB-${index}A` })),
  );
  await rig.ask('registration.register', { deviceIds });
  await rig.stop();
  rig.withStore((store) => store.database.exec(`DELETE FROM setting WHERE name = 'outbox.paused'`));
  return deviceIds;
}

async function allAssignedOnce(deviceIds: readonly string[]): Promise<void> {
  expect((await rig.untilSettled(deviceIds)).counts).toEqual({ assigned: COUNT, stuck: 0, waiting: 0 });
  const listed = rowsOf(await rig.graph.get(AUTOPILOT)).map((row) => row['serialNumber']);
  expect(listed.toSorted()).toEqual(serials(COUNT));
  await rig.until(async () => {
    expect((await rig.ask('jobs.status', {})).jobs).toMatchObject({ waiting: 0, leased: 0, retrying: 0, failed: 0 });
  });
  for (const id of deviceIds) {
    const { timeline } = await rig.ask('devices.get', { id });
    const sentences = timeline.map(({ sentence }) => sentence);
    expect(sentences.filter((sentence) => sentence === 'Sent to Microsoft.').length).toBeLessThanOrEqual(1);
    expect(sentences.filter((sentence) => sentence === 'Microsoft lists the device as registered.')).toHaveLength(1);
  }
}

describe('a backend that is killed', () => {
  test.each([1, 2, 3, 4, 6])('after %i requests: the next one finishes, and sends nothing twice', async (requests) => {
    rig = await startRegistrationRig();
    const deviceIds = await queueDevices();
    const before = await requestsSoFar();
    const killable = await startOther();
    await rig.until(async () => expect(await requestsSoFar()).toBeGreaterThanOrEqual(before + requests));
    await killable.kill();
    rig.start();
    await allAssignedOnce(deviceIds);
  });

  test('again and again: all 40 devices end Assigned, none twice', async () => {
    rig = await startRegistrationRig();
    const deviceIds = await queueDevices();
    for (let round = 0; round < 6; round += 1) {
      const before = await requestsSoFar();
      const killable = await startOther();
      await rig.until(async () => expect(await requestsSoFar()).toBeGreaterThanOrEqual(before + 1 + (round % 3)));
      await killable.kill();
    }
    rig.start();
    await allAssignedOnce(deviceIds);
  });

  test('two processes on one database share the work and never do the same', async () => {
    rig = await startRegistrationRig();
    const deviceIds = await queueDevices();
    await Promise.all([startOther(), startOther()]);
    rig.start();
    await allAssignedOnce(deviceIds);
    const byRoute = z.record(z.string(), z.number()).parse((await rig.graph.get('/practice/stats')).body['byRoute']);
    const imports = Object.entries(byRoute).filter(([route]) => route.startsWith('POST') && route.endsWith('/import'));
    expect(imports.map(([, count]) => count)).toEqual([1]);
  });
});
