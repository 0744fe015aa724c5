import type { BackendEvent } from '../../shared/api/events.ts';
import type { Transport } from './transport.ts';

/** What the preload of the Electron window puts on the page. */
export interface PreloadBridge {
  readonly call: (name: string, input: unknown) => Promise<unknown>;
  readonly subscribe: (listener: (event: BackendEvent) => void) => () => void;
}

declare global {
  interface Window {
    readonly reseal?: PreloadBridge;
  }
}

/** In the window, the backend lives as long as the page: there is no connection to lose. */
export function createPreloadTransport(bridge: PreloadBridge): Transport {
  return {
    call: (name, input) => bridge.call(name, input),
    subscribe({ onEvent, onConnection }) {
      const unsubscribe = bridge.subscribe(onEvent);
      onConnection('connected');
      return unsubscribe;
    },
  };
}
