import type { Evidence } from '../evidence.ts';
import { newestOf, pageEvents } from './eventQuery.ts';
import { eventFact, type Fact } from './fact.ts';

/** Whether a technician flow was started, and how it ended. Null is what nothing tells. */
export interface TechnicianFlow {
  /** UTC. */
  readonly startedAt: Fact<string> | null;
  readonly result: Fact<'success' | 'failure'> | null;
}

export function technicianFlow(evidence: Evidence): TechnicianFlow {
  const started = newestOf(evidence, 'management', 509);
  const ended = pageEvents(evidence).findLast(({ name }) => /_ESPProgress_WhiteGlove_(?:Success|Failed)$/.test(name));
  return {
    startedAt: started?.at == null ? null : eventFact(started, started.at),
    result: ended === undefined ? null : eventFact(ended.event, ended.name.endsWith('Success') ? 'success' : 'failure'),
  };
}
