import type { BackendEvent, EventTopic } from '../shared/api/events.ts';

export interface EventHub {
  readonly publish: (topic: EventTopic, progress?: NonNullable<BackendEvent['progress']>) => void;
  /** Returns the function that ends the subscription. */
  readonly subscribe: (listener: (event: BackendEvent) => void) => () => void;
}

/** Tells every listener that something changed; what, they read themselves. */
export function createEventHub(): EventHub {
  const listeners = new Set<(event: BackendEvent) => void>();
  let revision = 0;
  return {
    publish(topic, progress) {
      revision += 1;
      const event: BackendEvent = progress === undefined ? { topic, revision } : { topic, revision, progress };
      for (const listener of listeners) listener(event);
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}
