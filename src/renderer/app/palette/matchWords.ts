/** From where to where a text matches: pairs of positions, in order, that do not overlap. */
export type Ranges = readonly (readonly [from: number, to: number])[];

/** What a person typed, as the parts that all have to be found, in any order. */
export function partsOf(query: string): readonly string[] {
  return fold(query)
    .split(/\s+/)
    .filter((part) => part !== '');
}

/** Whether every part stands somewhere in one of the texts. Case and accents do not matter. */
export function matches(parts: readonly string[], texts: readonly string[]): boolean {
  const folded = texts.map(fold);
  return parts.every((part) => folded.some((text) => text.includes(part)));
}

/** Whether every part begins a word of the text: the better match. */
export function beginsWords(parts: readonly string[], text: string): boolean {
  const folded = fold(text);
  return parts.every((part) => wordStart(folded, part));
}

/** Where the parts stand in a text, to be shown. */
export function rangesOf(parts: readonly string[], text: string): Ranges {
  const folded = fold(text);
  const found = parts
    .flatMap((part) => {
      const from = folded.indexOf(part);
      return from === -1 ? [] : [[from, from + part.length] as const];
    })
    .toSorted(([one], [other]) => one - other);
  return found.reduce<(readonly [number, number])[]>((merged, [from, to]) => {
    const last = merged.at(-1);
    if (last === undefined || from > last[1]) return [...merged, [from, to]];
    return [...merged.slice(0, -1), [last[0], Math.max(last[1], to)]];
  }, []);
}

function wordStart(folded: string, part: string): boolean {
  for (let at = folded.indexOf(part); at !== -1; at = folded.indexOf(part, at + 1)) {
    if (at === 0 || !/[\p{L}\p{N}]/u.test(folded.charAt(at - 1))) return true;
  }
  return false;
}

/** In lower case and without accents, of the same length, so that positions stay true. */
function fold(text: string): string {
  return Array.from({ length: text.length }, (_, at) => foldUnit(text.charAt(at))).join('');
}

function foldUnit(unit: string): string {
  return unit.normalize('NFD').charAt(0).toLowerCase().charAt(0);
}
