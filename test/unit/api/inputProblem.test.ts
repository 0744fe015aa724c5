import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { contract } from '../../rigs/wholeContract.ts';
import { inputField, type FieldWords } from '../../../src/shared/api/fieldWords.ts';
import { inputProblem, unworded, type InputProblem } from '../../../src/shared/api/inputProblem.ts';
import type { AnyProcedure } from '../../../src/shared/api/procedure.ts';
import { brokenInputs, goodInput } from './inputSamples.ts';

const procedures: readonly (readonly [string, AnyProcedure])[] = Object.entries(contract);

/** Words of the checking library, and of programs. */
const RAW = /too (?:small|big)|expected|received|invalid|undefined|object|string|[<>]|\bNaN\b/i;
const FIELD_OF_A_PROGRAM = /\b[a-z]+[A-Z]/;

function problemsOf(schema: z.ZodType, input: unknown, fieldOf = inputField): readonly InputProblem[] {
  const { error } = schema.safeParse(input, unworded);
  return error?.issues.map((issue) => inputProblem(issue, fieldOf)) ?? [];
}

describe.each(procedures)('an input of %s', (_, procedure) => {
  test('that is good is taken', () => {
    expect(problemsOf(procedure.input, goodInput(procedure))).toEqual([]);
  });

  test('that is broken anywhere is refused with the field, and with what to do', () => {
    for (const { what, path, input } of brokenInputs(procedure)) {
      const problems = problemsOf(procedure.input, input);
      const [problem] = problems;
      expect({ what, path, problems }).toEqual({ what, path, problems: [expect.anything()] });
      expect(problem?.message.toLowerCase()).toContain(inputField(path).name.toLowerCase());
      expect(problem?.message).toMatch(/^[A-Z].*\.$/);
      expect(problem?.message).not.toMatch(FIELD_OF_A_PROGRAM);
      expect(problem?.remedy).toMatch(/^[A-Z].*\.$/);
      expect(`${problem?.message} ${problem?.remedy}`).not.toMatch(RAW);
    }
  });

  test('that is anything at all is never answered in the words of a program, nor with what stood in it', () => {
    const fields = Object.keys(z.record(z.string(), z.unknown()).parse(goodInput(procedure)));
    const values = fc.oneof(fc.anything(), fc.constant('a-secret'), fc.constant(['a-secret']), fc.constant({ a: 1 }));
    const inputs = fields.length === 0 ? fc.anything() : fc.dictionary(fc.constantFrom(...fields), values);
    fc.assert(
      fc.property(inputs, (input) => {
        for (const { message, remedy = '' } of problemsOf(procedure.input, input)) {
          expect(`${message} ${remedy}`).not.toMatch(RAW);
          expect(`${message} ${remedy}`).not.toContain('a-secret');
        }
      }),
    );
  });
});

test.each<[string, z.ZodType, unknown, string]>([
  ['text that is empty', z.string().min(3), '', 'The note is empty. Enter it.'],
  ['text that is short', z.string().min(3), 'x', 'The note has 1 character; at least 3 are needed. Make it longer.'],
  ['text that is long', z.string().max(1), 'xy', 'The note has 2 characters; at most 1 is allowed. Make it shorter.'],
  [
    'a character in two halves, which is one',
    z.string().max(1),
    '🙂x',
    'The note has 2 characters; at most 1 is allowed. Make it shorter.',
  ],
  [
    'text of one length',
    z.string().length(2),
    'xyz',
    'The note has 3 characters; exactly 2 are needed. Make it shorter.',
  ],
  ['a number that is small', z.number().min(3), 2, 'The note must be at least 3. Enter a larger number.'],
  ['a number that must be above', z.number().positive(), 0, 'The note must be more than 0. Enter a larger number.'],
  ['a number that is large', z.number().max(3000), 4000, 'The note must be at most 3,000. Enter a smaller number.'],
  ['a number that must be below', z.number().lt(3), 3, 'The note must be less than 3. Enter a smaller number.'],
  ['a fraction', z.number().int(), 1.5, 'The note must be a whole number. Correct it.'],
  ['no multiple', z.number().multipleOf(5), 4, 'The note must be a multiple of 5. Correct it.'],
  ['a list that is empty', z.array(z.string()).min(1), [], 'The note is empty. Choose at least one.'],
  [
    'a list that is short',
    z.array(z.string()).min(2),
    ['x'],
    'The note has 1 entry; at least 2 are needed. Choose more.',
  ],
  [
    'a list that is long',
    z.array(z.string()).max(1),
    ['x', 'y'],
    'The note has 2 entries; at most 1 is allowed. Choose fewer.',
  ],
  ['another format', z.string().regex(/^a$/), 'b', 'The note is not written as it must be. Correct it.'],
  ['no web address', z.url(), 'b', 'The note must be a web address, such as https://example.com. Correct it.'],
  ['no time', z.iso.datetime(), 'b', 'The note must be a date and a time, such as 2026-11-23T14:05:00Z. Correct it.'],
  ['no date', z.iso.date(), 'b', 'The note must be a date, such as 2026-11-23. Correct it.'],
  ['no text', z.string(), 5, 'The note must be text. Correct it.'],
  ['what was left out', z.string(), undefined, 'The note is missing. Enter it.'],
  ['a choice that was left out', z.enum(['a', 'b']), undefined, 'The note is missing. Choose one of: a, b.'],
  ['another choice', z.enum(['a', 'b']), 'c', 'The note is not one that Reseal knows. Choose one of: a, b.'],
  [
    'another choice of two lists',
    z.union([z.enum(['a']), z.enum(['b'])]),
    'c',
    'The note is not one that Reseal knows. Choose one of: a, b.',
  ],
  [
    'a key too many',
    z.strictObject({}),
    { a: 1, b: 2 },
    'The note holds what is not known here: “a”, “b”. Leave it out.',
  ],
  [
    'something for which nobody found words',
    z.string().refine(() => false),
    'x',
    'The note is not written as it must be. Correct it.',
  ],
  [
    'something that our own rule words',
    z.string().refine(() => false, 'A tag has no comma.'),
    'a,b',
    'A tag has no comma.',
  ],
])('a person reads of %s', (_, schema, input, sentence) => {
  const [problem] = problemsOf(z.object({ note: schema }), { note: input });
  expect([problem?.message, problem?.remedy].join(' ').trim()).toBe(sentence);
});

describe('where something can be written in several ways', () => {
  const choice = z.union([z.object({ ids: z.array(z.string()).min(1) }), z.object({ batchId: z.string() })]);

  test('the one that was meant is told', () => {
    expect(problemsOf(choice, { ids: [] })).toMatchObject([{ path: ['ids'], message: 'The selection is empty.' }]);
  });

  test('all are named where none was meant', () => {
    expect(problemsOf(choice, {})).toEqual([
      {
        path: [],
        message: 'One of these is missing: the selection, the ID of the batch.',
        remedy: 'Give one of them.',
      },
    ]);
  });

  test('their kinds are named where another is asked for', () => {
    const kinds = z.discriminatedUnion('state', [
      z.object({ state: z.literal('on') }),
      z.object({ state: z.literal('off') }),
    ]);
    expect(problemsOf(kinds, { state: 'half' })).toMatchObject([{ remedy: 'Choose one of: on, off.' }]);
  });
});

test('a length of time is told in hours, and an entry of a list by its place', () => {
  expect(problemsOf(contract['bench.record'].input, { ...benchInput, elapsedMs: 90_000_000 })).toMatchObject([
    { message: 'The elapsed time must be at most 24 hours.' },
  ]);
  expect(problemsOf(contract['settings.write'].input, { benches: ['One', ' '] })).toMatchObject([
    { path: ['benches', 1], message: 'Entry 2 of the list of benches is empty.' },
  ]);
});

test('what another catalogue names is named so', () => {
  const inFile = (): FieldWords => ({ name: '“faults[0].count”', isEntered: true });
  expect(problemsOf(z.number().min(1), 0, inFile)).toMatchObject([
    { message: '“faults[0].count” must be at least 1.' },
  ]);
});

const benchInput = { deviceId: '6d8d8a5e-0000-4000-8000-000000000001', step: 'success' };
