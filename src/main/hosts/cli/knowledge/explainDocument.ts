import { findKnowledge, type FoundEntry } from '../../../../shared/knowledge/findKnowledge.ts';
import type { Knowledge } from '../../../../shared/knowledge/entry.ts';
import { actorsWords, sourcesOf } from '../../../../shared/knowledge/knowledgeWords.ts';

/** What `explain --json` prints: codes for programs, with the words beside them. */
export function explainDocument(knowledge: Knowledge, asked: string) {
  const { codes, found } = findKnowledge(knowledge, asked);
  return { asked, codes, found: found.map((one) => foundDocument(knowledge, one)) };
}
export type ExplainDocument = ReturnType<typeof explainDocument>;

function foundDocument(knowledge: Knowledge, { entry, matched }: FoundEntry) {
  const { id, title, meaning, scenarios, phase, causes, disagreement = [], reviewed } = entry;
  const { codes, numbers, events, values, words } = entry;
  return {
    id,
    title,
    meaning,
    matched,
    symptom: { codes, numbers, events, values, words },
    scenarios,
    phase,
    causes: causes.map(({ act = null, command = null, ...cause }) => ({
      ...cause,
      whoWords: actorsWords(cause.who),
      act,
      command,
    })),
    disagreement: disagreement.map(({ says, source }) => ({ says, ...sourcesOf(knowledge, { sources: [source] })[0] })),
    sources: sourcesOf(knowledge, entry),
    reviewed,
  };
}
