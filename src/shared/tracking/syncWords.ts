import { z } from 'zod';
import { coded, type Catalogue } from '../words/catalogue.ts';
import { SYNC_COOLDOWN_MINUTES } from './syncCooldown.ts';
import { oneOf } from '../oneOf.ts';

/** What a job that asks Intune to synchronise is about. */
export const syncAct = oneOf('code', () => [coded('tracking.sync')]);

export const syncActWords: Catalogue<z.infer<typeof syncAct>, [devices: string]> = {
  'tracking.sync': () => 'Synchronise Intune with Windows Autopilot',
};

const ONCE = `Intune synchronises at most once in ${SYNC_COOLDOWN_MINUTES} minutes`;

/** Why such a job waits or has ended. */
export const syncReason = oneOf('code', () => [
  coded('tracking.syncNotNeeded'),
  coded('tracking.syncCoolingDown'),
  coded('tracking.syncRunningAlready'),
]);

export const syncReasonWords: Catalogue<z.infer<typeof syncReason>> = {
  'tracking.syncNotNeeded': () => 'It was not needed any more.',
  'tracking.syncCoolingDown': () => `${ONCE}; it is asked as soon as it may be.`,
  'tracking.syncRunningAlready': () => 'A synchronisation was running already.',
};

/** The answer to a request for a synchronisation: it is queued, or Intune may not be asked yet. */
export const syncAnswer = z.enum(['queued', 'coolingDown']);

export const syncAnswerWords: Readonly<Record<z.infer<typeof syncAnswer>, string>> = {
  queued: 'Intune is asked to synchronise.',
  coolingDown: `${ONCE}. Ask again when the time is over.`,
};
