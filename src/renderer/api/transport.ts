import type { BackendEvent } from '../../shared/api/events.ts';
import type { ProcedureName } from '../../shared/api/contract.ts';

export type Connection = 'connecting' | 'connected' | 'lost' | 'refused';

export interface TransportListener {
  readonly onEvent: (event: BackendEvent) => void;
  /** Every (re)connection is told, since events may have been missed before it. */
  readonly onConnection: (connection: Connection) => void;
}

/** Carries calls and events to the backend; decides nothing. */
export interface Transport {
  /** The outcome as the backend sent it. Rejects where the backend does not answer. */
  readonly call: (name: ProcedureName, input: unknown) => Promise<unknown>;
  /** Returns the function that ends the subscription. */
  readonly subscribe: (listener: TransportListener) => () => void;
}
