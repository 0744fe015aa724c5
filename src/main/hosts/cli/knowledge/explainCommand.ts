import type { Command } from 'commander';
import { loadKnowledge } from '../../../../shared/knowledge/loadKnowledge.ts';
import {
  affectedWords,
  askedCodeWords,
  knowledgePhaseWords,
  matchedWords,
} from '../../../../shared/knowledge/knowledgeWords.ts';
import { globalOptionsOf } from '../input/globalOptions.ts';
import { exitStatus, type ExitStatus } from '../program/exitStatus.ts';
import { printing } from '../program/runCommand.ts';
import type { World } from '../program/world.ts';
import { explainDocument, type ExplainDocument } from './explainDocument.ts';

/** `explain`: what a code, an event or a symptom means. It opens no queue, so it works where there is none or it is locked. */
export function addExplainCommand(program: Command, world: World, finish: (status: ExitStatus) => void): void {
  program
    .command('explain')
    .description('say what an error code, an event or a symptom means, how to tell its causes apart, and who does what')
    .argument('<words...>', 'a code in any notation (“--” before a negative one), the number of an event, or words')
    .action(async (words: readonly string[], _options: unknown, command: Command) => {
      const answer = explainDocument(await loadKnowledge(), words.join(' '));
      await printing(world, globalOptionsOf(command)).print(answer, () => textOf(answer));
      const isAnswered = answer.found.length > 0 && answer.codes.every(({ isKnown }) => isKnown);
      finish(isAnswered ? exitStatus.done : exitStatus.attention);
    });
}

function textOf({ codes, found }: ExplainDocument): string {
  const head = codes.map(askedCodeWords);
  const nothing =
    found.length === 0 ? ['Nothing is known of that. Try other words, or the code that the screen shows.'] : [];
  return [...head, ...nothing, ...found.map(entryText)].join('\n\n');
}

function entryText(entry: ExplainDocument['found'][number]): string {
  return [
    entry.title,
    entry.meaning,
    ...entry.matched.map((matched) => `  ${matchedWords(matched)}`),
    `Where: ${entry.scenarios.map((name) => affectedWords[name]).join(', ')}; ${knowledgePhaseWords[entry.phase]}.`,
    ...entry.causes.flatMap(({ cause, tell, remedy, whoWords, command }, index) => [
      `${index + 1}. ${cause}`,
      `   How to tell: ${tell}`,
      ...remedy.map((step) => `   - ${step}`),
      `   Who: ${whoWords}.${command === null ? '' : ` In Reseal: reseal ${command}`}`,
    ]),
    ...entry.disagreement.map(({ says, title = '' }) => `Microsoft’s pages disagree: ${says} (${title})`),
    ...entry.sources.map(({ title, address }) => `Source: ${title}, ${address}`),
    `Last reviewed: ${entry.reviewed}`,
  ].join('\n');
}
