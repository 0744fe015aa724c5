import { z } from 'zod';

/** The name of a shelf or port, as the lab writes it. Short: it is read from two metres. */
export const shelfName = z
  .string()
  .trim()
  .min(1)
  .max(20)
  // What cannot be seen cannot be read from a label either.
  .regex(/^[^\p{C}]*$/u);

const foldedName = (name: string): string => name.toLowerCase();

/** The lab's own spelling of a name, whatever its letters' case; null where the lab has no such shelf. */
export function knownShelf(name: string, shelves: readonly string[]): string | null {
  return shelves.find((shelf) => foldedName(shelf) === foldedName(name)) ?? null;
}

/** The list with more names, each once, in the order of a person: 2 before 10. */
export function withShelves(shelves: readonly string[], added: readonly string[]): string[] {
  const fresh = added.filter((name, place) => knownShelf(name, [...shelves, ...added.slice(0, place)]) === null);
  return [...shelves, ...fresh].toSorted((one, other) => one.localeCompare(other, 'en', { numeric: true }));
}
