import type { Actor, Affected, EventLog, KnowledgeEntry, KnowledgePhase, Knowledge } from './entry.ts';
import type { AskedCode, MatchedSymptom } from './findKnowledge.ts';

const actorWords: Readonly<Record<Actor, string>> = {
  technician: 'technician',
  tenantAdministrator: 'administrator of the tenant',
  domainAdministrator: 'administrator of the domain',
  networkOwner: 'owner of the network',
  user: 'user',
  maker: 'maker of the device',
  partner: 'partner who registered the device',
  microsoft: 'Microsoft support',
};

export const affectedWords: Readonly<Record<Affected, string>> = {
  any: 'every scenario',
  preProvisioned: 'pre-provisioned',
  userDriven: 'user-driven',
  selfDeploying: 'self-deploying',
  existingDevice: 'existing devices',
  devicePreparation: 'device preparation',
  reset: 'Autopilot Reset',
  hybrid: 'hybrid join',
  repair: 'repair',
};

export const knowledgePhaseWords: Readonly<Record<KnowledgePhase, string>> = {
  setup: 'setting up the tenant',
  registration: 'registration',
  profile: 'assignment and download of the profile',
  firstScreens: 'first screens of the setup',
  attestation: 'attestation of the TPM',
  join: 'join to the directory',
  enrollment: 'enrollment in Intune',
  deviceSetup: 'device setup',
  accountSetup: 'account setup',
  afterwards: 'after the setup',
  reports: 'reports and lists',
};

/** Where a log stands in the event viewer of Windows. */
export const eventLogWords: Readonly<Record<EventLog, string>> = {
  autopilot: 'ModernDeployment-Diagnostics-Provider/Autopilot',
  management: 'ModernDeployment-Diagnostics-Provider/ManagementService',
  deviceRegistration: 'User Device Registration/Admin',
  mdm: 'DeviceManagement-Enterprise-Diagnostics-Provider/Admin',
  shell: 'Shell-Core/Operational',
  connector: 'Intune/ODJConnectorService',
};

/** Several of them, as one would say it. */
export const actorsWords = (who: readonly Actor[]): string => who.map((one) => actorWords[one]).join(', ');

/** What a code, a number or an event says in an entry. */
export function matchedWords(matched: MatchedSymptom): string {
  const name = matched.kind === 'event' ? `Event ${matched.name} (${eventLogWords[matched.log]})` : matched.name;
  return matched.says === '' ? name : `${name}: ${matched.says}`;
}

/** A code in all its notations, and whether anything is known of it. */
export function askedCodeWords({ code, signed, unsigned, isKnown, facility }: AskedCode): string {
  // Of a code whose first bit is not set both numbers are the same.
  const written = `${code} (${[...new Set([signed, unsigned])].join(', ')})`;
  const parts = isKnown ? [] : ['is unknown to Reseal.', ...(facility === null ? [] : [facility])];
  return [written, ...parts].join(' ');
}

/** Where an entry is from: the title of each page, its address, and the line of the documentation that was collected for Reseal. */
export function sourcesOf(
  { pages }: Knowledge,
  { sources }: Pick<KnowledgeEntry, 'sources'>,
): { readonly title: string; readonly address: string; readonly lines: readonly number[] }[] {
  return [...Map.groupBy(sources, ({ page }) => page)].flatMap(([key, group]) => {
    const page = pages[key];
    return page === undefined ? [] : [{ ...page, lines: group.flatMap(({ line }) => line ?? []) }];
  });
}
