import { expect, test } from 'vitest';
import type { DeviceRecord } from '../../../../src/shared/devices/device.ts';
import type { AtHand } from '../../../../src/renderer/acts/act.ts';
import { offersOn } from '../../../../src/renderer/acts/offer.ts';
import { allActs } from '../../../../src/renderer/acts/registry.ts';
import { nextStepActs } from '../../../../src/renderer/features/devices/page/nextStepActs.ts';
import { deviceAtHand, offerNamed, practice, selection, workspace } from './atHand.ts';

const succeeded = { bench: 'succeeded', benchEndedAt: '2026-11-22T10:00:00.000Z' } as const;

test('no two acts have the same name, and no two keys are the same', () => {
  const names = allActs.map(({ name }) => name);
  const keys = allActs.flatMap(({ key }) => (key === undefined ? [] : [key.press]));
  expect(new Set(names).size).toBe(names.length);
  expect(new Set(keys).size).toBe(keys.length);
});

test.each<[string, AtHand]>([
  ['a device', deviceAtHand({ assignedUser: 'ada@contoso.example' })],
  ['a selection', selection],
  ['a tenant', { kind: 'tenant', tenant: practice, status: null }],
  ['Reseal', { kind: 'reseal', status: null }],
])('no two acts on %s are called the same', (_, on) => {
  const labels = offersOn(allActs, [on], workspace).map(({ label }) => label);
  expect(new Set(labels).size).toBe(labels.length);
});

test('taking devices in and seeing profiles are offered on a tenant, also where nobody is signed in: the list that was read last will do', () => {
  const signedOut = {
    ...practice,
    kind: 'entra' as const,
    signIn: { ...practice.signIn, state: 'signedOut' as const },
  };
  const offers = offersOn(allActs, [{ kind: 'tenant', tenant: signedOut, status: null }], workspace);
  expect(offers.find(({ act }) => act.name === 'devices.adopt')).toMatchObject({
    label: 'Take in…',
    reason: null,
  });
  expect(offers.find(({ act }) => act.name === 'profiles.show')).toMatchObject({ reason: null });
});

test('the menu of a device keeps its order', () => {
  const on = deviceAtHand({ assignedUser: 'ada@contoso.example', ...succeeded });
  const offers = offersOn(allActs, [on, { kind: 'tenant', tenant: practice, status: null }], workspace);
  const inMenu = (part: string) =>
    offers.filter(({ act, reason }) => act.menu === part && reason === null).map(({ label }) => label);
  expect(inMenu('change')).toEqual([
    'Assign user',
    'Take the user away',
    'Set group tag',
    'Rename',
    'Choose scenario',
    'Expect a profile',
    'Upload corporate identifier',
    'Unblock enrollment',
    'Put on a shelf',
    'Attach a photo or file',
  ]);
  expect(inMenu('look')).toEqual([
    'Refresh from Microsoft',
    'Ask Intune to sync',
    'Read its groups',
    'Take back the last bench record',
    'Run the technician flow again',
    'Mainboard and parts',
    'Preflight of the device',
    'Play the device',
  ]);
  expect(inMenu('leave')).toEqual([
    'Hand-over papers…',
    'Deregister',
    'Never register again',
    'Remove from the queue',
    'Erase from this computer',
  ]);
});

test('the bar over a selection keeps its order', () => {
  const offers = offersOn(allActs, [selection], workspace);
  const inBar = (part: string) => offers.filter(({ act }) => act.bar === part).map(({ short }) => short);
  expect(inBar('beside')).toEqual(['Assign user', 'Set group tag', 'Labels', 'Register']);
  expect(inBar('export')).toEqual([
    'For Intune (CSV)',
    'For Partner Center (CSV)',
    'Corporate identifiers (CSV)',
    'Report for the customer…',
  ]);
  expect(inBar('more')).toEqual([
    'Set names',
    'Take the users away',
    'Take theirs',
    'Send ours',
    'Choose scenario',
    'Hand-over papers…',
    'Expect a profile',
    'Read groups',
    'Upload corporate identifiers',
    'Associate by their DeviceLinks (beta)',
    'Unblock enrollment',
    'Confirm TPM 2.0',
    'Start technician flows',
    'Mark resealed',
    'Mark shipped',
    'Save the list of what was shipped',
    'Checklists',
    'Deregister…',
    'Removal record (PDF)',
  ]);
  expect(inBar('last')).toEqual(['Remove']);
});

test.each<[string, string, Partial<DeviceRecord>, string | null]>([
  ['registration.register', 'a new device', { registration: 'none' }, null],
  ['registration.register', 'a refused one', { registration: 'failed' }, null],
  ['registration.register', 'a registered one', {}, 'It is registered already.'],
  ['registration.register', 'one on its way', { registration: 'pending' }, 'It is on its way to Microsoft.'],
  [
    'registration.register',
    'one without a hash',
    { registration: 'none', hasHardwareHash: false },
    'There is no hardware hash of it. Import the hash first.',
  ],
  ['registration.importHash', 'one without a hash', { registration: 'none', hasHardwareHash: false }, null],
  ['registration.importHash', 'one with a hash', {}, 'Its hardware hash is here already.'],
  ['registration.unblock', 'a registered one', {}, null],
  [
    'registration.unblock',
    'a new one',
    { registration: 'none' },
    'It is not registered, so there is nothing to unblock.',
  ],
  ['groups.readMembership', 'a registered one', {}, null],
  [
    'groups.readMembership',
    'a new one',
    { ztdId: null, entraDeviceId: null },
    'It is not registered, so Entra does not have it.',
  ],
  ['bench.reseal', 'one that succeeded', succeeded, null],
  ['bench.resealUnheld', 'one that may have been held', succeeded, 'The ESP is not known to be off.'],
  ['assignment.unassignUser', 'one with a user', { assignedUser: 'ada@contoso.example' }, null],
  ['assignment.unassignUser', 'one without a user', {}, 'No user is assigned.'],
  ['identifiers.associate', 'any, while the beta is off', {}, 'This beta is off. Settings turns it on.'],
  ['bench.start', 'an open gate', {}, null],
  ['bench.start', 'a failed run', { bench: 'failed' }, null],
  [
    'bench.start',
    'a new device',
    { registration: 'none' },
    'It is not registered with Autopilot. Register it, and wait for its profile.',
  ],
  ['bench.confirmTpm', 'one without a hash', { hasHardwareHash: false, tpmVersion: null }, null],
  ['bench.confirmTpm', 'one with a hash', {}, 'The hardware hash tells whether it has a TPM.'],
  [
    'bench.confirmTpm',
    'a confirmed one',
    { hasHardwareHash: false, tpmVersion: null, tpmConfirmedAt: '2026-11-22T11:00:00.000Z' },
    'The TPM is confirmed already.',
  ],
  ['bench.confirmProfile', 'a profile that is known', {}, 'No profile has to be compared.'],
  ['bench.startAnyway', 'an open gate', {}, 'No condition blocks the start.'],
  ['bench.startAnyway', 'a closed gate', { isVirtualMachine: true }, null],
  ['bench.startAnyway', 'a device that nobody here registered', { registration: 'none' }, null],
  ['bench.success', 'a running technician flow', { bench: 'running' }, null],
  ['bench.success', 'none', {}, 'No technician flow is running on this device. Record its start first.'],
  ['bench.reseal', 'a success', succeeded, null],
  ['bench.reseal', 'no success', {}, 'Reseal comes after a successful technician flow. Record its result first.'],
  ['bench.ship', 'a resealed device', { ...succeeded, reseal: 'resealed' }, null],
  ['bench.ship', 'one that is not', succeeded, 'Reseal the device before it is shipped.'],
  ['bench.runAgain', 'a success', succeeded, null],
  ['bench.runAgain', 'no success', {}, 'The technician flow has not succeeded yet.'],
  ['bench.takeBack', 'a record', { bench: 'running' }, null],
  ['bench.takeBack', 'no record', {}, 'Nothing is recorded at the bench.'],
  ['removal.deregister', 'a registered one', {}, null],
  ['removal.deregister', 'one that Intune still holds', { registration: 'removed', managedDeviceId: 'one' }, null],
  ['removal.deregister', 'a new one', { registration: 'none' }, 'Microsoft holds no record of it that Reseal knows.'],
  ['removal.accountDeleted', 'an account that is left', { registration: 'removed', computerAccount: 'PC-1' }, null],
  ['removal.accountDeleted', 'no account', {}, 'No computer account waits to be deleted.'],
])('%s for %s', (name, _, change, reason) => {
  expect(offerNamed(name, deviceAtHand(change)).reason).toBe(reason);
});

test('a selection is refused nothing beforehand: the backend says it device by device', () => {
  const reasons = offersOn(allActs, [selection], workspace).map(({ reason }) => reason);
  expect(new Set(reasons)).toEqual(new Set([null]));
});

test.each<[string, Partial<DeviceRecord>, readonly string[]]>([
  ['a new device', { registration: 'none' }, ['Register']],
  [
    'one without a hash',
    { registration: 'none', hasHardwareHash: false },
    ['For Partner Center (CSV)', 'Import its hash'],
  ],
  [
    'one whose hash is to come',
    { registration: 'none', hasHardwareHash: false, registrationWay: 'hash' },
    ['Import its hash'],
  ],
  [
    'one that a partner was sent',
    { registration: 'none', hasHardwareHash: false, partnerFileAt: '2026-11-22T11:00:00.000Z' },
    ['Refresh now', 'For Partner Center (CSV)'],
  ],
  ['one whose TPM nobody knows', { hasHardwareHash: false, tpmVersion: null }, ['Confirm TPM 2.0']],
  ['a refused registration', { registration: 'failed' }, ['Try again']],
  ['another mainboard', { needsNewRegistration: true }, ['Deregister…', 'Mainboard and parts']],
  ['a registration under way', { registration: 'pending' }, ['Refresh now']],
  ['no profile yet', { profile: 'pending' }, ['Refresh now', 'Ask Intune to sync']],
  ['a failed assignment', { profile: 'failed' }, ['Refresh now', 'Ask Intune to sync']],
  ['changed hardware', { remediation: 'attentionRequired' }, ['Deregister…', 'Refresh now', 'Mainboard and parts']],
  ['a closed gate', { isVirtualMachine: true }, ['Refresh now', 'Start anyway']],
  ['a blocked enrollment', { enrollment: 'blocked' }, ['Unblock enrollment', 'Start anyway']],
  ['an open gate', {}, ['Start technician flow']],
  ['a running technician flow', { bench: 'running' }, ['It turned green', 'It turned red']],
  ['a failed one', { bench: 'failed' }, ['Start again']],
  [
    'one that Intune does not let enroll again',
    { bench: 'failed', benchError: { code: '0x80180014', name: 'DeviceNotSupported', message: 'No.' } },
    ['Unblock enrollment', 'Start anyway'],
  ],
  [
    'one whose code says stop',
    { bench: 'failed', benchError: { code: '0x81039024', name: 'TPM is vulnerable', message: 'No.' } },
    ['Start anyway'],
  ],
  [
    'one that has to be registered anew',
    { bench: 'failed', benchError: { code: '0x801c03f3', name: 'Entra device missing', message: 'No.' } },
    ['Deregister…', 'Start anyway'],
  ],
  [
    'one that is enrolled from an earlier run',
    { enrollment: 'enrolled' },
    ['Delete the Intune record…', 'Start anyway'],
  ],
  [
    'one that was registered without a serial number',
    { registration: 'failed', registrationError: { code: 803, name: null, message: 'No.' } },
    ['Import its serial number'],
  ],
  ['a success', succeeded, ['It is resealed']],
  ['a resealed device', { ...succeeded, reseal: 'resealed' }, ['It is shipped']],
  [
    'a shipped device',
    { ...succeeded, reseal: 'shipped', resealedAt: '2026-11-22T11:00:00.000Z' },
    ['User flow is done'],
  ],
  ['one whose time is over', { ...succeeded, reseal: 'expired' }, ['Start again']],
  ['a record that Intune still holds', { registration: 'removed', managedDeviceId: 'one' }, ['Deregister…']],
  ['a computer account', { registration: 'removed', computerAccount: 'PC-1' }, ['The account is deleted']],
  ['a finished device', { ...succeeded, reseal: 'userFlowDone' }, []],
])('the next step of %s offers what is allowed', (_, change, buttons) => {
  const on = deviceAtHand(change);
  const { main, beside } = nextStepActs(on.detail.device);
  const offers = offersOn([...main, ...beside], [on, { kind: 'tenant', tenant: practice, status: null }], workspace);
  expect(offers.map(({ short }) => short)).toEqual(buttons);
  expect(offers.flatMap(({ reason }) => reason ?? [])).toEqual([]);
});
