import type { KnowledgeEntry, Knowledge } from '../../knowledge/entry.ts';
import { findKnowledge, type MatchedSymptom } from '../../knowledge/findKnowledge.ts';
import { failedApp, type AppsAnswer } from './appsAnswer.ts';
import type { AttestationAnswer } from './attestationAnswer.ts';
import type { FailureAnswer } from './failureAnswer.ts';
import type { ProfileAnswer, ProfileVerdict } from './profileAnswer.ts';

/** What is known of a symptom that the archive shows. */
export interface KnownCause {
  /** What was looked up: codes, the result of an installer, an event. */
  readonly asked: readonly string[];
  readonly entry: KnowledgeEntry;
  /** Those causes that are told apart by what was looked up; all of them where none is. */
  readonly likely: KnowledgeEntry['causes'];
  readonly matched: readonly MatchedSymptom[];
}

const NOT_DETECTED = '0x87d1041c';
/** More of them help nobody. */
const MOST_CAUSES = 5;

/** The entries of the knowledge for what failed, the nearest to the screen first. */
export function causesOf(
  knowledge: Knowledge,
  {
    failure,
    apps,
    profile,
    attestation,
  }: {
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
    profile.verdict === null ? null : refusals[profile.verdict.value],
    failure?.code,
    app?.code,
    (app?.exitCode ?? 0) === 0 ? null : `exit code ${app?.exitCode}`,
    app !== null && app.exitCode === 0 && app.detection !== null && app.detection !== 'Detected' ? NOT_DETECTED : null,
    isAttestation ? attestation.code?.value : null,
    isAttestation && attestation.httpStatus !== null
      ? `0x8019${attestation.httpStatus.value.toString(16).padStart(4, '0')}`
      : null,
    join?.subCode,
    join?.code,
  ];
  const found = asked.flatMap((one) => {
    if (one === null || one === undefined) return [];
    const [best] = findKnowledge(knowledge, one).found;
    return best === undefined || best.matched.length === 0 ? [] : [{ one, ...best }];
  });
  const byEntry = Map.groupBy(found, ({ entry }) => entry);
  return [...byEntry].slice(0, MOST_CAUSES).map(([entry, symptoms]) => {
    const askedFor = [...new Set(symptoms.map(({ one }) => one))];
    return {
      asked: askedFor,
      entry,
      likely: likelyOf(entry, askedFor),
      matched: symptoms.flatMap(({ matched }) => matched),
    };
  });
}

/** An entry of many codes has a cause for each: `1603` stands in the sentence by which it is told apart. */
function likelyOf({ causes }: KnowledgeEntry, asked: readonly string[]): KnowledgeEntry['causes'] {
  const names = asked.map((one) => one.toLowerCase().replace(/^(?:exit code|event) /, ''));
  const likely = causes.filter(({ tell }) => {
    const words = new Set(tell.toLowerCase().match(/[0-9a-z]+/g));
    return names.some((name) => words.has(name));
  });
  return likely.length === 0 ? causes : likely;
}

/** The events by which the service refused the profile. */
const refusals: Partial<Record<ProfileVerdict, string>> = {
  notRegistered: 'event 807',
  mismatch: 'event 908',
  deleted: 'event 809',
  noneAssigned: 'event 815',
};
