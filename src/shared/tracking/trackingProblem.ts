import { z } from 'zod';
import { told } from '../jobs/jobWords.ts';
import { coded, wordsOf, type Catalogue } from '../words/catalogue.ts';
import { oneOf } from '../oneOf.ts';

/** Why the devices of a tenant could not be read. */
export const trackingProblem = oneOf('code', () => [
  told,
  /** Microsoft's own words, or those about the call that failed. */
  coded('tracking.microsoftSays', { message: z.string() }),
  coded('tracking.noAnswer'),
  coded('tracking.broken'),
]);
export type TrackingProblem = z.infer<typeof trackingProblem>;

const words: Catalogue<TrackingProblem> = {
  told: ({ sentence }) => sentence,
  'tracking.microsoftSays': ({ message }) => message,
  'tracking.noAnswer': () => 'Microsoft did not answer; it is asked again.',
  'tracking.broken': () => 'Something went wrong inside Reseal; the log file says what.',
};

/** What went wrong, as a sentence. */
export const trackingProblemWords = (problem: TrackingProblem): string => wordsOf(words, problem.code, problem);
