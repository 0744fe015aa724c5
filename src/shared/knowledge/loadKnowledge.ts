import type { Knowledge } from './entry.ts';

/** Loads the knowledge; it is read when somebody first asks, and then kept. */
export async function loadKnowledge(): Promise<Knowledge> {
  const { allKnowledge } = await import('./allKnowledge.ts');
  return allKnowledge;
}
