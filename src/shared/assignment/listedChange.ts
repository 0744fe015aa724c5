import { z } from 'zod';
import { issue } from '../intake/issue.ts';
import { delimiter, encodingName } from '../intake/vocabulary.ts';
import { heldField } from './heldValue.ts';

/** What a list does to the device of a line, in the order in which the lines are shown. */
export const listEffect = z.enum([
  /** Somebody else's value stands there; it stays unless a person overwrites it. */
  'spared',
  'notPossible',
  /** Only what is empty gets a value. */
  'add',
  /** What was entered here before is replaced. */
  'change',
  'same',
  'notInQueue',
]);
export type ListEffect = z.infer<typeof listEffect>;

/** A property that a line says something about: what stands there, and what the list wants. */
export const listedValue = z.object({
  field: heldField,
  before: z.string().nullable(),
  after: z.string(),
  /** Whether `before` came from somebody else. */
  isOthers: z.boolean(),
});
export type ListedValue = z.infer<typeof listedValue>;

export const listedLine = z.object({
  /** 1-based line of the list. */
  line: z.number().int(),
  /** As the list names the device; empty where it does not. */
  serialNumber: z.string(),
  deviceId: z.string().nullable(),
  effect: listEffect,
  values: z.array(listedValue),
  /** Why, by field. */
  issues: z.array(issue),
});
export type ListedLine = z.infer<typeof listedLine>;

export const listCounts = z.object({
  spared: z.number().int(),
  notPossible: z.number().int(),
  add: z.number().int(),
  change: z.number().int(),
  same: z.number().int(),
  notInQueue: z.number().int(),
});
export type ListCounts = z.infer<typeof listCounts>;

/** What a list would change. The counts add up to its lines. */
export const listDifference = z.object({
  encoding: encodingName,
  delimiter: delimiter.nullable(),
  /** The properties that it has a column for. */
  fields: z.array(heldField),
  counts: listCounts,
  lines: z.array(listedLine),
  issues: z.array(issue),
});
export type ListDifference = z.infer<typeof listDifference>;

/** Lines by what happens to them. */
export function countsOf(lines: readonly Pick<ListedLine, 'effect'>[]): ListCounts {
  const of = (effect: ListEffect): number => lines.filter((line) => line.effect === effect).length;
  return {
    spared: of('spared'),
    notPossible: of('notPossible'),
    add: of('add'),
    change: of('change'),
    same: of('same'),
    notInQueue: of('notInQueue'),
  };
}
