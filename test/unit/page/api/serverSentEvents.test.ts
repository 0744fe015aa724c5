import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createEventStreamReader } from '../../../../src/renderer/api/serverSentEvents.ts';

function readAll(chunks: readonly string[]): string[] {
  const heard: string[] = [];
  const read = createEventStreamReader((data) => heard.push(data));
  for (const chunk of chunks) read(chunk);
  return heard;
}

test('events are told one by one, comments are not', () => {
  expect(readAll([': connected\n\ndata: {"a":1}\n\n', ': ping\n\ndata: {"b":2}\n\n'])).toEqual(['{"a":1}', '{"b":2}']);
});

test('an event that is not finished yet waits', () => {
  expect(readAll(['data: {"a":1}\n'])).toEqual([]);
});

test('where the network cuts does not matter', () => {
  const stream = 'data: one\n\n: ping\n\ndata: two\n\ndata: three\n\n';
  fc.assert(
    fc.property(fc.array(fc.nat({ max: stream.length })), (cuts) => {
      const borders = [0, ...cuts.toSorted((one, other) => one - other), stream.length];
      const chunks = borders.slice(1).map((border, index) => stream.slice(borders[index], border));
      expect(readAll(chunks)).toEqual(['one', 'two', 'three']);
    }),
  );
});
