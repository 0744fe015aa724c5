import type { FolderAccess } from '../shared/app/folderAccess.ts';
import type { Vault } from './vault/vault.ts';

/** What the outside world gives to the backend. Nothing else reads a clock, the network or the environment. */
export interface Ports {
  readonly door: 'electron' | 'loopback' | 'cli' | 'test';
  readonly version: string;
  readonly dataFolder: string;
  readonly folderAccess: FolderAccess;
  /** Whether a person wants an empty queue where another one is gone. */
  readonly beginsAnew?: boolean;
  /** Of the person at this computer, as BCP 47: how numbers and times are written for them. */
  readonly locale: string;
  readonly clock: Clock;
  readonly fetch: typeof globalThis.fetch;
  readonly vault: Vault;
  /** Sign-ins that an older Reseal kept elsewhere; null where this door has none. */
  readonly formerSecrets: FormerSecrets | null;
  /** Opens an https address of Microsoft's sign-in in the person's browser. */
  readonly openExternal: (url: string) => Promise<void>;
  readonly log: Log;
  /** Whether this process sends what waits in the outbox, and keeps tracking. A short command does not. */
  readonly runsOutbox: boolean;
  /** A practice tenant that already runs elsewhere; null starts one here when it is needed. */
  readonly practiceTenant: { readonly url: string; readonly token: string } | null;
  /** What this computer says of the network that its devices are to use. */
  readonly network: NetworkSettings;
  /** How many times faster than real the practice tenant's clock runs when it is started here; null keeps its own. */
  readonly practiceSpeed: number | null;
}

export interface NetworkSettings {
  /** A file with the lab's own list of hosts for preflight; null: those that ship. */
  readonly hostList: string | null;
  /** Names of settings that send programs of this computer through a proxy. */
  readonly proxyVariables: readonly string[];
}

export interface Clock {
  /** The time of day: to write down and to show. People set it, so it measures no duration. */
  readonly now: () => Date;
  /** Milliseconds since some moment before, on a clock that nobody can set: to measure durations in one process. */
  readonly monotonicMs: () => number;
  /** Resolves after the time, or at once when the signal aborts. */
  readonly wait: (milliseconds: number, signal: AbortSignal) => Promise<void>;
}

/** Gives each secret out once, and forgets it. */
export interface FormerSecrets {
  readonly take: (name: string) => Promise<string | null>;
}

/** Keeps secrets in the encrypted queue; `memory` means that nothing outlives the process. */
export interface SecretBox {
  readonly kind: 'queue' | 'memory';
  readonly read: (name: string) => Promise<string | null>;
  readonly write: (name: string, secret: string) => Promise<void>;
  readonly remove: (name: string) => Promise<void>;
}

/** Log events, not prose: `log.info('registration.refused', { deviceId, code })`. Never a hash, a token or a person's address. It never throws, whatever the disk says. */
export interface Log {
  readonly info: (event: string, facts?: Readonly<Record<string, unknown>>) => void;
  readonly warn: (event: string, facts?: Readonly<Record<string, unknown>>) => void;
  readonly error: (event: string, facts?: Readonly<Record<string, unknown>>) => void;
}
