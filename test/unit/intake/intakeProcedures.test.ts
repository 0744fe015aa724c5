import { expect, test } from 'vitest';
import { forwardToEngine } from '../../../src/main/services/intake/intakeProcedures.ts';
import { intakeProcedures } from '../../../src/shared/api/contract/intake.ts';

test('every procedure of intake reaches the engine, but for those that must not wait for it', () => {
  const handlers = forwardToEngine(() => Promise.reject(new Error('Not called.')));
  const others = Object.keys(intakeProcedures).filter((name) => !Object.hasOwn(handlers, name));

  expect(others.sort()).toEqual([
    'intake.appendToFile',
    'intake.cancel',
    'intake.closeFiles',
    'intake.openFile',
    'intake.unfinished',
  ]);
});

test('a call goes to the engine as it came, and its answer comes back', async () => {
  const handlers = forwardToEngine((name, input) => Promise.reject(new Error(`${name} ${JSON.stringify(input)}`)));

  await expect(handlers['intake.discard']({ previewId: 'one' })).rejects.toThrow('intake.discard {"previewId":"one"}');
});
