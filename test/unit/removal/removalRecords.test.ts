import { describe, expect, test } from 'vitest';
import { removalPlanOf } from '../../../src/main/services/removal/removalRecords.ts';
import type { AutopilotDevice } from '../../../src/main/graph/resources/autopilotDeviceWire.ts';
import { readyDevice } from '../../rigs/deviceRecord.ts';
import { autopilotDevice } from '../../rigs/autopilotDevice.ts';

const managed = {
  id: 'm1',
  deviceName: 'LAB-1',
  serialNumber: '5CG1234567',
  userPrincipalName: null,
  entraDeviceId: null,
  joinType: 'azureADJoined',
  enrolledAt: null,
  lastSyncAt: null,
  lastSyncTold: null,
  complianceState: null,
  isEncrypted: null,
  isFirmwareManaged: null,
};
const entra = {
  id: 'e1',
  deviceId: 'd1',
  displayName: 'LAB-1',
  trustType: 'AzureAd',
  isEnabled: true,
  lastSignInAt: null,
  carriesZtdId: true,
};
const steps = (found: {
  autopilot?: AutopilotDevice | null;
  managed?: typeof managed | null;
  entra?: (typeof entra)[];
}) =>
  removalPlanOf(readyDevice(), 'Contoso', {
    autopilot: autopilotDevice(),
    managed,
    entra: [entra],
    ...found,
  }).records.map(({ service, action }) => `${service}: ${action}`);

describe('what a deregistration does, in its order', () => {
  test('Intune, then the user, then Autopilot; Entra is left alone', () => {
    expect(steps({ autopilot: autopilotDevice({ userPrincipalName: 'ada@contoso.com' }) })).toEqual([
      'intune: delete',
      'autopilot: unassignUser',
      'autopilot: delete',
      'entra: leave',
    ]);
  });
  test('of a hybrid device the computer account is left to a person', () => {
    expect(steps({ managed: { ...managed, joinType: 'hybridAzureADJoined' } }).at(-1)).toBe('activeDirectory: byHand');
    expect(steps({ entra: [{ ...entra, trustType: 'ServerAd' }] }).at(-1)).toBe('activeDirectory: byHand');
  });
  test('the two Entra objects of a hybrid device are told apart', () => {
    const joined = { ...entra, id: 'e2', trustType: 'ServerAd', carriesZtdId: false };
    const { records } = removalPlanOf(readyDevice(), 'Contoso', {
      autopilot: autopilotDevice(),
      managed: { ...managed, joinType: 'hybridAzureADJoined' },
      entra: [joined, entra],
    });
    expect(records.flatMap(({ service, id, step }) => (service === 'entra' ? [[id, step.code]] : []))).toEqual([
      ['e2', 'removal.leaveHybridEntra'],
      ['e1', 'removal.leavePlaceholder'],
    ]);
  });
  test('a device that never enrolled has nothing in Intune', () => {
    expect(steps({ managed: null })).toEqual(['autopilot: delete', 'entra: leave']);
  });
  test('the plan carries the exact records, and says when each was last seen', () => {
    const lastSyncAt = '2026-11-20T08:00:00.000Z';
    const autopilot = autopilotDevice();
    const plan = removalPlanOf(readyDevice(), 'Contoso', {
      autopilot,
      managed: { ...managed, lastSyncAt },
      entra: [entra],
    });
    expect(plan.target).toEqual({
      autopilot: { id: autopilot.id, serialNumber: autopilot.serialNumber },
      intune: { id: 'm1', serialNumber: '5CG1234567' },
      computerAccount: null,
    });
    expect(plan).toMatchObject({ tenant: 'Contoso', doubts: [] });
    expect(plan.records[0]).toMatchObject({
      id: 'm1',
      name: 'LAB-1',
      serialNumber: '5CG1234567',
      lastSeenAt: lastSyncAt,
    });
  });
  test.each([
    ['another serial number', { managed: { ...managed, serialNumber: 'OTHER1' } }, 'OTHER1, not 5CG1234567'],
    ['no serial number', { managed: { ...managed, serialNumber: null } }, 'does not tell the serial number'],
    ['another model', { autopilot: autopilotDevice({ model: 'Other' }) }, 'may be another device'],
    ['no maker', { autopilot: autopilotDevice({ manufacturer: null }) }, 'an unknown maker'],
  ])('a record with %s is never deleted without a question', (_, found, words) => {
    const { doubts } = removalPlanOf(readyDevice(), 'Contoso', {
      autopilot: autopilotDevice(),
      managed,
      entra: [entra],
      ...found,
    });
    expect(doubts).toEqual([expect.stringContaining(words)]);
  });
  test('a device that Autopilot does not list is said to be gone', () => {
    const plan = removalPlanOf(readyDevice(), 'Contoso', { autopilot: null, managed: null, entra: undefined });
    expect(plan.records).toEqual([]);
    expect(plan.warnings[0]).toContain('does not list the device');
  });
});
