import { expect, test } from 'vitest';
import { changesElsewhere } from '../../../src/main/services/tracking/changesElsewhere.ts';

const wished = {
  groupTag: 'Sales',
  assignedUser: 'anna@contoso.example',
  deviceName: null,
  purchaseOrderInFile: null,
};
const nothing = { groupTag: null, assignedUser: null, deviceName: null, purchaseOrder: null };
const before = { ...nothing, groupTag: 'Sales', assignedUser: 'anna@contoso.example' };
const never = () => false;

test('what others changed in Intune is told, without the address of a person', () => {
  const seen = { ...nothing, groupTag: 'Kiosk', assignedUser: 'ben@contoso.example', deviceName: 'PC-1' };
  expect(changesElsewhere(wished, before, seen, never).map(({ event }) => event)).toEqual([
    {
      subject: 'change',
      sentence: 'Somebody changed the group tag in Intune to “Kiosk”.',
      source: 'Microsoft',
      from: 'Sales',
      to: 'Kiosk',
    },
    {
      subject: 'change',
      sentence: 'Somebody assigned another user in Intune.',
      source: 'Microsoft',
      from: null,
      to: null,
    },
    {
      subject: 'change',
      sentence: 'Somebody changed the device’s name in Intune to “PC-1”.',
      source: 'Microsoft',
      from: null,
      to: 'PC-1',
    },
  ]);
});

test('what is as this queue wishes, as it was before, or was sent from here is nobody’s change', () => {
  const seen = { ...nothing, groupTag: 'Sales', assignedUser: 'Anna@Contoso.example' };
  expect(changesElsewhere(wished, before, seen, never)).toEqual([]);
  expect(changesElsewhere(wished, { ...before, groupTag: 'Old' }, seen, never)).toEqual([]);
  const late = { ...seen, groupTag: 'Earlier wish' };
  expect(changesElsewhere(wished, before, late, (_, value) => value === 'Earlier wish')).toEqual([]);
});

test('a tag in another letter case is a change', () => {
  const sentences = changesElsewhere(wished, before, { ...before, groupTag: 'SALES' }, never);
  expect(sentences.map(({ field }) => field)).toEqual(['groupTag']);
});

test('what was taken away is told as well', () => {
  const sentences = changesElsewhere(wished, before, nothing, never).map(({ event }) => event.sentence);
  expect(sentences).toEqual([
    'Somebody changed the group tag in Intune to none.',
    'Somebody unassigned the user in Intune.',
  ]);
});

test('what Microsoft holds otherwise than is wished at the first reading is told', () => {
  const first = { ...nothing, groupTag: 'Kiosk', assignedUser: 'ben@contoso.example', deviceName: 'PC-1' };
  expect(changesElsewhere(wished, null, first, never).map(({ event }) => event.sentence)).toEqual([
    'Microsoft holds the group tag “Kiosk”; “Sales” is wished here.',
    'Microsoft holds another user than is wished here.',
  ]);
  expect(changesElsewhere(wished, null, nothing, never)).toEqual([]);
});
