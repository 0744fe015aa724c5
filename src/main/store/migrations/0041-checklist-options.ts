import type { Migration } from './migration.ts';

/** What a person said of a checklist's device for its wording, such as its Windows, as JSON; what is not there follows from the device. */
export const checklistOptions: Migration = {
  version: 41,
  name: 'checklist options',
  up: `ALTER TABLE checklist ADD COLUMN options TEXT NOT NULL DEFAULT '{}';`,
};
