import type { KnowledgeEntry, SourcePages } from './entry.ts';

/** Everything that is known of what goes wrong, and the pages that it is from. */
export interface Knowledge {
  readonly entries: readonly KnowledgeEntry[];
  readonly pages: SourcePages;
}

/** Loads the knowledge; it is read when somebody first asks, and then kept. */
export async function loadKnowledge(): Promise<Knowledge> {
  const { allKnowledge } = await import('./allKnowledge.ts');
  return allKnowledge;
}
