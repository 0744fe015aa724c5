import { actorsWords, affectedWords, knowledgePhaseWords } from '../../shared/knowledge/knowledgeWords.ts';
import type { Actor, KnowledgeEntry } from '../../shared/knowledge/entry.ts';
import { formatter } from './formatter.ts';

export const knowledgeText = {
  title: 'Help',
  search: 'Error code, event or words',
  hint: 'A code from the screen in any notation, the number of an event, or words such as “attestation” or “stuck”. Nothing is sent anywhere.',
  start: 'What does the screen say?',
  startSentence: (entries: number) =>
    `${formatter.number(entries)} symptoms with all their codes and events, each with where it is from. It works without a network.`,
  none: 'Nothing is known of that',
  noneSentence: 'Try fewer or other words, or the code that the screen shows.',
  loading: 'Opening the book…',
  failed: 'The knowledge could not be loaded. Load the page again.',
  found: (number: number) => formatter.count(number, 'answer', 'answers'),
  where: ({ scenarios, phase }: KnowledgeEntry) =>
    `${scenarios.map((one) => affectedWords[one]).join(', ')} · ${knowledgePhaseWords[phase]}`,
  tell: 'How to tell: ',
  who: (who: readonly Actor[]) => `Who: ${actorsWords(who)}.`,
  inReseal: (label: string) => `In Reseal: ${label}`,
  onCommandLine: (command: string) => `reseal ${command}`,
  disagree: 'Microsoft’s pages disagree',
  sources: 'Sources',
  copy: 'Copy address',
  copyNamed: (title: string) => `Copy the address of ${title}`,
  reviewed: (day: string) => `Last compared with its sources on ${formatter.wholeDay(new Date(`${day}T12:00:00`))}.`,
  causes: (name: string, causes: number) => `What ${name} can mean: ${formatter.count(causes, 'cause', 'causes')}`,
  more: 'Read all of it in Help',
} as const;
