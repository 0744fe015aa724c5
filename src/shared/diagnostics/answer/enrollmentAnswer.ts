import type { Evidence } from '../evidence.ts';
import { newestOf } from './eventQuery.ts';
import { eventFact, fact, lower, numberFact, textFact, type Fact } from './fact.ts';
import { INTUNE, places } from './places.ts';

/** Whether the device is enrolled, and what its status page allows. Null is what nothing tells. */
export interface EnrollmentAnswer {
  readonly isEnrolled: Fact<boolean> | null;
  /** Intune's own id of the device. */
  readonly intuneDeviceId: Fact<string> | null;
  /** The tenant that the device is enrolled to. */
  readonly tenantId: Fact<string> | null;
  readonly timeoutMinutes: Fact<number> | null;
  readonly isDevicePageShown: Fact<boolean> | null;
  readonly allows: Fact<{
    readonly reset: boolean;
    readonly tryAgain: boolean;
    readonly continueAnyway: boolean;
  }> | null;
}

/** Bits of `BlockInStatusPage`. */
const RESET = 1;
const TRY_AGAIN = 2;
const CONTINUE = 4;

export function enrollmentAnswer(evidence: Evidence): EnrollmentAnswer {
  const { registry } = evidence;
  const intune = registry.below(places.enrollments).find((key) => key.value('ProviderID')?.text === INTUNE) ?? null;
  const firstSync = registry.below(places.enrollments).find(({ name }) => name.toLowerCase() === 'firstsync') ?? null;
  const own = intune === null ? firstSync : (registry.key(`${intune.path}\\FirstSync`) ?? firstSync);
  const intuneDeviceId = lower(textFact(registry.value(places.correlations, 'EntDMID')));
  const skip = numberFact(own?.value('SkipDeviceStatusPage') ?? null);
  const block = numberFact(own?.value('BlockInStatusPage') ?? null);
  return {
    isEnrolled: isEnrolled(evidence, intuneDeviceId, intune?.value('ProviderID') ?? null),
    intuneDeviceId,
    tenantId: lower(textFact(intune?.value('AADTenantID') ?? null)),
    timeoutMinutes: numberFact(own?.value('SyncFailureTimeout') ?? null),
    isDevicePageShown: skip === null ? null : { ...skip, value: skip.value === 0 },
    allows:
      block === null
        ? null
        : {
            ...block,
            value: {
              reset: (block.value & RESET) !== 0,
              tryAgain: (block.value & TRY_AGAIN) !== 0,
              continueAnyway: (block.value & CONTINUE) !== 0,
            },
          },
  };
}

/** That it is not can be said only of a device whose dump has the key in which an enrollment would stand. */
function isEnrolled(
  evidence: Evidence,
  intuneDeviceId: Fact<string> | null,
  provider: { readonly file: string; readonly place: string } | null,
): Fact<boolean> | null {
  if (intuneDeviceId !== null) return { ...intuneDeviceId, value: true };
  if (provider !== null) return fact(true, provider.file, provider.place);
  const event = newestOf(evidence, 'mdm', 72);
  if (event !== null) return eventFact(event, true);
  const dump = evidence.registries.find(({ isDump }) => isDump);
  const hasPlaces = [places.correlations, places.enrollments].some((place) => evidence.registry.key(place) !== null);
  if (dump === undefined || !hasPlaces) return null;
  return fact(false, dump.file, 'no EntDMID and no enrollment');
}
