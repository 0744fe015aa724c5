import { z } from 'zod';
import { seededDelayMs, seededFraction } from '../../../src/main/practice-tenant/seededRandom.ts';
import { startPracticeTenant } from '../../../src/main/practice-tenant/startPracticeTenant.ts';
import { delaysSchema, type Delays } from '../../../src/main/practice-tenant/delays.ts';
import type { Measurement } from './measurement.ts';
import { createSimulatedTime, type SimulatedTime } from './simulatedTime.ts';

/** A round trip to Graph over an ordinary line. */
export const ROUND_TRIP_MS = 100;
const SEED = 1;
const STARTED = Date.UTC(2026, 10, 2, 8);
const delays = delaysSchema.parse({});

/** How long the tenant takes over a thing of one device, as it always does with this seed. */
export const delayMs = (what: keyof Delays, serialNumber: string): number =>
  seededDelayMs(delays[what], seededFraction(SEED, what, serialNumber));

export interface MeasuredDevice {
  readonly serialNumber: string;
  readonly groupTag: string;
  readonly userPrincipalName: string;
  readonly deviceName: string;
}

const people = ['ada.lovelace', 'alan.turing', 'annie.easley', 'barbara.liskov', 'claude.shannon', 'donald.davies'];
const tags = ['UserDriven', 'Kiosk', 'Sales', 'Hybrid'];

export function measuredDevices(count: number): readonly MeasuredDevice[] {
  return Array.from({ length: count }, (_, index) => ({
    serialNumber: `BENCH${String(index + 1).padStart(5, '0')}`,
    groupTag: tags[index % tags.length] ?? '',
    userPrincipalName: `${people[index % people.length] ?? ''}@contoso-practice.example`,
    deviceName: `D-${index + 1}`,
  }));
}

export interface MeasuredTenant {
  readonly url: string;
  readonly token: string;
  readonly time: SimulatedTime;
  /** Counts requests, each of which takes a round trip. */
  readonly fetch: typeof globalThis.fetch;
  readonly measurement: (devices: number) => Promise<Measurement>;
  /** How many of the devices are in the tenant once, as they should be. */
  readonly rightOnes: (devices: readonly MeasuredDevice[]) => Promise<number>;
  readonly close: () => Promise<void>;
}

const stats = z.object({
  total: z.number(),
  byRoute: z.record(z.string(), z.number()),
  byStatus: z.record(z.string(), z.number()),
});
const listed = z.object({
  value: z.array(z.looseObject({ id: z.string(), serialNumber: z.string() })),
  '@odata.nextLink': z.string().optional(),
});
const wholeDevice = z.object({ groupTag: z.string(), userPrincipalName: z.string(), displayName: z.string() });

/** A practice tenant with its limits on, in simulated time. */
export async function startMeasuredTenant(): Promise<MeasuredTenant> {
  const time = createSimulatedTime(STARTED);
  const tenant = await startPracticeTenant({ stateFile: ':memory:', seed: SEED, now: time.nowMs });
  const fetchSlowly = time.fetchWithRoundTrip(ROUND_TRIP_MS);
  let requests = 0;

  const ask = async (address: string): Promise<unknown> =>
    (await fetch(address, { headers: { Authorization: `Bearer ${tenant.token}` } })).json();

  return {
    url: tenant.url,
    token: tenant.token,
    time,
    fetch(input, init) {
      requests += 1;
      return fetchSlowly(input, init);
    },
    async measurement(devices) {
      const { total, byRoute, byStatus } = stats.parse(await ask(`${tenant.url}/practice/stats`));
      return {
        devices,
        requests,
        calls: total - (byRoute['POST /$batch'] ?? 0),
        refusedCalls: byStatus['429'] ?? 0,
        durationMs: time.nowMs() - STARTED,
        byRoute,
      };
    },
    async rightOnes(devices) {
      // Written values can be read after a while only.
      tenant.advance(600);
      const path = `${tenant.url}/beta/deviceManagement/windowsAutopilotDeviceIdentities`;
      const rows: z.infer<typeof listed>['value'] = [];
      for (let next: string | undefined = path; next !== undefined;) {
        const page: z.infer<typeof listed> = listed.parse(await ask(next));
        rows.push(...page.value);
        next = page['@odata.nextLink'];
        tenant.advance(600);
      }
      const bySerial = Map.groupBy(rows, ({ serialNumber }) => serialNumber);
      let right = 0;
      for (const { serialNumber, groupTag, userPrincipalName, deviceName } of devices) {
        const found = bySerial.get(serialNumber) ?? [];
        tenant.advance(1);
        const whole = wholeDevice.safeParse(
          found.length === 1 ? await ask(`${path}/${found[0]?.id ?? ''}`) : null,
        ).data;
        const isRight =
          whole?.groupTag === groupTag &&
          whole.userPrincipalName === userPrincipalName &&
          whole.displayName === deviceName;
        if (isRight) right += 1;
      }
      return right;
    },
    close: () => tenant.close(),
  };
}
