import type { Evidence } from '../evidence.ts';
import { newestOf, pageEvents } from './eventQuery.ts';
import { eventFact, momentOf, type Fact } from './fact.ts';

/** Whether a technician flow was started, and how it ended. Null is what nothing tells. */
export interface TechnicianFlow {
  /** UTC. */
  readonly startedAt: Fact<string> | null;
  readonly result: Fact<'success' | 'failure'> | null;
}

export function technicianFlow(evidence: Evidence): TechnicianFlow {
  const ended = pageEvents(evidence).findLast(({ name }) => /_ESPProgress_WhiteGlove_(?:Success|Failed)$/.test(name));
  return {
    startedAt: momentOf(newestOf(evidence, 'management', 509)),
    result: ended === undefined ? null : eventFact(ended.event, ended.name.endsWith('Success') ? 'success' : 'failure'),
  };
}
