import { expect, test } from 'vitest';
import { withFacts } from '../../../src/shared/checklists/templateFacts.ts';

test('a checklist says the numbers that the rules have', () => {
  expect(withFacts('At most once in {syncCooldown}; after {userFlowNotBefore}, before {userFlowLength}.')).toBe(
    'At most once in 10 minutes; after 90 minutes, before six months.',
  );
});

test('a fact that there is not is refused by its name', () => {
  expect(() => withFacts('Within {lunch}.')).toThrow('{lunch}');
});
