import type { Evidence } from '../evidence.ts';
import { codeOfEvent, eventsOf, newestOf, numberInEvent } from './eventQuery.ts';
import { eventFact, fact, type Fact } from './fact.ts';
import { jsonMembers, textIn } from './jsonText.ts';
import type { PagePart } from './statusPage.ts';

export type AttestationState = 'succeeded' | 'failed' | 'started' | 'notAsked';

/** Whether the TPM vouched for the device. Null is what nothing tells. */
export interface AttestationAnswer {
  readonly state: Fact<AttestationState> | null;
  readonly code: Fact<string> | null;
  readonly attempts: Fact<{ readonly made: number; readonly most: number | null }> | null;
  /** Why the service refused the key of the TPM, in its own words. */
  readonly refusal: Fact<string> | null;
  readonly httpStatus: Fact<number> | null;
  /** Why Microsoft Entra refused the join for its sake. */
  readonly join: Fact<{ readonly event: number; readonly code: string | null; readonly subCode: string | null }> | null;
  readonly tpmVersion: Fact<string> | null;
  /** What the tools of Windows say of the TPM, as it stands. */
  readonly texts: readonly Fact<string>[];
}

/** The first answer of HTTP that is a refusal. */
const REFUSED = 400;
const STEP = 'TpmAttestationSubcategory';

export function attestationAnswer(evidence: Evidence, page: readonly PagePart[]): AttestationAnswer {
  const { attestationKey, hash, tpmTexts } = evidence;
  const failure = newestOf(evidence, 'autopilot', 171, 172, 156, 189);
  const withCode = eventsOf(evidence, 'autopilot', 171, 172, 202, 204, 206, 207, 254).findLast(
    (event) => codeOfEvent(event) !== null,
  );
  const attempt = newestOf(evidence, 'autopilot', 177);
  const made = attempt === null ? null : numberInEvent(attempt, 'Uint1');
  const state = stateOf(evidence, page, failure?.at ?? null);
  const key = attestationKey?.value ?? null;
  const ofKey = <Value>(value: Value | null | undefined) => fact(value, attestationKey?.file ?? '');
  return {
    state,
    code:
      withCode === undefined || state?.value === 'succeeded' ? null : eventFact(withCode, codeOfEvent(withCode) ?? ''),
    attempts:
      attempt === null || made === null ? null : eventFact(attempt, { made, most: numberInEvent(attempt, 'Uint2') }),
    refusal: ofKey(key?.message),
    httpStatus: ofKey((key?.httpStatus ?? 0) < REFUSED ? null : key?.httpStatus),
    join: joinRefusal(evidence),
    tpmVersion: fact(hash?.value.hash?.tpmVersion, hash?.file ?? '', 'the hardware hash'),
    texts: [...(attestationKey === null ? [] : [attestationKey]), ...tpmTexts].flatMap(
      ({ file, value }) => fact(value.shown, file) ?? [],
    ),
  };
}

/** The page decides; without it the newest event that says so. */
function stateOf(
  evidence: Evidence,
  page: readonly PagePart[],
  failedAt: string | null,
): Fact<AttestationState> | null {
  const part = page.find(({ phase }) => phase === 'devicePreparation');
  const step = part?.steps.find(({ id }) => id.endsWith(STEP));
  if (part !== undefined && (step?.state === 'succeeded' || step?.state === 'failed')) {
    return fact<AttestationState>(step.state, part.file, part.place);
  }
  const confirmed = newestOf(evidence, 'autopilot', 169);
  const failure = newestOf(evidence, 'autopilot', 171, 172, 156, 189);
  if (failure !== null && (confirmed?.at ?? '') < (failedAt ?? '')) return eventFact(failure, 'failed');
  if (confirmed !== null) return eventFact(confirmed, 'succeeded');
  if (part !== undefined && step?.state === 'notRequired') {
    return fact<AttestationState>('notAsked', part.file, part.place);
  }
  const begun = newestOf(evidence, 'autopilot', 150, 151, 177);
  return begun === null ? null : eventFact(begun, 'started');
}

/** The answer of Microsoft Entra in event 204: a code, and in JSON what is behind it. */
function joinRefusal(evidence: Evidence): AttestationAnswer['join'] {
  const event = newestOf(evidence, 'deviceRegistration', 204, 304, 305);
  if (event === null) return null;
  const response = jsonMembers(event.data.get('ServerResponse'));
  const subCode = textIn(response, 'SubCode') ?? textIn(response, 'subcode');
  return eventFact(event, { event: event.id, code: codeOfEvent(event), subCode });
}
