import type { Evidence } from '../evidence.ts';
import { codeOfEvent, newestOf, numberInEvent } from './eventQuery.ts';
import { eventFact, fact, type Fact } from './fact.ts';
import { places } from './places.ts';
import { skipsConnectivityCheck } from './profileAnswer.ts';

export type DomainJoinState = 'notConfigured' | 'waiting' | 'done' | 'timedOut' | 'unknown';

/** How far a hybrid join came. Null is what nothing tells. */
export interface DomainJoinAnswer {
  readonly state: Fact<DomainJoinState> | null;
  /** Whether the answer of the connector was applied. */
  readonly isBlobApplied: Fact<boolean> | null;
  /** The device did not reach a domain controller. */
  readonly noController: Fact<string | null> | null;
  readonly skipsConnectivityCheck: Fact<boolean> | null;
  /** The hybrid join itself, as the device registration tells it. */
  readonly registration: Fact<'joined' | 'failed'> | null;
}

const states: readonly DomainJoinState[] = ['notConfigured', 'waiting', 'done', 'timedOut'];

export function domainJoinAnswer(evidence: Evidence): DomainJoinAnswer {
  const state = newestOf(evidence, 'mdm', 109, 110);
  const controller = newestOf(evidence, 'mdm', 100);
  const blob = newestOf(evidence, 'mdm', 107);
  const applied = evidence.registry.key(places.domainJoinBlob);
  const registered = newestOf(evidence, 'deviceRegistration', 304, 305, 306);
  return {
    state: state === null ? null : eventFact(state, states[numberInEvent(state, 'HexInt1') ?? -1] ?? 'unknown'),
    isBlobApplied:
      blob !== null
        ? eventFact(blob, codeOfEvent(blob) === null)
        : applied === null
          ? null
          : fact(true, evidence.registries[0]?.file ?? '', `HKLM\\${applied.path}`),
    noController: controller === null ? null : eventFact(controller, codeOfEvent(controller)),
    skipsConnectivityCheck: skipsConnectivityCheck(evidence),
    registration: registered === null ? null : eventFact(registered, registered.id === 306 ? 'joined' : 'failed'),
  };
}
