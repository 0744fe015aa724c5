import { expect, test } from 'vitest';
import { changesElsewhere } from '../../../src/main/services/tracking/changesElsewhere.ts';
import { autopilotDevice } from '../../rigs/autopilotDevice.ts';

const wished = { groupTag: 'Sales', assignedUser: 'anna@contoso.example', deviceName: null };
const before = { groupTag: 'Sales', userPrincipalName: 'anna@contoso.example', displayName: '' };

test('what others changed in Intune is told, without the address of a person', () => {
  const seen = autopilotDevice({ groupTag: 'Kiosk', userPrincipalName: 'ben@contoso.example', displayName: 'PC-1' });
  expect(changesElsewhere(wished, before, seen)).toEqual([
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

test('what is as this queue wishes, as it was before, or read for the first time is nobody’s change', () => {
  const seen = autopilotDevice({ groupTag: 'Sales', userPrincipalName: 'Anna@Contoso.example' });
  expect(changesElsewhere(wished, before, seen)).toEqual([]);
  expect(changesElsewhere(wished, { ...before, groupTag: 'Old' }, seen)).toEqual([]);
  expect(changesElsewhere(wished, null, autopilotDevice({ groupTag: 'Kiosk' }))).toEqual([]);
});

test('what was taken away is told as well', () => {
  const sentences = changesElsewhere(wished, before, autopilotDevice()).map(({ sentence }) => sentence);
  expect(sentences).toEqual([
    'Somebody changed the group tag in Intune to none.',
    'Somebody unassigned the user in Intune.',
  ]);
});
