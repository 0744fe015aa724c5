import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { z } from 'zod';
import { createBackend } from '../../../src/main/backend.ts';
import { ask } from '../../rigs/askBackend.ts';
import { addDevices } from '../../rigs/queuedDevices.ts';
import { temporaryFolder, testPorts } from '../../rigs/testPorts.ts';

const MANY = Number(process.argv[3] ?? 20_000);
const FEW = MANY / 4;
const GOAL = 1.3;
/** How much longer a device may take among many than among few. */
const LINEAR = 1.3;
const ROUNDS = 3;

const reached = z.object({ url: z.string(), token: z.string() });
const listed = z.object({
  value: z.array(z.object({ id: z.string(), serialNumber: z.string() })),
  '@odata.nextLink': z.string().optional(),
});

interface Refresh {
  readonly ms: number;
  /** While at least one request was on its way. */
  readonly requestsMs: number;
  readonly requests: number;
}

/** Refreshes a tenant by its list when nothing is new in it, next to the time that the requests take by themselves. */
export async function measureRefresh(): Promise<boolean> {
  const few = await refreshOf(FEW);
  const many = await refreshOf(MANY);
  const ratio = many.ms / many.requestsMs;
  const ownMs = ({ ms, requestsMs }: Refresh): number => ms - requestsMs;
  const growth = ownMs(many) / MANY / (ownMs(few) / FEW);
  const isQuick = ratio <= GOAL;
  const isLinear = growth <= LINEAR;
  process.stdout.write(
    `refresh of ${MANY}: ${many.ms.toFixed(0)} ms, its ${many.requests} requests ${many.requestsMs.toFixed(0)} ms: ${ratio.toFixed(2)} ×, goal ${GOAL} ${isQuick ? 'met' : 'MISSED'}\n` +
      `Reseal’s own time for a device of ${MANY} next to one of ${FEW}: ${growth.toFixed(2)} ×, goal ${LINEAR} ${isLinear ? 'met' : 'MISSED'}\n` +
      `(the tenant answers from this computer: over a line, the requests take longer and the ratio is lower)\n`,
  );
  return isQuick && isLinear;
}

async function refreshOf(count: number): Promise<Refresh> {
  const program = spawn(process.execPath, [join(import.meta.dirname, 'run.ts'), String(count)], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const [line] = z
    .tuple([z.string()])
    .rest(z.unknown())
    .parse(await once(createInterface(program.stdout), 'line'));
  const tenant = reached.parse(JSON.parse(line));
  const folder = temporaryFolder();
  const inFlight = watchedFetch();
  const backend = createBackend(testPorts(folder.path, { practiceTenant: tenant, fetch: inFlight.fetch }));
  try {
    const { id: tenantId } = await ask(backend, 'tenants.addPractice', {});
    const registered = (await devicesOf(tenant)).map(({ id, serialNumber }) => ({
      serialNumber,
      ztdId: id,
      registration: 'registered' as const,
      hash: '',
    }));
    addDevices(folder.path, tenantId, registered);
    // The first reading brings what is new of every device.
    await ask(backend, 'tracking.refresh', { tenantId, depth: 'full' });
    const rounds: Refresh[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      inFlight.begin();
      const begun = performance.now();
      const { read } = await ask(backend, 'tracking.refresh', { tenantId, depth: 'list' });
      const ms = performance.now() - begun;
      if (read < count) throw new Error(`Only ${read} of ${count} devices were read.`);
      rounds.push({ ms, ...inFlight.measured() });
    }
    const [quickest] = rounds.sort((one, other) => one.ms - other.ms);
    if (quickest === undefined) throw new Error('Nothing was measured.');
    return quickest;
  } finally {
    await backend.close();
    program.stdin.end();
    folder.remove();
  }
}

async function devicesOf({ url, token }: z.infer<typeof reached>): Promise<z.infer<typeof listed>['value']> {
  const devices: z.infer<typeof listed>['value'] = [];
  let next: string | undefined = `${url}/beta/deviceManagement/windowsAutopilotDeviceIdentities`;
  while (next !== undefined) {
    const answer: unknown = await (await fetch(next, { headers: { Authorization: `Bearer ${token}` } })).json();
    const page = listed.parse(answer);
    devices.push(...page.value);
    next = page['@odata.nextLink'];
  }
  return devices;
}

/** A fetch that knows how long requests were on their way, with the answers that they bring. */
function watchedFetch() {
  let requestsMs = 0;
  let requests = 0;
  let onTheirWay = 0;
  let begun = 0;
  const fetchWatched: typeof globalThis.fetch = async (input, init) => {
    requests += 1;
    if (onTheirWay === 0) begun = performance.now();
    onTheirWay += 1;
    try {
      const response = await fetch(input, init);
      const { status, headers } = response;
      return new Response(status === 204 ? null : await response.arrayBuffer(), { status, headers });
    } finally {
      onTheirWay -= 1;
      if (onTheirWay === 0) requestsMs += performance.now() - begun;
    }
  };
  return {
    fetch: fetchWatched,
    begin() {
      requestsMs = 0;
      requests = 0;
    },
    measured: () => ({ requestsMs, requests }),
  };
}
