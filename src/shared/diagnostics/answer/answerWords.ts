import { actorsWords } from '../../knowledge/knowledgeWords.ts';
import type { AppAnswer, AppOutcome } from './appsAnswer.ts';
import type { AttestationState } from './attestationAnswer.ts';
import type { KnownCause } from './causes.ts';
import type { DomainJoinState } from './domainJoinAnswer.ts';
import type { ProfileVerdict } from './profileAnswer.ts';
import type { StepState } from './statusPage.ts';
import type { TenantStop } from './tenantStop.ts';

/** What became of the profile, in words. */
export const verdictWords: Readonly<Record<ProfileVerdict, string>> = {
  notRegistered: 'The device is not registered.',
  mismatch: 'Another machine is registered under this hash or serial number.',
  deleted: 'The assigned profile was deleted.',
  noneAssigned: 'No profile is assigned.',
  downloaded: 'A profile was downloaded.',
  notNeeded: 'No download was needed: the device had its profile.',
  empty: 'An empty profile came: look whether the device is registered and a profile is assigned.',
  noneReturned: 'The device asked, and no profile came.',
  downloadFailed: 'The download of the profile failed.',
  noInternet: 'The device had no internet when it asked for its profile.',
  waiting: 'The device still waited for its profile.',
  off: 'Windows Autopilot is off on this device: it is not registered, or the download failed.',
};

/** What became of an app, in words that stand behind its name. */
const outcomeWords: Readonly<Record<AppOutcome, string>> = {
  installed: 'installed',
  failed: 'failed',
  running: 'was being installed',
  neverReached: 'was never reached',
  notRequired: 'not required',
  unknown: 'in a state that is not known',
};

/** How the attestation went. */
export const attestationWords: Readonly<Record<AttestationState, string>> = {
  succeeded: 'The TPM was attested.',
  failed: 'The TPM was not attested.',
  started: 'The attestation was begun; nothing tells how it ended.',
  notAsked: 'No attestation was asked for.',
};

/** How far the domain join came. */
export const domainJoinWords: Readonly<Record<DomainJoinState, string>> = {
  notConfigured: 'No domain join is set up.',
  waiting: 'The device waited for the answer of the connector.',
  done: 'The domain join was done.',
  timedOut: 'The answer of the connector came too late, or never.',
  unknown: 'The domain join was in a state that is not known.',
};

/** How a step of the page stood. */
export const stepWords: Readonly<Record<StepState, string>> = {
  notStarted: 'not started',
  inProgress: 'in progress',
  succeeded: 'done',
  failed: 'failed',
  notRequired: 'not required',
  unknown: 'not known',
};

/** By the thousands of the number, and those that tell more. */
const enforcementBands = ['', 'success', 'in progress', 'requirements not met', 'not known', 'error', 'not attempted'];
const enforcementStates = new Map<number, string>([
  [1003, 'success, fast'],
  [1004, 'success, but a dependency failed'],
  [1006, 'a dependency waits for a restart'],
  [2008, 'a restart is pending'],
  [2009, 'downloaded'],
  [5003, 'the content could not be downloaded'],
  [5006, 'conflict'],
  [5015, 'the managed installer policy is missing'],
  [5999, 'error, to be tried again at once'],
  [6001, 'a dependency failed'],
  [6002, 'waits for a restart'],
  [6003, 'requirements of a dependency are not met'],
]);

/** `5000 (error)`; a number of no known band stands alone. */
function enforcementWords(state: number): string {
  const words = enforcementStates.get(state) ?? enforcementBands[Math.floor(state / 1000)] ?? '';
  return words === '' ? String(state) : `${state} (${words})`;
}

/** `Label Printer Driver 9: failed, exit code 1603, 0x80070643, state 4, enforcement 5000 (error)`. */
export function appWords(app: AppAnswer): string {
  const { name, id, outcome, exitCode, code, state, enforcementState, detection, isUndeclared, isIntuneAgent } = app;
  const called = isIntuneAgent ? 'Intune’s agent' : (name ?? (app.kind === 'office' ? 'Microsoft 365 Apps' : id));
  const details = [
    outcomeWords[outcome],
    ...(exitCode === null
      ? []
      : [`exit code ${exitCode}${isUndeclared ? ', which Intune was not told the meaning of' : ''}`]),
    ...(code === null ? [] : [code]),
    `state ${state}`,
    ...(enforcementState === null ? [] : [`enforcement ${enforcementWords(enforcementState)}`]),
    ...(detection === null ? [] : [`detection: ${detection}`]),
  ];
  return `${called}: ${details.join(', ')}`;
}

/** Why nothing may be done with the device now. */
export function tellStop({ tenants }: TenantStop): string {
  const named = tenants.map(({ value, file, place }) => `${value} (${place ?? file})`).join(', ');
  return `STOP: more than one tenant has to do with this device: ${named}. Do nothing with it until it is clear whose it is.`;
}

/** A cause as lines: what it is, how it is told apart, and what to do. */
export function tellCause({ entry, likely }: KnownCause): readonly string[] {
  return [
    entry.title,
    entry.meaning,
    ...likely.flatMap(({ cause, tell, remedy, who, command }, index) => [
      `${index + 1}. ${cause}`,
      `   How to tell: ${tell}`,
      ...remedy.map((step) => `   - ${step}`),
      `   Who: ${actorsWords(who)}.${command === undefined ? '' : ` In Reseal: reseal ${command}`}`,
    ]),
  ];
}
