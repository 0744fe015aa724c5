import type { DeviceRecord } from './device.ts';

/** What is wrong, and the remedy that Microsoft documents for it. */
export type Problem = readonly [sentence: string, remedy: string];

/**
 * Microsoft says "an extended period" and gives no time. A device that is switched on checks in about every eight hours, so
 * within a day it had three chances.
 */
const FIX_PATIENCE_MS = 24 * 60 * 60_000;

/**
 * Changed hardware that keeps the profile away, or null. Sources: "Windows Autopilot motherboard replacement", profile status;
 * "Windows Autopilot: known issues", Fix pending and Attention required.
 */
export function hardwareChangeProblem({ remediation }: Pick<DeviceRecord, 'remediation'>): Problem | null {
  switch (remediation) {
    case 'fixPending':
      return [
        'Intune saw a hardware change and is registering it (Fix pending).',
        'Wait for the device’s next check-in; if it stays so for a day, deregister the device and register it again.',
      ];
    case 'attentionRequired':
      return [
        'Intune could not register changed hardware (Attention required), and assigns no profile until it is.',
        'Deregister the device, reset it, and register it again.',
      ];
    case 'none':
    case 'unknown':
      return null;
  }
}

/** Whether Fix pending has lasted longer than a device needs that is switched on now and then. */
export function isFixOverdue({ remediation, remediationAt }: DeviceRecord, now: Date): boolean {
  return (
    remediation === 'fixPending' &&
    remediationAt !== null &&
    now.getTime() - Date.parse(remediationAt) > FIX_PATIENCE_MS
  );
}

/** Why a profile could not be assigned, by `deploymentProfileAssignmentDetailedStatus`; a word new to us as it came. */
export function profileFailure({ profileDetail }: Pick<DeviceRecord, 'profileDetail'>): Problem {
  if (profileDetail === 'hardwareRequirementsNotMet') {
    return [
      'The device does not meet what the profile asks of its hardware (hardwareRequirementsNotMet).',
      'Switch on TPM 2.0 in the firmware, which self-deploying profiles need, or assign another profile.',
    ];
  }
  if (profileDetail?.endsWith('ProfileNotSupported') === true) {
    return [
      `The profile is for another kind of device (${profileDetail}).`,
      'Assign a profile that is made for this kind: Windows PC, HoloLens or Surface Hub.',
    ];
  }
  return [
    `The profile could not be assigned${profileDetail === null ? '' : ` (${profileDetail})`}.`,
    'Check the profile and the device’s group in Intune.',
  ];
}
