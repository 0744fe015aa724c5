import type { Migration } from './migration.ts';

/**
 * What a job is about, why it waits and why devices cannot be followed become codes with parameters, as JSON; what an older
 * Reseal wrote as a sentence stays that sentence.
 */
export const codes: Migration = {
  version: 13,
  name: 'codes',
  up: `
    UPDATE job SET act = json_object('code', 'told', 'sentence', act),
      explanation = CASE WHEN explanation IS NOT NULL THEN json_object('code', 'told', 'sentence', explanation) END;
    ALTER TABLE job RENAME COLUMN explanation TO reason;
    UPDATE tracking SET problem = json_object('code', 'told', 'sentence', problem) WHERE problem IS NOT NULL;
  `,
};
