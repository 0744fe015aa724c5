import { describe, expect, test } from 'vitest';
import { heldValuesOf, type WishChanges } from '../../../src/shared/assignment/heldValue.ts';
import { heldValueSentence } from '../../../src/shared/assignment/heldValueWords.ts';
import type { RefusedWish } from '../../../src/shared/assignment/refusedWish.ts';
import { refusedWishSentence, refusedWishWords } from '../../../src/shared/assignment/refusedWishWords.ts';
import { refusedWishesOf, shownValues } from '../../../src/shared/assignment/shownValues.ts';
import type { DeviceRecord } from '../../../src/shared/devices/device.ts';
import { neutralFormatter } from '../../../src/shared/format/neutralFormatter.ts';
import { readyDevice } from '../../rigs/deviceRecord.ts';

const READ_AT = '2026-11-22T09:00:00.000Z';
const quiet: WishChanges = { open: [], failed: [] };
const george: RefusedWish = {
  property: 'user',
  value: 'george@contoso.example',
  reason: { code: 'assignment.userUnlicensed' },
};

function read(change: Partial<DeviceRecord>): DeviceRecord {
  return readyDevice({ groupTag: 'SALES-1', heldGroupTag: 'SALES-1', microsoftReadAt: READ_AT, ...change });
}

function shown(device: DeviceRecord, changes = quiet) {
  const held = heldValuesOf(device, changes);
  return { ...shownValues(device, held), refusedWishes: refusedWishesOf(held), held };
}

describe('a property has the state', () => {
  test('same where Microsoft holds what is wished', () => {
    expect(heldValuesOf(read({}), quiet).groupTag).toMatchObject({ state: 'same', readAt: READ_AT });
  });

  test('not read yet where Microsoft was never asked, was asked about another registration, or has none', () => {
    for (const device of [
      read({ microsoftReadAt: null }),
      read({ registration: 'removed' }),
      read({ registration: 'none' }),
    ]) {
      expect(heldValuesOf(device, quiet).groupTag).toMatchObject({
        state: 'notReadYet',
        readAt: null,
        microsoft: null,
      });
      expect(shown(device).groupTag).toBe('SALES-1');
    }
  });

  test('on its way while a change has not ended, and along with the registration', () => {
    const open = [{ property: 'groupTag', value: 'SALES-2', isSent: true }];
    const device = read({ groupTag: 'SALES-2' });
    expect(heldValuesOf(device, { open, failed: [] }).groupTag).toMatchObject({
      state: 'onItsWay',
      wish: 'SALES-2',
      microsoft: 'SALES-1',
      onItsWay: { value: 'SALES-2', isSent: true },
    });
    expect(shown(device, { open, failed: [] }).groupTag).toBe('SALES-1');
    const submitted = heldValuesOf(read({ registration: 'submitted', deviceName: 'PC-1' }), quiet);
    expect(submitted.groupTag).toMatchObject({ state: 'onItsWay', onItsWay: { isSent: true } });
    expect(submitted.deviceName).toMatchObject({ state: 'onItsWay', onItsWay: { isSent: false } });
    expect(submitted.assignedUser.state).toBe('notReadYet');
  });

  test('differs where somebody set or cleared it elsewhere, tags in another letter case too', () => {
    const at = '2026-11-22T08:59:00.000Z';
    const device = read({ heldGroupTag: 'SALES-2', groupTagElsewhereAt: at });
    const { groupTag } = heldValuesOf(device, quiet);
    expect(groupTag).toMatchObject({ state: 'differs', changedElsewhereAt: at });
    expect(heldValueSentence('groupTag', groupTag, neutralFormatter)).toMatch(
      /^Microsoft: SALES-2, ours: SALES-1, changed elsewhere, noticed .+\.$/,
    );
    for (const heldGroupTag of [null, 'sales-1', ' SALES-1', 'X'.repeat(300)]) {
      expect(heldValuesOf(read({ heldGroupTag }), quiet).groupTag).toMatchObject({
        state: 'differs',
        microsoft: heldGroupTag,
      });
    }
    const named = read({ deviceName: 'Pc-1', heldName: 'PC-1', assignedUser: 'A@b.example', heldUser: 'a@B.example' });
    expect(heldValuesOf(named, quiet)).toMatchObject({
      deviceName: { state: 'same' },
      assignedUser: { state: 'same' },
    });
  });

  test('differs, and not refused, where the wish was held back for what somebody else had set', () => {
    const reason = { code: 'assignment.changedElsewhere' } as const;
    const failed: RefusedWish[] = [{ property: 'groupTag', value: 'SALES-1', reason }];
    expect(heldValuesOf(read({ heldGroupTag: 'SALES-2' }), { open: [], failed }).groupTag).toMatchObject({
      state: 'differs',
      reason,
    });
  });
});

describe('a purchase order', () => {
  test('that Microsoft was never given is no difference, another one and one that went are', () => {
    const stateOf = (change: Partial<DeviceRecord>) => heldValuesOf(read(change), quiet).purchaseOrder.state;
    expect(stateOf({ purchaseOrderInFile: '4711' })).toBe('same');
    expect(stateOf({ purchaseOrder: '4711' })).toBe('same');
    expect(stateOf({ purchaseOrder: '4712', purchaseOrderInFile: '4711' })).toBe('differs');
    expect(stateOf({ purchaseOrderInFile: '4711', purchaseOrderElsewhereAt: READ_AT })).toBe('differs');
  });
});

describe('of a refused wish is shown', () => {
  const device = read({ assignedUser: 'george@contoso.example', assignedUserName: 'George' });
  const refused = { open: [], failed: [george] };

  test('what Microsoft holds instead, and the wish beside it', () => {
    const held = { ...device, heldUser: 'ada@contoso.example', heldUserName: 'Ada' };
    expect(shown(held, refused)).toMatchObject({
      assignedUser: 'ada@contoso.example',
      assignedUserName: 'Ada',
      refusedWishes: [george],
    });
  });

  test('nothing in its place where Microsoft holds nothing, or was never read', () => {
    const nobody = { assignedUser: null, assignedUserName: null, refusedWishes: [george] };
    expect(shown(device, refused)).toMatchObject(nobody);
    expect(shown({ ...device, microsoftReadAt: null }, refused)).toMatchObject(nobody);
  });

  test('the user whom Microsoft did not take away', () => {
    const cleared = read({ assignedUser: null, heldUser: 'ada@contoso.example' });
    const wish: RefusedWish = { property: 'user', value: '', reason: null };
    const { assignedUser, refusedWishes } = shown(cleared, { open: [], failed: [wish] });
    expect(assignedUser).toBe('ada@contoso.example');
    expect(refusedWishes.map(refusedWishWords)).toEqual(['refused: no user']);
  });

  test('no refusal where Microsoft holds it by now after all, or another was wished since', () => {
    expect(shown({ ...device, heldUser: 'George@contoso.example' }, refused).refusedWishes).toEqual([]);
    expect(shown({ ...device, assignedUser: 'ada@contoso.example' }, refused)).toMatchObject({
      refusedWishes: [],
      held: { assignedUser: { state: 'differs' } },
    });
  });

  test('its reason, in a sentence', () => {
    expect(refusedWishSentence(george)).toMatch(/^refused: george@contoso\.example\. The user has no licence\./);
  });
});
