import known from '../../../resources/knowledge/pages.json' with { type: 'json' };
import own from '../../../resources/preflight/pages.json' with { type: 'json' };
import { sourcePages, type SourcePages } from '../knowledge/entry.ts';

/** The pages that preflight cites: those of the knowledge, and its own. */
export const citedPages: SourcePages = sourcePages.parse({ ...known, ...own });
