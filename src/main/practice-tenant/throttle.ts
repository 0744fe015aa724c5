import { PracticeError } from './protocol/graphMessages.ts';
import type { Route, Service } from './protocol/routes.ts';

interface Budget {
  readonly limit: number;
  readonly windowSeconds: number;
  readonly covers: (route: Route) => boolean;
}

const writesOf =
  (service: Service) =>
  (route: Route): boolean =>
    route.service === service && route.method !== 'GET';
const allOf =
  (service: Service) =>
  (route: Route): boolean =>
    route.service === service;

const SINGLE_IMPORT = '/deviceManagement/importedWindowsAutopilotDeviceIdentities';

/** Microsoft's published limits per app and tenant (Graph throttling limits), and one that is known from reports only. */
const budgets: readonly Budget[] = [
  { limit: 100, windowSeconds: 20, covers: writesOf('enrollment') },
  { limit: 1_000, windowSeconds: 20, covers: allOf('enrollment') },
  { limit: 200, windowSeconds: 20, covers: writesOf('devices') },
  { limit: 2_000, windowSeconds: 20, covers: allOf('devices') },
  { limit: 3_000, windowSeconds: 150, covers: writesOf('directory') },
  { limit: 3_500, windowSeconds: 10, covers: allOf('directory') },
  // Loops of single imports meet 429 after 60 to 70 devices (msgraph-sdk-powershell#2857); the window is a guess.
  { limit: 65, windowSeconds: 60, covers: (route) => route.method === 'POST' && route.pattern === SINGLE_IMPORT },
];

export interface Throttle {
  /** Counts a request, or throws 429. A refused request counts too, so retrying early makes it worse. */
  admit(route: Route, now: number): void;
}

/** Sliding windows over the tenant's own clock, in memory: a restart forgives. */
export function createThrottle(): Throttle {
  const log = new Map<Budget, number[]>();
  let refusals = 0;

  return {
    admit(route, now) {
      let waitMs = 0;
      for (const budget of budgets) {
        if (!budget.covers(route)) continue;
        const windowMs = budget.windowSeconds * 1000;
        const times = (log.get(budget) ?? []).filter((time) => time > now - windowMs);
        times.push(now);
        log.set(budget, times);
        const oldest = times.at(-budget.limit - 1);
        if (oldest !== undefined) waitMs = Math.max(waitMs, oldest + windowMs - now);
      }
      if (waitMs === 0) return;
      refusals += 1;
      // Intune often leaves Retry-After out (IntuneCD#217): here every second time.
      const tellsWhen = route.service === 'directory' || refusals % 2 === 1;
      throw new PracticeError(
        429,
        'TooManyRequests',
        'Too Many Requests',
        tellsWhen ? { 'Retry-After': String(Math.max(1, Math.ceil(waitMs / 1000))) } : {},
      );
    },
  };
}
