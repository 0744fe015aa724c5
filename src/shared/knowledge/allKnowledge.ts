import pages from '../../../resources/knowledge/pages.json' with { type: 'json' };
import registration from '../../../resources/knowledge/registration.json' with { type: 'json' };
import technicianFlow from '../../../resources/knowledge/technician-flow.json' with { type: 'json' };
import { readEntries, sourcePages } from './entry.ts';
import type { Knowledge } from './knowledge.ts';

/** Loaded by `loadKnowledge` alone: no start of the program waits for it. */
export const allKnowledge: Knowledge = {
  entries: [registration, technicianFlow].flatMap((file) => readEntries(file)),
  pages: sourcePages.parse(pages),
};
