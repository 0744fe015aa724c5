import type { BackendEvent, EventTopic } from '../shared/api/events.ts';

export interface EventHub {
  readonly publish: (topic: EventTopic, progress?: NonNullable<BackendEvent['progress']>) => void;
  /** Returns the function that ends the subscription. */
  readonly subscribe: (listener: (event: BackendEvent) => void) => () => void;
}

/**
 * Tells every listener that something changed; what, they read themselves. What one piece of work says several times, such as
 * once for each of thousands of devices, is told once, when that work is done.
 */
export function createEventHub(): EventHub {
  const listeners = new Set<(event: BackendEvent) => void>();
  const waiting = new Set<EventTopic>();
  let revision = 0;

  function tell(event: Omit<BackendEvent, 'revision'>): void {
    revision += 1;
    for (const listener of listeners) listener({ ...event, revision });
  }

  function tellWaiting(): void {
    const topics = [...waiting];
    waiting.clear();
    for (const topic of topics) tell({ topic });
  }

  return {
    publish(topic, progress) {
      if (progress !== undefined) {
        tell({ topic, progress });
        return;
      }
      if (waiting.size === 0) queueMicrotask(tellWaiting);
      waiting.add(topic);
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}
