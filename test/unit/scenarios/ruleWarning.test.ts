import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { warningsOf } from '../../../src/shared/scenarios/ruleWarning.ts';
import { ruleSentence, ruleWarningSentence } from '../../../src/shared/scenarios/scenarioWords.ts';

const rule = { groupTag: 'KIOSK', profile: null, scenario: 'selfDeploying', joinType: null } as const;
const sentences = (...input: Parameters<typeof warningsOf>) => warningsOf(...input).map(ruleWarningSentence);

describe('a rule warns', () => {
  test('of tags that differ from its own in case or blanks only, each once', () => {
    expect(sentences(rule, ['KIOSK', 'Kiosk', 'KIO SK', 'Kiosk', 'KIOSK2'])).toEqual([
      'There is also “Kiosk”, “KIO SK”: this rule does not count for it, as group tags are compared letter by letter.',
    ]);
  });

  test('of a hybrid join where Windows has none', () => {
    expect(sentences({ ...rule, joinType: 'hybrid' }, [])).toEqual([
      'Self-deploying has no hybrid join: choose Microsoft Entra join.',
    ]);
    expect(sentences({ ...rule, scenario: 'userDriven', joinType: 'hybrid' }, [])).toEqual([]);
  });

  test('never of its own tag', () => {
    fc.assert(fc.property(fc.string(), (groupTag) => warningsOf({ ...rule, groupTag }, [groupTag]).length === 0));
  });
});

test('a rule is told in one sentence', () => {
  expect(ruleSentence({ ...rule, profile: 'Kiosks' })).toBe(
    'Devices with group tag KIOSK: Self-deploying, the profile Kiosks expected.',
  );
});
