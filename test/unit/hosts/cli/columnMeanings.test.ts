import { InvalidArgumentError } from 'commander';
import { expect, test } from 'vitest';
import { readColumnMeaning } from '../../../../src/main/hosts/cli/intake/columnMeanings.ts';

test('what a column holds is written as its name and a field, and more of them are added up', () => {
  const first = readColumnMeaning('Room = groupTag');
  expect(readColumnMeaning('a=b=deviceName', first)).toEqual([
    { name: 'Room', field: 'groupTag' },
    { name: 'a=b', field: 'deviceName' },
  ]);
});

test.each(['Room', '=groupTag', 'Room=', 'Room=room', ''])('%j is refused with the fields that there are', (text) => {
  expect(() => readColumnMeaning(text)).toThrow(InvalidArgumentError);
  expect(() => readColumnMeaning(text)).toThrow(/groupTag, assignedUser/);
});
