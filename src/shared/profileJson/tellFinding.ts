import { fileWords } from './fileWords.ts';
import type { FindingLevel, ProfileJsonFinding, ProfileJsonSaid } from './profileJsonFinding.ts';
import type { SaidByCode, Telling, Tellings } from './telling.ts';
import { tenantWords } from './tenantWords.ts';
import { valueWords } from './valueWords.ts';

const words: Tellings<ProfileJsonSaid['code']> = { ...fileWords, ...valueWords, ...tenantWords };

/** What is so, what goes wrong by it, what to do, how grave it is, and where that is known from. */
export const tellFinding = ({ said, property }: ProfileJsonFinding): Telling => tell(said.code, said, property ?? '');

function tell<Code extends ProfileJsonSaid['code']>(code: Code, said: SaidByCode[Code], property: string): Telling {
  return words[code](said, property);
}

const ORDER: readonly FindingLevel[] = ['stops', 'warns', 'note'];

/** The gravest first; of one level as they stand in the file. */
export function byLevel(findings: readonly ProfileJsonFinding[]): readonly ProfileJsonFinding[] {
  const rank = (finding: ProfileJsonFinding) => ORDER.indexOf(tellFinding(finding).level);
  return [...findings].sort((left, right) => rank(left) - rank(right) || (left.line ?? 0) - (right.line ?? 0));
}

/** The gravest level of all; null where nothing was found. */
export function gravestOf(findings: readonly ProfileJsonFinding[]): FindingLevel | null {
  const levels = new Set(findings.map((finding) => tellFinding(finding).level));
  return ORDER.find((level) => levels.has(level)) ?? null;
}

/** `line 7, ZtdCorrelationId`; empty where it is about the file as a whole. */
export const placeWords = ({ line, property }: ProfileJsonFinding): string =>
  [...(line === null ? [] : [`line ${line}`]), ...(property === null ? [] : [property])].join(', ');
