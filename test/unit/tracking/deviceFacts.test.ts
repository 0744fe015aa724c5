import { describe, expect, test } from 'vitest';
import { deviceFactsOf } from '../../../src/main/services/tracking/deviceFacts.ts';
import { autopilotDevice, autopilotRow } from '../../rigs/autopilotDevice.ts';
import { readyDevice } from '../../rigs/deviceRecord.ts';

const now = new Date('2026-11-22T12:00:00.000Z');
const profile = {
  id: 'p1',
  displayName: 'Kiosk',
  join: 'entra' as const,
  allowsPreProvisioning: true,
  deviceNameTemplate: null,
  deviceType: 'windowsPc',
  deviceUsageType: 'shared',
  createdAt: null,
  assignments: [],
};
const assigned = autopilotDevice({
  profileStatus: 'assignedInSync',
  profileAssignedAt: '2026-11-22T11:00:00.000Z',
  deploymentProfile: profile,
});
const waiting = readyDevice({
  registration: 'pending',
  profile: 'notAssigned',
  profileDetail: null,
  profileName: null,
  profileAssignedAt: null,
  profileAllowsPreProvisioning: null,
});

/** The same device as a row of the list, which lacks what only the single read tells. */
const asRow = autopilotRow({ profileStatus: 'assignedInSync' });

describe('what Microsoft says about a device', () => {
  test('a device in the list is registered, and its profile assigned, each with its history', () => {
    const { change, events } = deviceFactsOf(waiting, assigned, now);
    expect(change).toMatchObject({
      registration: 'registered',
      profile: 'assigned',
      profileDetail: 'inSync',
      profileName: 'Kiosk',
      profileAllowsPreProvisioning: true,
      profileAssignedAt: '2026-11-22T11:00:00.000Z',
      profileAt: now.toISOString(),
    });
    expect(events.map(({ subject, from, to }) => [subject, from, to])).toEqual([
      ['registration', 'pending', 'registered'],
      ['profile', 'notAssigned', 'assigned'],
      ['profile', null, 'Kiosk'],
    ]);
  });

  test('another serial number than the queue’s is noticed once, with both', () => {
    const other = { ...assigned, serialNumber: 'OTHER1' };
    const { change, events } = deviceFactsOf(readyDevice(), other, now);
    expect(change).toMatchObject({ registeredSerialNumber: 'OTHER1' });
    expect(events).toContainEqual(
      expect.objectContaining({ subject: 'registration', from: '5CG1234567', to: 'OTHER1', source: 'Microsoft' }),
    );
    const again = deviceFactsOf({ ...readyDevice(), ...change }, other, now);
    expect(again.events).toEqual([]);
  });

  test('the same again changes nothing, and adds nothing to the history', () => {
    const { change } = deviceFactsOf(waiting, assigned, now);
    expect(deviceFactsOf({ ...waiting, ...change }, assigned, new Date('2026-11-22T13:00:00Z'))).toEqual({
      change: {},
      events: [],
    });
  });

  test('a date from a clock that runs ahead is the moment it was first seen, and stays that', () => {
    const ahead = autopilotDevice({ ...assigned, profileAssignedAt: '2026-11-29T00:00:00.000Z' });
    const { change } = deviceFactsOf(waiting, ahead, now);
    expect(change.profileAssignedAt).toBe(now.toISOString());
    expect(deviceFactsOf({ ...waiting, ...change }, ahead, new Date('2026-11-22T13:00:00Z')).change).toEqual({});
  });

  test('a single read that says “unknown” leaves the profile status of the list, and brings what it knows', () => {
    const known = readyDevice({ profile: 'assigned', profileDetail: 'inSync', profileName: null });
    const silent = autopilotDevice({ ...assigned, profileStatus: 'unknown' });
    const { change } = deviceFactsOf(known, silent, now);
    expect(change).toMatchObject({ profileName: 'Kiosk', profileAssignedAt: '2026-11-22T11:00:00.000Z' });
    expect(change).not.toHaveProperty('profile');
    expect(change).not.toHaveProperty('profileDetail');
  });

  test('a row that says “unknown” leaves what the single read told', () => {
    const { change } = deviceFactsOf(waiting, assigned, now);
    const row = autopilotRow({ ...asRow, profileStatus: 'unknown' });
    expect(deviceFactsOf({ ...waiting, ...change }, row, now).change).toEqual({});
  });

  test('a contact that comes after another one is new, though the clock of the tenant runs ahead', () => {
    const contact = (lastContactedDateTime: string) =>
      autopilotDevice({ ...assigned, lastContactedAt: lastContactedDateTime, properties: { lastContactedDateTime } });
    const first = contact('2027-01-01T00:00:00.000Z');
    const seenAt = deviceFactsOf(waiting, first, now).change.lastContactAt ?? null;
    expect(seenAt).toBe(now.toISOString());
    const known = { ...waiting, lastContactAt: seenAt };
    const later = new Date('2026-11-22T13:00:00Z');
    expect(deviceFactsOf(known, first, later, first.properties).change).not.toHaveProperty('lastContactAt');
    const second = contact('2027-01-02T00:00:00.000Z');
    expect(deviceFactsOf(known, second, later, first.properties).change.lastContactAt).toBe(later.toISOString());
  });

  test('a row of the list takes nothing away that only the single read tells', () => {
    const { change } = deviceFactsOf(waiting, assigned, now);
    const known = { ...waiting, ...change, lastContactAt: '2026-11-20T08:00:00.000Z' };
    expect(deviceFactsOf(known, asRow, now).change).toEqual({});
  });

  test('what a row of the list leaves out stays as it was, without a word in the history', () => {
    const known = readyDevice({
      profileDetail: 'inSync',
      remediation: 'fixPending',
      remediationAt: '2026-11-21T08:00:00.000Z',
      enrollment: 'blocked',
      enrollmentDetail: 'userless',
      managedDeviceId: '0b5b7a34-5b0e-4f9b-8f57-3f0a0a6f6c33',
      entraDeviceId: '0b5b7a34-5b0e-4f9b-8f57-3f0a0a6f6c44',
    });
    const bare = autopilotRow({
      profileStatus: null,
      remediationState: null,
      enrollmentState: 'enrolled',
      userlessEnrollmentStatus: null,
    });
    expect(deviceFactsOf(known, bare, now)).toEqual({ change: {}, events: [] });
  });

  test('what a single read leaves out is not there', () => {
    const known = readyDevice({ remediation: 'fixPending', managedDeviceId: '0b5b7a34-5b0e-4f9b-8f57-3f0a0a6f6c33' });
    const { change } = deviceFactsOf(known, autopilotDevice({ remediationState: null }), now);
    expect(change).toMatchObject({ remediation: 'unknown', managedDeviceId: null });
  });

  test('the purchase order is what Microsoft holds, and a row that lacks it says nothing', () => {
    const told = deviceFactsOf(readyDevice(), autopilotRow({ purchaseOrder: '76222342' }), now);
    expect(told.change).toMatchObject({ purchaseOrder: '76222342' });
    const known = readyDevice({ purchaseOrder: '76222342', orderNumber: 'D-12', groupTag: 'Kiosk' });
    expect(deviceFactsOf(known, autopilotRow(), now).change).not.toHaveProperty('purchaseOrder');
    const { change } = deviceFactsOf(known, autopilotDevice(), now);
    expect(change).toMatchObject({ purchaseOrder: null });
    expect(change).not.toHaveProperty('orderNumber');
    expect(change).not.toHaveProperty('groupTag');
  });

  test('Microsoft’s purchase order does not replace the file’s, and a difference is told once', () => {
    const imported = readyDevice({ purchaseOrderInFile: '4711' });
    const { change, events } = deviceFactsOf(imported, autopilotRow({ purchaseOrder: '76222342' }), now);
    expect(change).toMatchObject({ purchaseOrder: '76222342' });
    expect(change).not.toHaveProperty('purchaseOrderInFile');
    const told = 'Microsoft holds the purchase order “76222342”, the file said “4711”. Both are kept.';
    expect(events.map(({ sentence }) => sentence)).toContain(told);
    const again = deviceFactsOf({ ...imported, ...change }, autopilotRow({ purchaseOrder: '76222342' }), now);
    expect(again.events.map(({ sentence }) => sentence)).not.toContain(told);
    const same = deviceFactsOf(imported, autopilotRow({ purchaseOrder: '4711' }), now);
    expect(same.events.map(({ sentence }) => sentence).join()).not.toContain('purchase order');
  });

  test('a hardware change is dated as Microsoft dates it, and a word that nobody knows is shown as it came', () => {
    const pending = autopilotDevice({
      ...assigned,
      remediationState: 'automaticRemediationRequired',
      remediationChangedAt: '2026-11-20T07:00:00.000Z',
    });
    const first = deviceFactsOf(readyDevice(), pending, now);
    expect(first.change).toMatchObject({ remediation: 'fixPending', remediationAt: '2026-11-20T07:00:00.000Z' });
    const odd = deviceFactsOf(readyDevice(), autopilotDevice({ ...assigned, remediationState: 'brandNew' }), now);
    expect(odd.change).toMatchObject({ remediation: 'unknown', remediationDetail: 'brandNew' });
    expect(odd.events.map(({ sentence }) => sentence)).toContain(
      'Microsoft says nothing known about hardware changes (brandNew).',
    );
  });

  test('words beside a status that stays are history too', () => {
    const known = readyDevice({ profileDetail: 'inSync', profileName: 'Kiosk', enrollment: 'enrolled' });
    const { events } = deviceFactsOf(
      known,
      autopilotDevice({ ...assigned, profileStatus: 'assignedOutOfSync', enrollmentState: 'pendingReset' }),
      now,
    );
    expect(events).toMatchObject([
      { subject: 'profile', sentence: 'A profile is assigned (outOfSync).', from: 'inSync', to: 'outOfSync' },
      { subject: 'enrollment', from: null, to: 'pendingReset' },
    ]);
  });

  test('a profile that is taken away takes its name and date along', () => {
    const { change } = deviceFactsOf(readyDevice(), autopilotDevice({ profileStatus: 'notAssigned' }), now);
    expect(change).toMatchObject({ profile: 'notAssigned', profileName: null, profileAssignedAt: null });
  });

  test('the bench and the reseal are never touched', () => {
    const { change } = deviceFactsOf(readyDevice({ bench: 'succeeded', reseal: 'shipped' }), assigned, now);
    expect(Object.keys(change).filter((name) => /bench|reseal|shipped|userFlow/i.test(name))).toEqual([]);
  });

  test('a device that is being removed stays so while the list still shows it', () => {
    expect(deviceFactsOf(readyDevice({ registration: 'removing' }), assigned, now).change.registration).toBeUndefined();
  });

  test('a word that nobody knows is shown as it came', () => {
    const { change } = deviceFactsOf(
      waiting,
      autopilotDevice({ profileStatus: 'brandNew', enrollmentState: 'odd' }),
      now,
    );
    expect(change).toMatchObject({
      profile: 'unknown',
      profileDetail: 'brandNew',
      enrollment: 'unknown',
      enrollmentDetail: 'odd',
    });
  });
});
