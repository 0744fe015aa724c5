import { vi } from 'vitest';
import { serials, startRegistrationRig, type RegistrationRig } from '../registrationRig.ts';
import { randomFaults } from './randomFaults.ts';
import { seededNumbers, type SeededNumbers } from './seededNumbers.ts';
import { startUnsteadyBackend, type UnsteadyBackend } from './startUnsteadyBackend.ts';
import type { UnsteadyNews } from './unsteadyMessages.ts';

const users = ['ada.lovelace', 'alan.turing', 'grace.hopper', 'margaret.hamilton', 'katherine.johnson'].map(
  (name) => `${name}@contoso-practice.example`,
);
const tags = ['UserDriven', 'Kiosk', 'Sales', 'Hybrid'];
/** Calls to the outside after which a backend dies: early enough that it nearly always is in the middle of something. */
const SHORTEST_LIFE = 10;
const LONGEST_LIFE = 120;
/** Finds what never happens; how long it takes is not judged. */
const PATIENCE_MS = 300_000;
/** So that every list has several pages, and one that ends early lacks devices. */
const PAGE_SIZE = 10;

/** What a person wants for a device in the end; null is none. */
export interface Wanted {
  readonly serialNumber: string;
  readonly assignedUser: string | null;
  readonly groupTag: string | null;
  readonly deviceName: string | null;
  readonly isDeregistered: boolean;
}

export interface FaultSuite {
  readonly rig: RegistrationRig;
  /** By the device's id. */
  readonly wanted: ReadonlyMap<string, Wanted>;
  readonly figures: {
    readonly kills: number;
    /** Of the kills those at a point that nobody chose, with work under way. */
    readonly killsAtWork: number;
    readonly clockJumps: number;
    readonly failedWrites: number;
    readonly requests: number;
    readonly failedRequests: number;
    /** Devices that were sent again although Microsoft had them. */
    readonly sentTwice: readonly string[];
  };
}

interface FaultSuiteOptions {
  readonly seed: number;
  readonly devices: number;
  readonly kills: number;
}

/** What the parts of the suite share. */
interface Scene {
  readonly rig: RegistrationRig;
  readonly numbers: SeededNumbers;
  readonly wanted: Map<string, Wanted>;
  readonly backends: readonly UnsteadyBackend[];
  readonly start: (killAtCall: number | null) => UnsteadyBackend;
}

/**
 * Registers, changes and deregisters devices while everything goes wrong: a fifth of the calls fails, the sending process is
 * killed again and again, sometimes two run at once, clocks jump and the disk fills up. Ends when no job is open any more.
 */
export async function runFaultSuite({ seed, devices, kills }: FaultSuiteOptions): Promise<FaultSuite> {
  // This backend only takes wishes, as a command line beside the window does.
  const rig = await startRegistrationRig({ seed, pageSize: PAGE_SIZE }, { runsOutbox: false });
  const scene = sceneOf(rig, seed);
  const { numbers, wanted, backends, start } = scene;

  addDevices(scene, devices);
  rig.graph.tenant.setFaults(randomFaults);
  await rig.ask('registration.register', { deviceIds: [...wanted.keys()] });
  let killsAtWork = 0;
  for (let kill = 0; kill < kills; kill += 1) {
    await changeWishes(scene);
    const backend = start(numbers.between(SHORTEST_LIFE, LONGEST_LIFE));
    const beside = kill % 3 === 2 ? start(null) : null;
    await until(scene, async () => backend.isDead() || (await openJobs(rig)) === 0);
    if (backend.isDead()) killsAtWork += 1;
    await backend.kill();
    await beside?.kill();
  }
  await fillDisk(scene);
  const last = start(null);
  for (const deviceId of [...wanted.keys()].slice(0, 2)) await deregister(scene, deviceId);
  await until(scene, async () => (await openJobs(rig)) === 0);
  rig.graph.tenant.setFaults({});
  // Reading the tenant may have failed last; it recovers by itself, and then only failed jobs are a problem.
  await until(scene, async () => {
    const { jobs, problems } = await rig.ask('jobs.status', {});
    return problems.length <= jobs.failed;
  });
  await last.kill();
  // Written values take a while to be read.
  rig.graph.tenant.advance(600);

  const news = backends.flatMap((backend) => backend.news);
  const { total, byStatus } = (await rig.graph.get('/practice/stats')).body;
  const failures = Object.entries(byStatus ?? {}).filter(([status]) => status === 'dropped' || Number(status) >= 429);
  return {
    rig,
    wanted,
    figures: {
      kills: backends.length,
      killsAtWork,
      clockJumps: news.filter(({ type }) => type === 'clockJumped').length,
      failedWrites: news.filter(isFullDisk).length,
      requests: Number(total),
      failedRequests: failures.reduce((sum, [, count]) => sum + Number(count), 0),
      sentTwice: [...new Set(news.flatMap((item) => (item.type === 'sentTwice' ? [item.serialNumber] : [])))],
    },
  };
}

function sceneOf(rig: RegistrationRig, seed: number): Scene {
  const numbers = seededNumbers(seed);
  const backends: UnsteadyBackend[] = [];
  const { url, token } = rig.graph.tenant;
  return {
    rig,
    numbers,
    wanted: new Map(),
    backends,
    start(killAtCall) {
      const backend = startUnsteadyBackend({
        dataFolder: rig.dataFolder,
        practiceTenant: { url, token },
        seed: numbers.between(1, 1_000_000),
        killAtCall,
        clockJumps: true,
      });
      backends.push(backend);
      return backend;
    },
  };
}

const isFullDisk = (news: UnsteadyNews): boolean => news.type === 'logged' && news.facts.includes('disk is full');

/** Repeats the check until it holds; what is still open, and what was told last, say why it does not. */
const until = ({ rig, backends }: Scene, check: () => boolean | Promise<boolean>): Promise<void> =>
  vi.waitFor(
    async () => {
      if (await check()) return;
      const { jobs } = await rig.ask('jobs.list', { states: ['waiting', 'leased', 'retrying'], limit: 5 });
      const last = backends.slice(-2).map(({ isDead, news }) => ({ isDead: isDead(), news: news.slice(-8) }));
      throw new Error(`It has not happened in time: ${JSON.stringify({ jobs, last }, null, 1)}`);
    },
    { timeout: PATIENCE_MS, interval: 50 },
  );

async function openJobs(rig: RegistrationRig): Promise<number> {
  const { jobs } = await rig.ask('jobs.status', {});
  return jobs.waiting + jobs.leased + jobs.retrying;
}

function addDevices({ rig, wanted, numbers }: Scene, count: number): void {
  const devices = serials(count).map((serialNumber, index) => ({
    serialNumber,
    assignedUser: numbers.pick([null, ...users]),
    groupTag: numbers.pick([null, ...tags]),
    deviceName: numbers.pick([null, `LAB-${index}A`]),
  }));
  for (const [index, id] of rig.addDevices(devices).entries()) {
    const device = devices[index];
    if (device !== undefined) wanted.set(id, { ...device, isDeregistered: false });
  }
}

/** Three wishes, for devices at any stage. */
async function changeWishes({ rig, wanted, numbers }: Scene): Promise<void> {
  for (let wish = 0; wish < 3; wish += 1) {
    const [deviceId, device] = numbers.pick([...wanted]);
    switch (numbers.pick(['user', 'noUser', 'tag', 'name'] as const)) {
      case 'user': {
        const userPrincipalName = numbers.pick(users);
        // Its tag may make it a kiosk, where a user has to be insisted on.
        await rig.ask('assignment.assignUser', { deviceIds: [deviceId], userPrincipalName, insists: true });
        wanted.set(deviceId, { ...device, assignedUser: userPrincipalName });
        break;
      }
      case 'noUser':
        await rig.ask('assignment.unassignUser', { deviceIds: [deviceId] });
        wanted.set(deviceId, { ...device, assignedUser: null });
        break;
      case 'tag': {
        const groupTag = numbers.pick(['', ...tags]);
        await rig.ask('assignment.setGroupTag', { deviceIds: [deviceId], groupTag });
        wanted.set(deviceId, { ...device, groupTag: groupTag === '' ? null : groupTag });
        break;
      }
      case 'name': {
        const deviceName = numbers.pick(['', `BENCH-${numbers.between(100, 999)}`]);
        await rig.ask('assignment.rename', { deviceIds: [deviceId], pattern: deviceName });
        wanted.set(deviceId, { ...device, deviceName: deviceName === '' ? null : deviceName });
        break;
      }
    }
  }
}

/** The disk is full until a write has failed, then there is room again. */
async function fillDisk(scene: Scene): Promise<void> {
  const { rig, start } = scene;
  const backend = start(null);
  await until(scene, () => backend.news.length > 0);
  backend.setDisk('full');
  await until(scene, async () => {
    if ((await openJobs(rig)) === 0) await changeWishes(scene);
    return backend.news.some(isFullDisk);
  });
  backend.setDisk('free');
  await until(scene, async () => (await openJobs(rig)) === 0);
  await backend.kill();
}

/** As a person does it: Microsoft may have to be asked more than once before the records can be shown. */
async function deregister({ rig, wanted }: Scene, deviceId: string): Promise<void> {
  const device = wanted.get(deviceId);
  if (device === undefined) return;
  const confirmedSerialNumber = device.serialNumber;
  await rig.until(async () => {
    const { target } = await rig.ask('removal.plan', { deviceId });
    await rig.ask('removal.deregister', { deviceId, confirmedSerialNumber, target });
  });
  wanted.set(deviceId, { ...device, isDeregistered: true });
}
