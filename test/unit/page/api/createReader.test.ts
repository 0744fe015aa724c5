import { expect, test } from 'vitest';
import { createReader } from '../../../../src/renderer/api/createReader.ts';

/** A question whose answers are given by hand, one for each time it is asked. */
function askedByHand() {
  const answers: ((value: number) => void)[] = [];
  const told: number[] = [];
  const reader = createReader<number>(
    () => new Promise((resolve) => answers.push(resolve)),
    (value) => told.push(value),
  );
  return {
    reader,
    told,
    asked: () => answers.length,
    answer: async (value: number) => {
      answers.at(-1)?.(value);
      await new Promise(setImmediate);
    },
  };
}

test('many events during one read are one more read, so that the last word is the newest', async () => {
  const { reader, told, asked, answer } = askedByHand();
  reader.read();
  reader.read();
  reader.read();
  expect(asked()).toBe(1);
  await answer(1);
  expect(asked()).toBe(2);
  await answer(2);
  expect(told).toEqual([1, 2]);
  expect(asked()).toBe(2);
});

test('after a read ended, another may begin', async () => {
  const { reader, told, answer } = askedByHand();
  reader.read();
  await answer(1);
  reader.read();
  await answer(2);
  expect(told).toEqual([1, 2]);
});

test('nothing is told after closing', async () => {
  const { reader, told, asked, answer } = askedByHand();
  reader.read();
  reader.read();
  reader.close();
  await answer(1);
  expect(told).toEqual([]);
  expect(asked()).toBe(1);
});
