import { describe, expect, test, vi } from 'vitest';
import { undoAll, withMessage, type Message } from '../../../../src/renderer/ui/messages.ts';
import type { Deed } from '../../../../src/renderer/ui/notify.ts';

const start = (subject: string): Deed => ({
  kind: 'bench.start',
  subject,
  word: 'Started',
  line: 'Start recorded.',
  what: 'start recorded',
  many: (count) => `${String(count)} starts recorded`,
});

let lastId = 0;
const message = (change: Partial<Message>): Message => {
  lastId += 1;
  return { id: lastId, kind: 'done', sentence: 'Done.', detail: '', deeds: [], undos: [], ...change };
};
const started = (subject: string, undo: () => void = () => undefined): Message =>
  message({ deeds: [start(subject)], sentence: `${subject}: start recorded`, undos: [undo] });
const all = (...messages: Message[]) => messages.reduce<readonly Message[]>(withMessage, []);

describe('messages in one place', () => {
  test('one act names its device', () => {
    expect(all(started('A'))).toMatchObject([{ sentence: 'A: start recorded' }]);
  });

  test('equal acts are one message, which takes all of them back, the newest first', async () => {
    const undone: string[] = [];
    const [merged] = all(...['A', 'B', 'C'].map((name) => started(name, () => void undone.push(name))));
    expect(merged).toMatchObject({ sentence: '3 starts recorded', deeds: [{}, {}, {}] });
    if (merged !== undefined) await undoAll(merged);
    expect(undone).toEqual(['C', 'B', 'A']);
  });

  test('a record is taken back before the next one is begun', async () => {
    const order: string[] = [];
    const slowly = (name: string) => async () => {
      await Promise.resolve();
      order.push(name);
    };
    const [merged] = all(
      message({ deeds: [start('A')], undos: [slowly('A')] }),
      message({ deeds: [start('B')], undos: [slowly('B')] }),
    );
    if (merged !== undefined) await undoAll(merged);
    expect(order).toEqual(['B', 'A']);
  });

  test('other acts, and what came between, stay messages of their own', () => {
    const reseal = message({ deeds: [{ ...start('A'), kind: 'bench.reseal' }], sentence: 'A: reseal recorded' });
    expect(all(started('A'), reseal, started('B'))).toHaveLength(3);
  });

  test('the same sentence again is told once, unless each can be taken back', () => {
    expect(all(message({}), message({}))).toHaveLength(1);
    const undo = vi.fn<() => void>();
    expect(all(message({ undos: [undo] }), message({ undos: [undo] }))).toHaveLength(2);
    expect(all(message({ kind: 'warn' }), message({}))).toHaveLength(2);
  });

  test('only the last few are kept', () => {
    const many = Array.from({ length: 9 }, (_, index) => message({ sentence: String(index) }));
    expect(all(...many).map(({ sentence }) => sentence)).toEqual(['5', '6', '7', '8']);
  });
});
