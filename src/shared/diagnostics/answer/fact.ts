import type { SourcedEvent } from '../evidence.ts';
import type { FoundValue } from '../registry/registryView.ts';

/** Something that an archive tells, and where it stands. */
export interface Fact<Value> {
  readonly value: Value;
  /** The file of the archive. */
  readonly file: string;
  /** Where in the file: a value of the registry, an event, a property; null where the file says nothing else. */
  readonly place: string | null;
}

/** A fact of a file; null where the file does not say it. */
export function fact<Value>(
  value: Value | null | undefined,
  file: string,
  place: string | null = null,
): Fact<Value> | null {
  return value === null || value === undefined ? null : { value, file, place };
}

/** The text of a value of the registry; null where there is none, or an empty one. */
export function textFact(found: FoundValue | null): Fact<string> | null {
  const text = found?.text?.trim() ?? '';
  return found === null || text === '' ? null : { value: text, file: found.file, place: found.place };
}

/** The number of a value of the registry. */
export function numberFact(found: FoundValue | null): Fact<number> | null {
  return found === null ? null : fact(found.number, found.file, found.place);
}

/** What an event says, by `event 509`. */
export function eventFact<Value>(event: SourcedEvent, value: Value): Fact<Value> {
  return { value, file: event.file, place: `event ${event.id}` };
}

/** When an event was written, UTC; null without an event, or without its time. */
export function momentOf(event: SourcedEvent | null): Fact<string> | null {
  return event === null || event.at === null ? null : eventFact(event, event.at);
}

/** The same fact with what follows from it. */
export function mapFact<Value, Other>(found: Fact<Value> | null, change: (value: Value) => Other): Fact<Other> | null {
  return found === null ? null : { ...found, value: change(found.value) };
}

/** A GUID or domain is compared in lower case. */
export const lower = (found: Fact<string> | null): Fact<string> | null =>
  mapFact(found, (value) => value.toLowerCase());
