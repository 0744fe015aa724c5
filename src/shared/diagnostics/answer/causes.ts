import type { KnowledgeEntry, Knowledge } from '../../knowledge/entry.ts';
import { findKnowledge, type MatchedSymptom } from '../../knowledge/findKnowledge.ts';
import { failedApp, type AppsAnswer } from './appsAnswer.ts';
import type { AttestationAnswer } from './attestationAnswer.ts';
import type { FailureAnswer } from './failureAnswer.ts';
import type { ProfileAnswer } from './profileAnswer.ts';

/** What is known of a symptom that the archive shows. */
export interface KnownCause {
  /** What was looked up: a code, a result of an installer, an event. */
  readonly asked: string;
  readonly entry: KnowledgeEntry;
  readonly matched: readonly MatchedSymptom[];
}

const NOT_DETECTED = '0x87d1041c';
/** More of them help nobody. */
const MOST_CAUSES = 5;

/** The entries of the knowledge for what failed, the nearest to the screen first. */
export function causesOf(
  knowledge: Knowledge,
  { failure, apps, profile, attestation }: {
    readonly failure: FailureAnswer | null;
    readonly apps: AppsAnswer;
    readonly profile: ProfileAnswer;
    readonly attestation: AttestationAnswer;
  },
): readonly KnownCause[] {
  const app = failedApp(apps);
  const isAttestation = attestation.state?.value === 'failed';
  const join = attestation.join?.value ?? null;
  const asked = [
    profileSymptom(profile),
    failure?.code,
    app?.code,
    app?.exitCode == null || app.exitCode === 0 ? null : `exit code ${app.exitCode}`,
    app !== null && app.exitCode === 0 && app.detection !== null && app.detection !== 'Detected' ? NOT_DETECTED : null,
    isAttestation ? attestation.code?.value : null,
    isAttestation && attestation.httpStatus !== null ? `0x8019${attestation.httpStatus.value.toString(16).padStart(4, '0')}` : null,
    join?.subCode,
    join?.code,
  ];
  const causes = new Map<string, KnownCause>();
  for (const one of asked) {
    if (one === null || one === undefined) continue;
    const [found] = findKnowledge(knowledge, one).found;
    if (found !== undefined && found.matched.length > 0 && !causes.has(found.entry.id)) {
      causes.set(found.entry.id, { asked: one, ...found });
    }
  }
  return [...causes.values()].slice(0, MOST_CAUSES);
}

/** The event by which the service refused the profile. */
function profileSymptom({ verdict }: ProfileAnswer): string | null {
  switch (verdict?.value) {
    case 'notRegistered':
      return 'event 807';
    case 'mismatch':
      return 'event 908';
    case 'deleted':
      return 'event 809';
    case 'noneAssigned':
      return 'event 815';
    default:
      return null;
  }
}
