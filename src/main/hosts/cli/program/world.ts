import type { Backend } from '../../../backend.ts';
import type { Clock, Ports } from '../../../ports.ts';
import type { PracticeTenant, PracticeTenantOptions } from '../../../practice-tenant/startPracticeTenant.ts';

/** What the command line is given: the parts behind it, and the terminal around it. */
export interface World {
  readonly createBackend: (ports: Ports) => Promise<Backend>;
  readonly startPracticeTenant: (options: PracticeTenantOptions) => Promise<PracticeTenant>;
  readonly clock: Clock;
  readonly environment: NodeJS.ProcessEnv;
  readonly terminal: Terminal;
}

export interface Terminal {
  /** Standard output; resolves when it is written. */
  readonly print: (text: string | Uint8Array) => Promise<void>;
  /** Standard error. */
  readonly say: (text: string) => void;
  readonly readInput: () => Promise<Buffer>;
  readonly ask: (question: string) => Promise<string>;
  readonly canAsk: boolean;
  /** Whether standard error is a terminal, so that progress may rewrite its line. */
  readonly showsProgress: boolean;
}
