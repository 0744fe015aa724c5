import { EventEmitter } from 'node:events';
import { expect, test } from 'vitest';
import { giveLastWords } from '../../../src/main/hosts/lastWords.ts';
import { keptLog } from '../../rigs/testPorts.ts';

test('an error that nobody caught is logged and ends the program once, whatever follows while it ends', () => {
  const program = new EventEmitter();
  const { log, lines } = keptLog();
  let ends = 0;
  giveLastWords(program, log, () => {
    ends += 1;
  });
  program.emit('uncaughtException', new Error('first'));
  program.emit('unhandledRejection', 'second');
  expect(ends).toBe(1);
  expect(lines.map(({ level, event }) => [level, event])).toEqual([
    ['error', 'process.uncaughtException'],
    ['error', 'process.unhandledRejection'],
  ]);
});
