import type { ObjectLeft } from '../../../shared/removal/pastRemoval.ts';
import type { RemovalPlan, RemovalTarget } from '../../../shared/removal/removalPlan.ts';
import {
  removalDoubtWords,
  removalStepWords,
  removalWarningWords,
  type RemovalStep,
  type RemovalWarning,
} from '../../../shared/removal/removalWords.ts';
import type { DeviceRecord } from '../../../shared/devices/device.ts';
import { deviceTitle } from '../../../shared/devices/deviceTitle.ts';
import type { AutopilotDevice } from '../../graph/resources/autopilotDeviceWire.ts';
import type { EntraDevice } from '../../graph/resources/entraDevices.ts';
import type { ManagedDevice } from '../../graph/resources/managedDevices.ts';
import type { FoundRecords } from './findRemovalRecords.ts';
import { removalDoubts } from './removalDoubts.ts';
import { isSaidToBeHybrid } from './wantedInEntra.ts';

/**
 * What a deregistration does to each record, in its order. Source: "Registration overview", deregister a device (Microsoft
 * Learn): Intune, then Autopilot; the Entra device goes by itself, and of a hybrid device the computer account by hand.
 */
export function removalPlanOf(device: DeviceRecord, tenant: string, found: FoundRecords): RemovalPlan {
  const { autopilot, managed, entra } = found;
  const isHybrid = isHybridJoined(found);
  const doubts = removalDoubts(device, found);
  const warnings = warningsOf(device, found);
  return {
    deviceId: device.id,
    serialNumber: deviceTitle(device),
    tenant,
    target: targetOf(found),
    records: [
      ...(managed === null ? [] : [intuneRecord(managed)]),
      ...(autopilot === null ? [] : autopilotRecords(autopilot)),
      ...(entra ?? []).map((object) => entraRecord(object, isHybrid)),
      ...(isHybrid ? [activeDirectoryRecord(found)] : []),
    ],
    doubts: doubts.map(removalDoubtWords),
    warnings: warnings.map(removalWarningWords),
    codes: { doubts, warnings },
  };
}

/** The objects in Entra that a removal leaves alone, for its record; null where they could not be read. */
export function leftInEntra({ records, codes }: RemovalPlan): ObjectLeft[] | null {
  if (codes.warnings.some(({ code }) => code === 'removal.entraUnreadable')) return null;
  return records.flatMap(({ service, id, name, step }) => (service === 'entra' ? [{ id, name, step }] : []));
}

function targetOf(found: FoundRecords): RemovalTarget {
  const { autopilot, managed } = found;
  return {
    autopilot: autopilot === null ? null : { id: autopilot.id, serialNumber: autopilot.serialNumber },
    intune: managed === null ? null : { id: managed.id, serialNumber: managed.serialNumber },
    computerAccount: isHybridJoined(found) ? (accountNameOf(found) ?? '') : null,
  };
}

const accountNameOf = ({ managed, entra = [] }: FoundRecords): string | null =>
  managed?.deviceName ?? (entra.find(isJoinedToDomain) ?? entra[0])?.displayName ?? null;

const isJoinedToDomain = ({ trustType }: EntraDevice): boolean => trustType === 'ServerAd';

const isHybridJoined = ({ autopilot, managed, entra = [] }: FoundRecords): boolean =>
  entra.some(isJoinedToDomain) || isSaidToBeHybrid(autopilot, managed);

/** A step as its code, and in words. */
const told = (step: RemovalStep) => ({ step, sentence: removalStepWords(step) });

function intuneRecord(managed: ManagedDevice): RemovalPlan['records'][number] {
  return {
    service: 'intune',
    id: managed.id,
    name: managed.deviceName,
    serialNumber: managed.serialNumber,
    lastSeenAt: managed.lastSyncAt,
    action: 'delete',
    ...told({ code: 'removal.deleteIntune' }),
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
            ...told({ code: 'removal.unassignUser' }),
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
      ...told({ code: 'removal.deleteAutopilot' }),
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
    ...told({ code: isHybrid ? hybridStep(entra) : 'removal.leaveEntra' }),
  };
}

/** Of a hybrid device's two objects one was made at the registration, the other when it joined the domain. */
const hybridStep = (entra: EntraDevice) =>
  entra.carriesZtdId && !isJoinedToDomain(entra) ? 'removal.leavePlaceholder' : 'removal.leaveHybridEntra';

function activeDirectoryRecord(found: FoundRecords): RemovalPlan['records'][number] {
  return {
    service: 'activeDirectory',
    id: null,
    name: accountNameOf(found),
    serialNumber: null,
    lastSeenAt: null,
    action: 'byHand',
    ...told({ code: 'removal.deleteAccountByHand' }),
  };
}

function warningsOf(device: DeviceRecord, { autopilot, managed, entra }: FoundRecords): RemovalWarning[] {
  const warnings: RemovalWarning[] = [];
  if (managed?.isFirmwareManaged === true) warnings.push({ code: 'removal.firmwareManaged' });
  if (autopilot === null) warnings.push({ code: 'removal.notInAutopilot' });
  if (autopilot !== null && managed === null) warnings.push({ code: 'removal.notInIntune' });
  if (entra === undefined) warnings.push({ code: 'removal.entraUnreadable' });
  if (device.bench === 'succeeded') warnings.push({ code: 'removal.technicianFlowDone' });
  return warnings;
}
