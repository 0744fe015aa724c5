import { foldForSearch } from '../devices/searchText.ts';
import type { EventLog, KnowledgeEntry, Knowledge } from './entry.ts';
import { errorCodesIn, numbersOf, withoutErrorCodes } from './errorCodeIn.ts';
import { facilitySentence } from './facility.ts';

/** An error code that was asked for. */
export interface AskedCode {
  /** Lower case with 0x. */
  readonly code: string;
  readonly signed: number;
  readonly unsigned: number;
  readonly isKnown: boolean;
  /** What part of Windows it comes from, where that can be told from the code alone. */
  readonly facility: string | null;
}

/** What a symptom that was asked for says in an entry: `event 171 of the Autopilot log`. */
export type MatchedSymptom =
  | { readonly kind: 'code' | 'number' | 'value' | 'words'; readonly name: string; readonly says: string }
  | { readonly kind: 'event'; readonly name: string; readonly log: EventLog; readonly says: string };

export interface FoundEntry {
  readonly entry: KnowledgeEntry;
  /** The symptoms that were asked for by name; none where it was found by the words of its text. */
  readonly matched: readonly MatchedSymptom[];
}

export interface KnowledgeAnswer {
  readonly codes: readonly AskedCode[];
  /** Best first. */
  readonly found: readonly FoundEntry[];
}

/** What is found by words alone is a proposal: more of them help nobody. */
const MOST_BY_WORDS = 12;
/** A number by itself, and a word before it by which it is that of an event, of an import error or of an installer's result. */
const NUMBER =
  /(?:\b(events?|ids?|codes?|errors?|exit|http|status|result|number)[\s:#=]*)?(?<![\p{L}\p{N}_.-])(\d{2,5})(?![\p{L}\p{N}_-]|\.\d)/giu;
const WORD = /[\p{L}\p{N}]+/gu;
/** They stand in every sentence about an error, and tell no entry from another. */
const EMPTY_WORDS = new Set(
  'a an and are at but by can code codes does event events error errors exit fails failed for from has hresult http i id ids in is it message my number of on or result says screen shows status that the this to was what when why with'.split(
    ' ',
  ),
);

/** How much a word weighs by where it stands. */
const WEIGHTS = { title: 8, words: 6, meaning: 3, causes: 2, remedies: 1 } as const;

/**
 * What is known of what somebody typed: error codes in any notation, alone or in a sentence; numbers of events, of imports and of
 * installers; names of values; else words, by their beginnings, in any case. A code that nothing is known of is unknown: what is then
 * found by the other words is no answer to it.
 */
export function findKnowledge({ entries }: Knowledge, asked: string): KnowledgeAnswer {
  const codes = errorCodesIn(asked);
  const rest = withoutErrorCodes(asked);
  const named = entries.flatMap((entry) => {
    const matched = symptomsIn(entry, codes, rest);
    return matched.length === 0 ? [] : [{ entry, matched }];
  });
  return {
    codes: codes.map((code) => ({
      code,
      ...numbersOf(code),
      isKnown: entries.some((entry) => entry.codes[code] !== undefined),
      facility: facilitySentence(code),
    })),
    found: named.length > 0 ? named.toSorted((one, other) => rankOf(other) - rankOf(one)) : foundByWords(entries, rest),
  };
}

function symptomsIn(entry: KnowledgeEntry, codes: readonly string[], rest: string): MatchedSymptom[] {
  const numbers = numbersNamedIn(rest);
  const tokens = new Set([...foldForSearch(rest).matchAll(/[\p{L}\p{N}_=-]+/gu)].map(([token]) => token));
  const isNamed = (name: string) => tokens.has(foldForSearch(name));
  return [
    ...codes.flatMap((code) => matchIn('code', code, entry.codes[code])),
    ...[...numbers].flatMap((number) => matchIn('number', number, entry.numbers[number])),
    ...Object.entries(entry.values).flatMap(([name, says]) =>
      isNamed(name) || isNamed(name.split('=')[0] ?? name) ? matchIn('value', name, says) : [],
    ),
    ...entry.words.flatMap((name) => (isOneName(name) && isNamed(name) ? matchIn('words', name, '') : [])),
    ...eventsIn(entry, numbers),
  ];
}

/** `171`, `event 171`, `exit code 1618`, and not the 100 of `stuck at 100 %`. */
function numbersNamedIn(rest: string): ReadonlySet<string> {
  const hasWords = wordsIn(rest).some((word) => !EMPTY_WORDS.has(word) && !/^\d+$/.test(word));
  return new Set(
    [...rest.matchAll(NUMBER)].flatMap(([, before, number]) =>
      number === undefined || (hasWords && before === undefined) ? [] : [number],
    ),
  );
}

function matchIn(
  kind: 'code' | 'number' | 'value' | 'words',
  name: string,
  says: string | undefined,
): MatchedSymptom[] {
  return says === undefined ? [] : [{ kind, name, says }];
}

function eventsIn({ events }: KnowledgeEntry, numbers: ReadonlySet<string>): MatchedSymptom[] {
  return EVENT_LOGS.flatMap((log) =>
    Object.entries(events[log] ?? {}).flatMap(([name, says]) =>
      numbers.has(name) ? [{ kind: 'event', name, log, says }] : [],
    ),
  );
}
const EVENT_LOGS = ['autopilot', 'management', 'deviceRegistration', 'mdm', 'shell', 'connector'] as const;

/** `ZtdDeviceDuplicated`, `defaultuserX`: a name of Microsoft's, and no word that sentences have. */
const isOneName = (name: string): boolean => /^[A-Za-z][a-z]*[A-Z_]\w*$/.test(name);

/** What has more of what was asked for comes first, a code before all; and what is about this symptom alone before a list of many. */
function rankOf({ entry, matched }: FoundEntry): number {
  const symptoms = Object.keys(entry.codes).length + Object.keys(entry.numbers).length;
  return matched.length * 2 + (matched.some(({ kind }) => kind === 'code') ? 10 : 0) + 1 / (1 + symptoms);
}

function foundByWords(entries: readonly KnowledgeEntry[], rest: string): FoundEntry[] {
  const wanted = [...new Set(wordsIn(rest))].filter((word) => !EMPTY_WORDS.has(word));
  if (wanted.length === 0) return [];
  return entries
    .map((entry) => ({ entry, score: scoreOf(entry, wanted) }))
    .filter(({ score }) => score > 0)
    .toSorted((one, other) => other.score - one.score)
    .slice(0, MOST_BY_WORDS)
    .map(({ entry }) => ({ entry, matched: [] }));
}

/** Zero where a word stands nowhere in the entry. */
function scoreOf(entry: KnowledgeEntry, wanted: readonly string[]): number {
  const places = Object.entries(textsOf(entry)).map(([place, text]) => ({ place, words: wordsIn(text) }));
  let score = 0;
  for (const word of wanted) {
    const best = Math.max(
      ...places.map(({ place, words }) => {
        const fits = words.filter((one) => one.startsWith(word));
        // The whole word counts more than its beginning.
        return fits.length === 0 ? 0 : WEIGHTS[placeOf(place)] * (fits.includes(word) ? 2 : 1);
      }),
    );
    if (best === 0) return 0;
    score += best;
  }
  return score;
}

type Place = keyof typeof WEIGHTS;
const placeOf = (name: string): Place => (isPlace(name) ? name : 'remedies');
const isPlace = (name: string): name is Place => name in WEIGHTS;

const textsOf = (entry: KnowledgeEntry): Readonly<Record<Place, string>> => ({
  title: entry.title,
  words: [
    ...entry.words,
    ...Object.entries(entry.values).flat(),
    ...Object.values(entry.codes),
    ...Object.values(entry.numbers),
    ...EVENT_LOGS.flatMap((log) => Object.values(entry.events[log] ?? {})),
  ].join(' '),
  meaning: entry.meaning,
  causes: entry.causes.map(({ cause, tell }) => `${cause} ${tell}`).join(' '),
  remedies: entry.causes.flatMap(({ remedy }) => remedy).join(' '),
});

const wordsIn = (text: string): string[] => [...foldForSearch(text).matchAll(WORD)].map(([word]) => word);
