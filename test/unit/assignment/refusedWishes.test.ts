import { describe, expect, test } from 'vitest';
import { asMicrosoftHolds } from '../../../src/main/services/devices/asMicrosoftHolds.ts';
import type { RefusedWish } from '../../../src/shared/assignment/refusedWish.ts';
import { refusedWishSentence, refusedWishWords } from '../../../src/shared/assignment/refusedWishWords.ts';
import { readyDevice } from '../../rigs/deviceRecord.ts';

const device = readyDevice({ assignedUser: 'george@contoso.example', assignedUserName: 'George', groupTag: 'Kiosk' });
const george: RefusedWish = {
  property: 'user',
  value: 'george@contoso.example',
  reason: { code: 'assignment.userUnlicensed' },
};

describe('of a refused wish is shown', () => {
  test('what Microsoft holds instead, and the wish beside it', () => {
    const microsoft = { userPrincipalName: 'ada@contoso.example', addressableUserName: 'Ada', groupTag: 'Kiosk' };
    expect(asMicrosoftHolds(device, [george], microsoft)).toEqual({
      shown: { assignedUser: 'ada@contoso.example', assignedUserName: 'Ada' },
      refusedWishes: [george],
    });
  });

  test('nothing in its place where Microsoft holds nothing, or was never read', () => {
    const nobody = { assignedUser: null, assignedUserName: null };
    expect(asMicrosoftHolds(device, [george], { userPrincipalName: '' }).shown).toEqual(nobody);
    expect(asMicrosoftHolds(device, [george], null).shown).toEqual(nobody);
  });

  test('the user whom Microsoft did not take away', () => {
    const cleared = readyDevice({ assignedUser: null });
    const wish: RefusedWish = { property: 'user', value: '', reason: null };
    const { shown, refusedWishes } = asMicrosoftHolds(cleared, [wish], { userPrincipalName: 'ada@contoso.example' });
    expect(shown.assignedUser).toBe('ada@contoso.example');
    expect(refusedWishes.map(refusedWishWords)).toEqual(['refused: no user']);
  });
});

describe('no wish is refused', () => {
  test('that Microsoft holds by now after all', () => {
    const microsoft = { userPrincipalName: 'George@contoso.example' };
    expect(asMicrosoftHolds(device, [george], microsoft)).toEqual({ shown: {}, refusedWishes: [] });
  });

  test('in whose place another was wished since', () => {
    expect(asMicrosoftHolds(readyDevice({ assignedUser: 'ada@contoso.example' }), [george], null)).toEqual({
      shown: {},
      refusedWishes: [],
    });
  });
});

test('it is said with its reason', () => {
  expect(refusedWishSentence(george)).toMatch(/^refused: george@contoso\.example\. The user has no licence\./);
});
