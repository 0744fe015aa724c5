import type { Evidence } from '../evidence.ts';
import { readDeviceProfile, type DeviceProfile } from '../text/readDeviceProfile.ts';
import { eventFact, fact, lower, mapFact, momentOf, numberFact, textFact, type Fact } from './fact.ts';
import { eventsOf, newestOf, numberInEvent } from './eventQuery.ts';
import { places } from './places.ts';

/** What became of the profile. */
export type ProfileVerdict =
  | 'notRegistered'
  | 'mismatch'
  | 'deleted'
  | 'noneAssigned'
  | 'downloaded'
  | 'notNeeded'
  | 'empty'
  | 'noneReturned'
  | 'downloadFailed'
  | 'noInternet'
  | 'waiting'
  | 'off';

/** The profile that the device got, and how. Null is what nothing tells. */
export interface ProfileAnswer {
  readonly verdict: Fact<ProfileVerdict> | null;
  readonly name: Fact<string> | null;
  readonly tenantId: Fact<string> | null;
  readonly tenantDomain: Fact<string> | null;
  readonly downloadedAt: Fact<string> | null;
  readonly joinType: Fact<'entra' | 'hybrid'> | null;
  readonly oobeConfig: Fact<number> | null;
  /** Assigned to the device, or the default of the tenant. */
  readonly isAssigned: Fact<boolean> | null;
  /** From `AutopilotConfigurationFile.json`: a tenant without the name of a profile. */
  readonly isExistingDevice: Fact<boolean> | null;
}

/** What was downloaded comes first, then its copies in the registry. */
export function profileAnswer(evidence: Evidence): ProfileAnswer {
  const { registry } = evidence;
  const own = (name: string) => registry.value(places.autopilot, name);
  const sources = profileSources(evidence);
  const pick = <Value>(choose: (profile: DeviceProfile) => Value | null, name: string): Fact<Value> | null =>
    sources
      .map(({ file, place, profile }) => fact(choose(profile), file, place === null ? name : `${place}, ${name}`))
      .find((found) => found !== null) ?? null;
  const tenantId =
    pick(({ tenantId: id }) => id, 'CloudAssignedTenantId') ?? lower(textFact(own('CloudAssignedTenantId')));
  const name =
    pick(({ profileName }) => profileName, 'DeploymentProfileName') ?? textFact(own('DeploymentProfileName'));
  const method = pick(({ domainJoinMethod }) => domainJoinMethod, 'CloudAssignedDomainJoinMethod');
  const namesNone = own('DeploymentProfileName')?.text === '' && name === null;
  return {
    verdict: verdictOf(evidence),
    name,
    tenantId,
    tenantDomain:
      pick(({ tenantDomain }) => tenantDomain, 'CloudAssignedTenantDomain') ??
      lower(textFact(own('CloudAssignedTenantDomain'))),
    downloadedAt: pick(({ downloadedAt }) => downloadedAt, 'PolicyDownloadDate') ?? whenDownloaded(evidence),
    joinType: mapFact(method, (value) => (value === 1 ? 'hybrid' : 'entra')),
    oobeConfig:
      pick(({ oobeConfig }) => oobeConfig, 'CloudAssignedOobeConfig') ?? numberFact(own('CloudAssignedOobeConfig')),
    isAssigned: pick(({ isAssigned }) => isAssigned, 'IsExplicitProfileAssignment'),
    isExistingDevice: namesNone && tenantId !== null ? { ...tenantId, value: true } : null,
  };
}

interface ProfileSource {
  readonly file: string;
  readonly place: string | null;
  readonly profile: DeviceProfile;
}

function profileSources({ profile, registry }: Evidence): readonly ProfileSource[] {
  const cached = registry.value(places.policyCache, 'PolicyJsonCache');
  const ofCache = readDeviceProfile(cached?.text ?? '');
  return [
    ...(profile === null ? [] : [{ file: profile.file, place: null, profile: profile.value }]),
    ...(cached === null || ofCache === null ? [] : [{ file: cached.file, place: cached.place, profile: ofCache }]),
  ];
}

/** Whether the registry of Windows says that the device is set up for hybrid join, or not at all. */
export function skipsConnectivityCheck(evidence: Evidence): Fact<boolean> | null {
  const [source] = profileSources(evidence);
  return source === undefined
    ? null
    : fact(source.profile.skipsConnectivityCheck, source.file, 'HybridJoinSkipDCConnectivityCheck');
}

function whenDownloaded(evidence: Evidence): Fact<string> | null {
  return momentOf(newestOf(evidence, 'autopilot', 161));
}

/** A refusal of the service decides; then that a profile came; then that none did. */
function verdictOf(evidence: Evidence): Fact<ProfileVerdict> | null {
  for (const [id, verdict] of REFUSALS) {
    const event = newestOf(evidence, 'autopilot', id);
    if (event !== null) return eventFact(event, verdict);
  }
  const downloaded =
    newestOf(evidence, 'autopilot', 161) ??
    eventsOf(evidence, 'autopilot', 153).findLast((event) => numberInEvent(event, 'UpdateState') === AVAILABLE) ??
    null;
  if (downloaded !== null) return eventFact(downloaded, 'downloaded');
  for (const [ids, verdict] of OTHERS) {
    const event = newestOf(evidence, 'autopilot', ...ids);
    if (event !== null) return eventFact(event, verdict);
  }
  const disabled = numberFact(evidence.registry.value(places.autopilot, 'IsAutoPilotDisabled'));
  if (disabled?.value === 1) return { ...disabled, value: 'off' };
  if (evidence.profile !== null) return fact<ProfileVerdict>('downloaded', evidence.profile.file);
  const asked = newestOf(evidence, 'autopilot', 100);
  return asked === null ? null : eventFact(asked, 'waiting');
}

/** The state of event 153 in which a profile is there. */
const AVAILABLE = 3;

const REFUSALS: readonly (readonly [number, ProfileVerdict])[] = [
  [807, 'notRegistered'],
  [908, 'mismatch'],
  [809, 'deleted'],
  [815, 'noneAssigned'],
];

const OTHERS: readonly (readonly [readonly number[], ProfileVerdict])[] = [
  [[163], 'notNeeded'],
  [[704], 'empty'],
  [[706, 707], 'downloadFailed'],
  [[164, 166], 'noneReturned'],
  [[165, 167], 'noInternet'],
];
