import type { PracticeClock } from './clock.ts';
import type { Delays } from './delays.ts';
import type { SerialRule } from './lifecycle/serialRules.ts';
import { seededDelayMs, seededFraction } from './seededRandom.ts';
import type { TenantState } from './state/openState.ts';

/** What every part of the tenant works with. */
export interface Tenant {
  readonly state: TenantState;
  readonly clock: PracticeClock;
  readonly delays: Delays;
  readonly seed: number;
  /** Rows in one page of Autopilot devices. */
  readonly pageSize: number;
  /** Import failures by serial number, the first that fits. */
  readonly serialRules: () => readonly SerialRule[];
  /** Permissions that nobody may consent to. */
  readonly refusedScopes: () => readonly string[];
  /** Whether the report still has the statuses of apps and policies, as until 2023. */
  readonly servesPolicyDetails: () => boolean;
  /** Extra virtual milliseconds before written values can be read, while such a fault is on. */
  readonly extraReadBackMs: () => number;
}

/** How long a thing takes for one subject: the same in every run with the same seed. */
export function delayFor(tenant: Tenant, what: keyof Delays, subject: string): number {
  return seededDelayMs(tenant.delays[what], seededFraction(tenant.seed, what, subject));
}
