import { describe, expect, test } from 'vitest';
import { removalPlanOf } from '../../../../../src/main/services/registration/removalRecords.ts';
import type { AutopilotDevice } from '../../../../../src/main/graph/resources/autopilotDeviceWire.ts';
import { readyDevice } from '../../../../fakes/deviceRecord.ts';
import { autopilotDevice } from '../../../../fakes/autopilotDevice.ts';

const managed = {
  id: 'm1',
  deviceName: 'LAB-1',
  serialNumber: '5CG1234567',
  userPrincipalName: null,
  entraDeviceId: null,
  joinType: 'azureADJoined',
  enrolledAt: null,
  lastSyncAt: null,
};
const entra = { id: 'e1', deviceId: 'd1', displayName: 'LAB-1', trustType: 'AzureAd', isEnabled: true };
const steps = (found: {
  autopilot?: AutopilotDevice | null;
  managed?: typeof managed | null;
  entra?: typeof entra | null;
}) =>
  removalPlanOf(readyDevice(), { autopilot: autopilotDevice(), managed, entra, ...found }).records.map(
    ({ service, action }) => `${service}: ${action}`,
  );

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
    expect(steps({ entra: { ...entra, trustType: 'ServerAd' } }).at(-1)).toBe('activeDirectory: byHand');
  });
  test('a device that never enrolled has nothing in Intune', () => {
    expect(steps({ managed: null })).toEqual(['autopilot: delete', 'entra: leave']);
  });
  test('a device that Autopilot does not list is said to be gone', () => {
    const plan = removalPlanOf(readyDevice(), { autopilot: null, managed: null, entra: undefined });
    expect(plan.records).toEqual([]);
    expect(plan.warnings[0]).toContain('does not list the device');
  });
});
