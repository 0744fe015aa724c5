import { describe, expect, it } from 'vitest';
import { factList, table } from '../../../../src/main/hosts/cli/output/table.ts';

describe('a table', () => {
  it('lines its columns up, and does not pad the last one', () => {
    expect(
      table(
        ['serial number', 'model'],
        [
          ['A1', 'Latitude 5530'],
          ['5CG1234567', null],
        ],
      ),
    ).toBe(['serial number  model', 'A1             Latitude 5530', '5CG1234567     –'].join('\n'));
  });

  it('counts what a person sees, not bytes', () => {
    expect(
      table(
        ['model', 'x'],
        [
          ['Müller', 1],
          ['Mu\u0308ller', 2],
        ],
      ),
    ).toBe(['model   x', 'Müller  1', 'Mu\u0308ller  2'].join('\n'));
  });

  it('keeps every cell on its line, whatever a file has put in it', () => {
    const [, row] = table(['model', 'tag'], [['two\nlines\u001b[2J', 'a\u202eb']]).split('\n');
    expect(row).toBe('two·lines·[2J  a·b');
  });
});

it('a list of facts lines its values up', () => {
  expect(
    factList([
      ['state', 'valid'],
      ['characters', 4000],
      ['bus', null],
    ]),
  ).toBe(['state       valid', 'characters  4000', 'bus         –'].join('\n'));
});
