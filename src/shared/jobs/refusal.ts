import type { z } from 'zod';
import { assignmentRefusal, assignmentRefusalWords } from '../assignment/assignmentWords.ts';
import { identifierRefusal, identifierRefusalWords } from '../identifiers/identifierWords.ts';
import { registrationRefusal, registrationRefusalWords } from '../registration/registrationWords.ts';
import { heldBackCatalogue, heldBackReason } from '../removal/heldBackWords.ts';
import { wordsOf, type Catalogue } from '../words/catalogue.ts';
import { oneOf } from '../oneOf.ts';

/** Why a change is not even queued. */
export const refusal = oneOf('code', () => [registrationRefusal, assignmentRefusal, identifierRefusal, heldBackReason]);
export type Refusal = z.infer<typeof refusal>;

const words: Catalogue<Refusal> = {
  ...registrationRefusalWords,
  ...assignmentRefusalWords,
  ...identifierRefusalWords,
  ...heldBackCatalogue,
};

/** A refusal as one or two sentences for a person. */
export const refusalWords = (why: Refusal): string => wordsOf(words, why.code, why);
