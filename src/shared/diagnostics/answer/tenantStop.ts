import type { Evidence } from '../evidence.ts';
import { lower, numberFact, textFact, type Fact } from './fact.ts';
import type { EnrollmentAnswer } from './enrollmentAnswer.ts';
import { places } from './places.ts';
import type { ProfileAnswer } from './profileAnswer.ts';

/** Two tenants have to do with one device: nothing may be done with it until a person has found out why. */
export interface TenantStop {
  readonly code: 'second-tenant';
  /** Every tenant that is named, with where. */
  readonly tenants: readonly Fact<string>[];
}

/** Whether the archive tells of more than one tenant; null where it does not. */
export function tenantStop(
  { registry }: Evidence,
  profile: ProfileAnswer,
  enrollment: EnrollmentAnswer,
): TenantStop | null {
  const ofRegistry = (name: string) => lower(textFact(registry.value(places.autopilot, name)));
  const named = [profile.tenantId, ofRegistry('CloudAssignedTenantId'), ofRegistry('AadTenantId'), enrollment.tenantId];
  const tenants = distinct(named);
  const matched = numberFact(registry.value(places.autopilot, 'TenantMatched'));
  if (tenants.length > 1) return { code: 'second-tenant', tenants };
  return matched?.value === 0
    ? { code: 'second-tenant', tenants: [...tenants, { ...matched, value: 'TenantMatched=0' }] }
    : null;
}

/** Whether a device belongs to another tenant than the one before it. */
export function stopBeside(first: Fact<string> | null, profile: ProfileAnswer): TenantStop | null {
  const tenants = distinct([first, profile.tenantId]);
  return tenants.length > 1 ? { code: 'second-tenant', tenants } : null;
}

const distinct = (named: readonly (Fact<string> | null)[]): readonly Fact<string>[] =>
  [
    ...new Map(
      named
        .filter((one) => one !== null)
        .toReversed()
        .map((one) => [one.value, one]),
    ).values(),
  ].toReversed();
