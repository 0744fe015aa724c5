import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseRule, type GroupRule } from '../../../src/shared/groups/groupRule.ts';
import {
  conditionsOf,
  judgeRule,
  nearMissOf,
  ruleFor,
  strangeConditionsOf,
} from '../../../src/shared/groups/judgeRule.ts';

const device = { ztdId: '6d8d8a5e-2f2c-4d44-9d0e-0a4c9d1c2b3a', groupTag: 'Kiosk', purchaseOrder: 'PO-10' };

function ruleOf(text: string): GroupRule {
  const parsed = parseRule(text);
  if (!parsed.ok) throw new Error(`Not read at ${parsed.problem.position}.`);
  return parsed.rule;
}
const judge = (text: string, change: Partial<typeof device> = {}) => judgeRule(ruleOf(text), { ...device, ...change });
const tag = (value: string) => `(device.devicePhysicalIds -any (_ -eq "[OrderID]:${value}"))`;

describe('the three rules for Autopilot devices', () => {
  test.each([ruleFor('ztdId', null), ruleFor('groupTag', 'Kiosk'), ruleFor('purchaseOrder', 'PO-10')])(
    '%s takes the device',
    (rule) => {
      expect(judge(rule)).toBe(true);
    },
  );

  test('any tag can stand in a rule, and the rule takes exactly the devices with it', () => {
    const value = fc.string({ minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(value, value, (groupTag, other) => {
        expect(judge(ruleFor('groupTag', groupTag), { groupTag })).toBe(true);
        expect(judge(ruleFor('groupTag', groupTag), { groupTag: other })).toBe(other === groupTag);
      }),
    );
  });
});

describe('a rule', () => {
  /** Any rule of the subset, with its text. */
  const written = fc.letrec<{ rule: string }>((tie) => ({
    rule: fc.oneof(
      { maxDepth: 4, withCrossShrink: true },
      fc.constantFrom('A', 'B', 'Kiosk').map(tag),
      fc.tuple(tie('rule'), tie('rule')).map(([a, b]) => `(${a} -and ${b})`),
      fc.tuple(tie('rule'), tie('rule')).map(([a, b]) => `(${a} -or ${b})`),
      tie('rule').map((a) => `(-not ${a})`),
    ),
  })).rule;

  test('means what its words mean, and letter case and blanks between them do not count', () => {
    fc.assert(
      fc.property(written, (text) => {
        const meaning = judge(text);
        expect(meaning).not.toBeNull();
        const spaced = text.replaceAll(' -', '  -').replaceAll('-and', '-AND').replaceAll('-any', '-Any');
        expect(judge(spaced)).toBe(meaning);
        expect(judge(`-not ${text}`)).toBe(!meaning);
        expect(judge(`${text} -or -not (${text})`)).toBe(true);
        expect(judge(`${text} -and device.deviceOwnership -eq "Company"`)).toBe(meaning === false ? false : null);
      }),
    );
  });

  test('is never thrown at, whatever it is', () => {
    const piece = fc.constantFrom(
      '(',
      ')',
      '-any',
      '-and',
      '-not',
      '_',
      '-eq',
      '"a"',
      'device.devicePhysicalIds',
      '[',
      ']',
      '"',
      'x',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(piece, { maxLength: 20 }).map((words) => words.join(' ')),
        ),
        (text) => {
          expect(typeof parseRule(text).ok).toBe('boolean');
        },
      ),
    );
    expect(parseRule('('.repeat(10_000)).ok).toBe(false);
  });

  test.each(['', '(', tag('A') + ')', `${tag('A')} -and`, 'Kiosk', '-eq "a"', `${tag('A')} ${tag('B')}`])(
    '“%s” is not read',
    (text) => {
      expect(parseRule(text).ok).toBe(false);
    },
  );

  test('what it asks of anything but Autopilot’s IDs is not guessed at', () => {
    expect(judge('device.deviceModel -startsWith "Latitude"')).toBeNull();
    expect(judge('device.devicePhysicalIds -any (_ -match "Kiosk")')).toBeNull();
    expect(judge('device.devicePhysicalIds -any (_ -contains "[HWID]")')).toBeNull();
    expect(judge(`${tag('Kiosk')} -or device.deviceModel -in ["A", "B"]`)).toBe(true);
    expect(strangeConditionsOf(ruleOf(`${tag('A')} -or (device.deviceModel -eq "B")`))).toEqual([
      'device.deviceModel -eq "B"',
    ]);
  });

  test('the names of the IDs are read in either case', () => {
    expect(judge('(device.devicePhysicalIDs -any (_ -startsWith "[ZTDid]"))')).toBe(true);
    expect(conditionsOf(ruleOf(tag('A')))).toEqual([{ kind: 'physicalId', operator: 'eq', value: '[OrderID]:A' }]);
  });
});

test.each([
  ['kiosk', 'case'],
  ['Kiosk ', 'blanks'],
  ['Kiosk\u00a0', 'blanks'],
  ['K1osk', 'lookAlike'],
  ['Office', null],
  ['Kiosk', null],
])('a device with the tag “Kiosk” and a rule for “%s”: %s', (value, miss) => {
  expect(nearMissOf(ruleOf(tag(value)), device)).toBe(miss);
});
