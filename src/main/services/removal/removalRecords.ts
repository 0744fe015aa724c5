import type { OutputOf } from '../../../shared/api/contract.ts';
import type { RemovalTarget } from '../../../shared/removal/removalPlan.ts';
import type { DeviceRecord } from '../../../shared/devices/device.ts';
import { deviceTitle } from '../../../shared/devices/deviceTitle.ts';
import type { AutopilotDevice } from '../../graph/resources/autopilotDeviceWire.ts';
import type { EntraDevice } from '../../graph/resources/entraDevices.ts';
import type { ManagedDevice } from '../../graph/resources/managedDevices.ts';
import type { FoundRecords } from './findRemovalRecords.ts';
import { removalDoubts } from './removalDoubts.ts';

export type RemovalPlan = OutputOf<'removal.plan'>;

/**
 * What a deregistration does to each record, in its order. Source: "Registration overview", deregister a device (Microsoft
 * Learn): Intune, then Autopilot; the Entra device goes by itself, and of a hybrid device the computer account by hand.
 */
export function removalPlanOf(device: DeviceRecord, tenant: string, found: FoundRecords): RemovalPlan {
  const { autopilot, managed, entra } = found;
  const isHybrid = isHybridJoined(found);
  return {
    deviceId: device.id,
    serialNumber: deviceTitle(device),
    tenant,
    target: targetOf(found),
    records: [
      ...(managed === null ? [] : [intuneRecord(managed)]),
      ...(autopilot === null ? [] : autopilotRecords(autopilot)),
      ...(entra === null || entra === undefined ? [] : [entraRecord(entra, isHybrid)]),
      ...(isHybrid ? [activeDirectoryRecord(found)] : []),
    ],
    doubts: removalDoubts(device, found),
    warnings: warningsOf(device, found),
  };
}

function targetOf(found: FoundRecords): RemovalTarget {
  const { autopilot, managed } = found;
  return {
    autopilot: autopilot === null ? null : { id: autopilot.id, serialNumber: autopilot.serialNumber },
    intune: managed === null ? null : { id: managed.id, serialNumber: managed.serialNumber },
    computerAccount: isHybridJoined(found) ? (accountNameOf(found) ?? '') : null,
  };
}

const accountNameOf = ({ managed, entra }: FoundRecords): string | null =>
  managed?.deviceName ?? entra?.displayName ?? null;

function isHybridJoined({ autopilot, managed, entra }: FoundRecords): boolean {
  return (
    entra?.trustType === 'ServerAd' ||
    managed?.joinType?.toLowerCase().startsWith('hybrid') === true ||
    autopilot?.deploymentProfile?.join === 'hybrid'
  );
}

function intuneRecord(managed: ManagedDevice): RemovalPlan['records'][number] {
  return {
    service: 'intune',
    id: managed.id,
    name: managed.deviceName,
    serialNumber: managed.serialNumber,
    lastSeenAt: managed.lastSyncAt,
    action: 'delete',
    sentence: 'First: the Intune record is deleted. An enrolled device cannot be taken out of Autopilot.',
  };
}

function autopilotRecords(autopilot: AutopilotDevice): RemovalPlan['records'] {
  const { id, displayName: name, serialNumber, lastContactedAt: lastSeenAt } = autopilot;
  const unassign: RemovalPlan['records'] =
    autopilot.userPrincipalName === null || autopilot.userPrincipalName === ''
      ? []
      : [
          {
            service: 'autopilot',
            id,
            name,
            serialNumber,
            lastSeenAt,
            action: 'unassignUser',
            sentence: 'Then: its user is unassigned.',
          },
        ];
  return [
    ...unassign,
    {
      service: 'autopilot',
      id,
      name,
      serialNumber,
      lastSeenAt,
      action: 'delete',
      sentence:
        'Then: the registration is deleted. It stays in the list until the next synchronisation, up to 30 minutes.',
    },
  ];
}

function entraRecord(entra: EntraDevice, isHybrid: boolean): RemovalPlan['records'][number] {
  return {
    service: 'entra',
    id: entra.id,
    name: entra.displayName,
    serialNumber: null,
    lastSeenAt: entra.lastSignInAt,
    action: 'leave',
    sentence: isHybrid
      ? 'Left alone: it goes when its computer account is deleted in Active Directory.'
      : 'Left alone: Microsoft removes it with the registration where that is right.',
  };
}

function activeDirectoryRecord(found: FoundRecords): RemovalPlan['records'][number] {
  return {
    service: 'activeDirectory',
    id: null,
    name: accountNameOf(found),
    serialNumber: null,
    lastSeenAt: null,
    action: 'byHand',
    sentence: 'By hand, at last: delete the computer account in Active Directory, or it is synchronised again.',
  };
}

function warningsOf(device: DeviceRecord, { autopilot, managed, entra }: FoundRecords): string[] {
  const warnings: string[] = [];
  if (autopilot === null) warnings.push('Windows Autopilot does not list the device; it may be deregistered already.');
  if (autopilot !== null && managed === null) warnings.push('Intune holds no record of it: it is not enrolled.');
  if (entra === undefined)
    warnings.push('The Entra device could not be read with this account; it is not touched anyway.');
  if (device.bench === 'succeeded') {
    warnings.push(
      'The technician flow has succeeded on this device. After the removal it has to be reset and run again.',
    );
  }
  return warnings;
}
