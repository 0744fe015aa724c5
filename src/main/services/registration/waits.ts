import { NORMAL_MINUTES } from '../../../shared/devices/wait.ts';
import { PROCESSING_PATIENCE_MINUTES } from '../../../shared/registration/processingPatience.ts';

const SECOND_MS = 1_000;
const MINUTE_MS = 60 * SECOND_MS;

/** Published tools look 20 to 30 seconds after an import, then every 30 (WindowsAutopilotIntune, realmjoin). */
export const FIRST_IMPORT_LOOK_MS = 30 * SECOND_MS;
export const IMPORT_LOOK_EVERY_MS = 30 * SECOND_MS;
/** After this time, an import that nobody could confirm is looked up before it is sent again. */
export const UNCONFIRMED_IMPORT_MS = 30 * SECOND_MS;
/**
 * Imports are done in one to fifteen minutes. After this time, a few that are stuck no longer keep the next batch
 * waiting.
 */
export const BLOCKS_NEXT_BATCH_MS = NORMAL_MINUTES.registration * MINUTE_MS;
/** After this time the job is given up; the device stays listed as being processed. */
export const PROCESSING_PATIENCE_MS = PROCESSING_PATIENCE_MINUTES * MINUTE_MS;
export const LISTING_PATIENCE_MS = 30 * MINUTE_MS;
/** “Storage error” and its like: later, and not for ever. */
export const TRY_LATER_MS = 5 * MINUTE_MS;
export const MOST_SUBMISSIONS = 3;
