import { randomBytes } from 'node:crypto';
import type { Server } from 'node:http';
import { createGraph, passTime } from './answerGraph.ts';
import { createPracticeClock } from './clock.ts';
import { answerControl, describeTenant } from './control.ts';
import { delaysSchema, type Delays } from './delays.ts';
import { seedDirectory } from './directory.ts';
import { createFaults, faultsSchema, type FaultSettingsInput } from './faults.ts';
import { createOAuth } from './oauth/oauth.ts';
import { isSame } from './oauth/signedTokens.ts';
import { seedPreparation } from './preparationSeed.ts';
import { seedProfilesAndGroups } from './profileSeed.ts';
import { createRequestStats } from './requestStats.ts';
import { allRoutes } from './allRoutes.ts';
import { createPracticeServer } from './server.ts';
import { reportFile } from './resources/exportJobs.ts';
import type { DatabaseKey } from '../store/sqlite.ts';
import { openState, type TenantState } from './state/openState.ts';
import { clearTenantTables } from './state/schema.ts';
import type { Tenant } from './tenant.ts';
import { createThrottle } from './throttle.ts';

export interface PracticeTenantOptions {
  /** SQLite file that outlives the process, or `:memory:`. */
  readonly stateFile: string;
  /** What opens that file; a plain one is encrypted first. Without it the file is plain. */
  readonly key?: DatabaseKey | null;
  /** 0 picks a free one. */
  readonly port?: number;
  /** How many times faster than the real clock the tenant's time runs. */
  readonly speed?: number;
  /** Decides delays, ids and the dice of faults; the state file keeps the first one. */
  readonly seed?: number;
  readonly faults?: FaultSettingsInput;
  readonly delays?: Partial<Delays>;
  /** Rows in one page of Autopilot devices, for tests that want several pages of few devices. */
  readonly pageSize?: number;
  /** The real clock in milliseconds, for tests. */
  readonly now?: () => number;
}

export interface PracticeTenant {
  /** Origin: Graph is at `/v1.0` and `/beta` below it, sign-in at `/{tenantId}/oauth2/v2.0/…`, its own page at `/practice`. */
  readonly url: string;
  /** Bearer token that may do everything, the same for the life of the state file. */
  readonly token: string;
  readonly tenantId: string;
  /** Virtual time in milliseconds, for an in-process client that wants to keep the tenant's time. */
  readonly now: () => number;
  /** Lets virtual time jump ahead. */
  readonly advance: (seconds: number) => void;
  readonly setFaults: (faults: FaultSettingsInput) => void;
  readonly close: () => Promise<void>;
}

/** Where the monotonic clock stands in real time; unlike `Date.now` nobody sets it back. */
const monotonicNow = (): number => performance.timeOrigin + performance.now();

/** As Intune pages where nobody asks for less. */
const PAGE_SIZE = 1000;

/** Two requests can be up to this far apart before the time is written down. */
const TIME_GRAIN_MS = 1000;

/** Starts the stand-in for Microsoft Graph on 127.0.0.1. */
export async function startPracticeTenant(options: PracticeTenantOptions): Promise<PracticeTenant> {
  const realNow = options.now ?? monotonicNow;
  const state = openState(options.stateFile, options.key ?? null);
  const seed = state.settings.number('seed') ?? options.seed ?? 1;
  if (state.isNew) state.database.transaction(() => fillNewTenant(state, seed, realNow()))();
  // A tenant of an older Reseal has none.
  state.database.transaction(() => seedPreparation(state, Math.floor(realNow())))();

  const latestTime = state.settings.number('latestTime');
  const clock = createPracticeClock({
    realNow,
    speed: options.speed ?? 1,
    notBefore: latestTime === null ? 0 : latestTime + TIME_GRAIN_MS,
  });
  const faults = createFaults(seed, clock, faultsSchema.parse(options.faults ?? {}));
  const stats = createRequestStats();
  let extraReadBackMs = 0;
  const tenant: Tenant = {
    state,
    clock,
    delays: delaysSchema.parse(options.delays ?? {}),
    seed,
    pageSize: options.pageSize ?? PAGE_SIZE,
    serialRules: () => faults.settings().serialRules,
    refusedScopes: () => faults.settings().refusedScopes,
    servesPolicyDetails: () => faults.settings().servesPolicyDetails,
    extraReadBackMs: () => extraReadBackMs,
  };

  const token = state.settings.text('staticToken') ?? '';
  const server = createPracticeServer({
    answerGraph: createGraph({
      tenant,
      routes: allRoutes(tenant),
      faults,
      throttle: createThrottle(),
      stats,
      realNow,
      withExtraReadBack(seconds, run) {
        extraReadBackMs = seconds * 1000;
        try {
          return run();
        } finally {
          extraReadBackMs = 0;
        }
      },
    }),
    answerOAuth: createOAuth(tenant, realNow),
    answerControl(request) {
      passTime(tenant);
      const reset = (): void => resetTenant(state, seed, clock.now());
      const answer = state.database
        .transaction(() => answerControl(request, { tenant, faults, stats, reset }))
        .immediate();
      // What was erased is not to stay in the write-ahead log.
      if (request.segments[0] === 'erasure') state.database.pragma('wal_checkpoint(TRUNCATE)');
      return answer;
    },
    fileAt: (segments) => (segments.length === 1 ? reportFile(tenant, segments[0] ?? '') : null),
    describe: () => describeTenant(tenant),
    isSteeringAllowed: (authorization) => isSame(authorization ?? '', `Bearer ${token}`),
    now: clock.now,
    realMs: (virtualSeconds) => (virtualSeconds * 1000) / clock.speed(),
  });
  const port = await listen(server, options.port ?? 0);

  return {
    url: `http://127.0.0.1:${port}`,
    token,
    tenantId: state.settings.text('tenantId') ?? '',
    now: clock.now,
    advance: clock.advance,
    setFaults: (settings) => faults.set(faultsSchema.parse(settings)),
    async close() {
      await closeServer(server);
      state.database.close();
    },
  };
}

function fillNewTenant(state: TenantState, seed: number, now: number): void {
  state.settings.set('seed', seed);
  state.settings.set('tenantId', state.newId('tenant', ''));
  state.settings.set('staticToken', randomBytes(32).toString('base64url'));
  state.settings.set('tokenSecret', randomBytes(32).toString('base64url'));
  seedDirectory(state);
  seedProfilesAndGroups(state, Math.floor(now));
}

/** Forgets every device; the tenant, its token and its time stay. */
function resetTenant(state: TenantState, seed: number, now: number): void {
  state.database
    .transaction(() => {
      clearTenantTables(state.database);
      state.settings.set('seed', seed);
      for (const name of ['syncStatus', 'lastSyncAt', 'lastManualSyncAt'] as const) state.settings.set(name, null);
      seedDirectory(state);
      seedProfilesAndGroups(state, now);
      seedPreparation(state, now);
    })
    .immediate();
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      const address = server.address();
      if (typeof address === 'object' && address !== null) resolve(address.port);
    });
  });
}

function closeServer(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
