/** Dell's service tags are the shortest serial numbers that are scanned; what is shorter, or of few characters, may well repeat itself. */
const SHORTEST = 7;
const FEWEST_CHARACTERS = 3;

/** The code that a trigger held too long sent two, three or four times in one burst; null where the text is no repetition. */
export function onceOf(text: string): string | null {
  for (const times of [2, 3, 4]) {
    for (const between of ['', ' ']) {
      const unit = text.slice(0, (text.length - between.length * (times - 1)) / times);
      const isLikely = unit.length >= SHORTEST && new Set(unit).size >= FEWEST_CHARACTERS;
      if (isLikely && Array.from({ length: times }, () => unit).join(between) === text) return unit;
    }
  }
  return null;
}
