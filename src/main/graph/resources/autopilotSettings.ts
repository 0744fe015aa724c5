import { z } from 'zod';
import { parseAnswer } from '../graphCall.ts';
import type { GraphClient } from '../graphClient.ts';
import { versions } from '../versions.ts';
import { optionalInstant, optionalText } from './wire.ts';

export interface AutopilotSettings {
  readonly lastSyncAt: string | null;
  readonly lastManualSyncAt: string | null;
  /** unknown, inProgress, completed, failed; or a word new to us. */
  readonly syncStatus: string | null;
  /** What Microsoft's clock showed when it said so; null where it did not tell. */
  readonly serverTime: Date | null;
}

/** Intune's answer when it is asked to synchronise. None of these answers is a failure. */
export type SyncStart =
  | { readonly state: 'started' }
  | { readonly state: 'alreadyRunning' }
  /** Less than ten minutes since the last one; `retryAfterMs` where Intune said how long. */
  | { readonly state: 'tooSoon'; readonly retryAfterMs: number | null };

const BASE = '/deviceManagement/windowsAutopilotSettings';
const CONFLICT = 409;
const TOO_MANY_REQUESTS = 429;

const settings = z
  .object({
    lastSyncDateTime: optionalInstant,
    lastManualSyncTriggerDateTime: optionalInstant,
    syncStatus: optionalText,
  })
  .transform((wire): Omit<AutopilotSettings, 'serverTime'> => ({
    lastSyncAt: wire.lastSyncDateTime,
    lastManualSyncAt: wire.lastManualSyncTriggerDateTime,
    syncStatus: wire.syncStatus,
  }));

/** When the tenant last synchronised with Windows Autopilot, and whether it does now. */
export async function readAutopilotSettings(client: GraphClient, signal: AbortSignal): Promise<AutopilotSettings> {
  const scope = 'DeviceManagementServiceConfig.Read.All';
  const answer = await client.send({ version: versions.autopilotSettings, method: 'GET', path: BASE, scope }, signal);
  return { ...parseAnswer(settings, answer), serverTime: answer.serverTime };
}

/** Asks Intune to synchronise. Look at `readAutopilotSettings` first: asking too early only costs a request. */
export async function startAutopilotSync(client: GraphClient, signal: AbortSignal): Promise<SyncStart> {
  const answer = await client.send(
    {
      version: versions.autopilotSettings,
      method: 'POST',
      path: `${BASE}/sync`,
      scope: 'DeviceManagementServiceConfig.ReadWrite.All',
      body: {},
      acceptedStatuses: [CONFLICT, TOO_MANY_REQUESTS],
    },
    signal,
  );
  if (answer.status === CONFLICT) return { state: 'alreadyRunning' };
  if (answer.status === TOO_MANY_REQUESTS) return { state: 'tooSoon', retryAfterMs: answer.retryAfterMs };
  return { state: 'started' };
}
