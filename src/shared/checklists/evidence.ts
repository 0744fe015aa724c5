import { z } from 'zod';
import type { DeviceRecord } from '../devices/device.ts';
import { userFlowWindowOf } from '../bench/userFlowWindowOf.ts';
import { goGateOf } from '../bench/goGate.ts';
import type { GoGateCode } from '../bench/goGateCondition.ts';

/** Facts of a device that tick a checklist item by themselves. */
export const evidenceCode = z.enum([
  'hash.captured',
  'registration.submitted',
  'registration.registered',
  'profile.assigned',
  'profile.ready',
  'user.assigned',
  'hardware.ready',
  'qr.scanned',
  'enrollment.enrolled',
  'bench.started',
  'bench.ended',
  'bench.succeeded',
  'reseal.recorded',
  'shipped',
  'userFlow.inTime',
  'userFlow.done',
  'user.none',
  'remediation.none',
  'registrant.partner',
  'partnerFile.written',
  'deviceLink.kept',
  'intune.absent',
  'autopilot.absent',
  'board.captured',
  'board.registered',
  'reset.confirmed',
]);
export type EvidenceCode = z.infer<typeof evidenceCode>;

/** Facts that tick an item but are not part of the device's record. */
export interface Observations {
  /** When a landing or result QR code of this device was scanned. */
  readonly qrScannedAt: string | null;
  /** The user that Microsoft holds for the device, and when that was read. */
  readonly microsoftUser: { readonly userPrincipalName: string; readonly readAt: string } | null;
}

/** The facts that are true of a device, each with the time since when, as far as it is known. */
export function evidenceOf(device: DeviceRecord, seen: Observations): ReadonlyMap<EvidenceCode, string> {
  const gate = new Map(goGateOf(device).map(({ code, met }) => [code, met]));
  const meets = (...codes: readonly GoGateCode[]) => codes.every((code) => gate.get(code) === true);
  const isRegistered = device.registration === 'registered';
  const isSent = isRegistered || device.registration === 'submitted' || device.registration === 'pending';
  const assignedAt = device.profileAssignedAt ?? device.profileAt;

  const facts: Readonly<Record<EvidenceCode, Fact>> = {
    'hash.captured': fact(device.hasHardwareHash, device.createdAt),
    'registration.submitted': fact(isSent, device.registrationAt),
    'registration.registered': fact(isRegistered, device.registrationAt),
    'profile.assigned': fact(device.profile === 'assigned', assignedAt),
    'profile.ready': fact(
      meets('profile.assigned', 'profile.dateAssigned', 'profile.expected', 'remediation.none'),
      assignedAt,
    ),
    'user.assigned': fact(
      isSameUser(device.assignedUser, seen.microsoftUser?.userPrincipalName),
      seen.microsoftUser?.readAt,
    ),
    'hardware.ready': fact(meets('hardware.physical', 'hardware.tpm2'), device.createdAt),
    'qr.scanned': since(seen.qrScannedAt),
    'enrollment.enrolled': fact(device.enrollment === 'enrolled', device.enrollmentAt),
    'bench.started': fact(device.bench !== 'notStarted', device.benchStartedAt ?? device.benchEndedAt),
    'bench.ended': since(device.benchEndedAt),
    'bench.succeeded': fact(device.bench === 'succeeded', device.benchEndedAt),
    'reseal.recorded': since(device.resealedAt),
    shipped: since(device.shippedAt),
    'userFlow.inTime': fact(wasInTime(device), device.userFlowDoneAt),
    'userFlow.done': since(device.userFlowDoneAt),
    'user.none': fact(
      isRegistered && device.microsoftReadAt !== null && device.heldUser === null,
      device.microsoftReadAt,
    ),
    'remediation.none': fact(device.remediation === 'none', device.remediationAt),
    'registrant.partner': fact(device.registeredBy === 'partner', device.registrationAt),
    'partnerFile.written': since(device.partnerFileAt),
    'deviceLink.kept': fact(device.hasDeviceLink, device.createdAt),
    'intune.absent': fact(hasNoIntuneRecord(device), device.enrollmentAt),
    'autopilot.absent': fact(device.registration === 'removed', device.registrationAt),
    'board.captured': fact(device.needsNewRegistration || device.boardReplacedAt !== null, device.boardReplacedAt),
    'board.registered': since(device.boardReplacedAt),
    'reset.confirmed': fact(isResetSinceBoard(device), device.resetConfirmedAt),
  };
  return new Map(
    evidenceCode.options.flatMap((code) => (facts[code].isTrue ? [[code, facts[code].at ?? device.updatedAt]] : [])),
  );
}

interface Fact {
  readonly isTrue: boolean;
  readonly at: string | null | undefined;
}

function fact(isTrue: boolean, at: string | null | undefined): Fact {
  return { isTrue, at };
}

/** A fact that holds from the moment it happened. */
function since(at: string | null): Fact {
  return { isTrue: at !== null, at };
}

function isSameUser(wanted: string | null, held: string | undefined): boolean {
  return wanted !== null && wanted.toLowerCase() === held?.toLowerCase();
}

function hasNoIntuneRecord({ enrollment, managedDeviceId, deletedManagedDeviceId }: DeviceRecord): boolean {
  return enrollment === 'notEnrolled' || (managedDeviceId !== null && managedDeviceId === deletedManagedDeviceId);
}

function isResetSinceBoard({ boardReplacedAt, resetConfirmedAt }: DeviceRecord): boolean {
  return resetConfirmedAt !== null && (boardReplacedAt === null || resetConfirmedAt >= boardReplacedAt);
}

/** Whether the user flow came after 90 minutes and before six months. */
function wasInTime(device: DeviceRecord): boolean {
  if (device.userFlowDoneAt === null) return false;
  const { state } = userFlowWindowOf({ ...device, reseal: 'shipped' }, new Date(device.userFlowDoneAt));
  return state === 'open' || state === 'closing';
}
