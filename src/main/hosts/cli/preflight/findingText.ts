import { actorsWords } from '../../../../shared/knowledge/knowledgeWords.ts';
import type { JudgedFinding } from '../../../../shared/preflight/preflightFinding.ts';
import { concernedWords, levelWords, sayFound, sayWithout } from '../../../../shared/preflight/sayFinding.ts';

/** A finding as `--json` prints it: the words beside its facts. */
export const findingDocument = ({ finding, level, scenarios, who, sources }: JudgedFinding) => ({
  ...finding,
  level,
  sentence: sayFound(finding),
  without: sayWithout(finding),
  scenarios,
  who,
  sources,
});

/** A finding for a person: what, what fails without it, who can mend it, and who says so. */
export const findingText = ({ finding, level, scenarios, who, sources }: JudgedFinding): string =>
  [
    `${levelWords[level]}: ${sayFound(finding)}`,
    `   ${sayWithout(finding)}`,
    `   Concerns: ${concernedWords(scenarios)}.${who.length === 0 ? '' : ` Who can mend it: ${actorsWords(who)}.`}`,
    ...sources.map(({ title, address }) => `   Source: ${title}, ${address}`),
  ].join('\n');
