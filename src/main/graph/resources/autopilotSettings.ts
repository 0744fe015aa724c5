import type { GraphClient } from '../graphClient.ts';

export interface AutopilotSettings {
  readonly lastSyncAt: string | null;
  readonly lastManualSyncAt: string | null;
  /** unknown, inProgress, completed, failed; or a word new to us. */
  readonly syncStatus: string | null;
}

/** What Intune said to the wish to synchronise. None of it is a failure. */
export type SyncStart =
  | { readonly state: 'started' }
  | { readonly state: 'alreadyRunning' }
  /** Less than ten minutes since the last one; `retryAfterMs` where Intune said how long. */
  | { readonly state: 'tooSoon'; readonly retryAfterMs: number | null };

/** Intune accepts one synchronisation in so many milliseconds (confirmed in microsoft-graph-docs#9691). */
export const SYNC_COOLDOWN_MS = 10 * 60_000;

export declare function readAutopilotSettings(client: GraphClient, signal: AbortSignal): Promise<AutopilotSettings>;
export declare function startAutopilotSync(client: GraphClient, signal: AbortSignal): Promise<SyncStart>;
