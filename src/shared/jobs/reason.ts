import type { z } from 'zod';
import { assignmentReason, assignmentReasonWords } from '../assignment/assignmentWords.ts';
import { identifierReason, identifierReasonWords } from '../identifiers/identifierWords.ts';
import { registrationReason, registrationReasonWords } from '../registration/registrationWords.ts';
import { removalReason, removalReasonWords } from '../removal/removalWords.ts';
import { syncReason, syncReasonWords } from '../tracking/syncWords.ts';
import { coded, wordsOf, type Catalogue } from '../words/catalogue.ts';
import { jobReason, jobReasonWords } from './jobWords.ts';
import { oneOf } from '../oneOf.ts';

const ownReason = oneOf('code', () => [
  jobReason,
  registrationReason,
  removalReason,
  assignmentReason,
  identifierReason,
  syncReason,
]);

/** Why a job waits, was given up or has ended. A new code is one line in its capability's words, and one there that words it. */
export const reason = oneOf('code', () => [
  ownReason,
  /** It had failed, and somebody has asked for the same anew since. */
  coded('jobs.replacedAfter', { before: ownReason }),
]);
export type Reason = z.infer<typeof reason>;

const words: Catalogue<Reason> = {
  ...jobReasonWords,
  ...registrationReasonWords,
  ...removalReasonWords,
  ...assignmentReasonWords,
  ...identifierReasonWords,
  ...syncReasonWords,
  'jobs.replacedAfter': ({ before }) => `${reasonWords(before)} ${reasonWords({ code: 'jobs.replaced' })}`,
};

/** A reason as one or two sentences for a person. */
export const reasonWords = (why: Reason): string => wordsOf(words, why.code, why);
