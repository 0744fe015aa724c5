import { z } from 'zod';
import type { DeviceRecord } from './device.ts';
import type { UserFlowWindow } from '../bench/dueDates.ts';
import { goGateFailures } from '../bench/goGate.ts';
import { nextStepCodes, nextStepTitles } from './nextStepTitles.ts';
import { hardwareChangeProblem, isFixOverdue, profileFailure } from './profileProblem.ts';

export const nextStepCode = z.enum(nextStepCodes);
export type NextStepCode = z.infer<typeof nextStepCode>;

/** Whose turn it is, what to do, and the short name of the step for lists and filters. */
export const nextStep = z.object({
  code: nextStepCode,
  title: z.string(),
  sentence: z.string(),
  whose: z.enum(['technician', 'microsoft', 'user', 'nobody']),
});
export type NextStep = z.infer<typeof nextStep>;

/** The one thing to do next. The bench comes before the cloud's report: what the technician saw outranks it. */
export function nextStepOf(device: DeviceRecord, window: UserFlowWindow, now: Date): NextStep {
  return (
    onOtherBoard(device) ??
    afterRemoval(device) ??
    afterBench(device, window) ??
    atBench(device) ??
    beforeBench(device, now)
  );
}

function step(code: NextStepCode, whose: NextStep['whose'], sentence: string): NextStep {
  return { code, title: nextStepTitles[code], sentence, whose };
}

function afterRemoval({ registration, computerAccount, managedDeviceId }: DeviceRecord): NextStep | null {
  if (computerAccount !== null) {
    const named = computerAccount === '' ? 'its computer account' : `the computer account ${computerAccount}`;
    return step(
      'finishRemoval',
      'technician',
      `Have ${named} deleted in Active Directory, or it is synchronised to Entra again. Then record it here.`,
    );
  }
  if (registration !== 'removed') return null;
  return managedDeviceId === null
    ? step('done', 'nobody', 'The device is deregistered. Nothing is left to do.')
    : step(
        'finishRemoval',
        'technician',
        'Windows Autopilot does not list the device any more, but Intune may still hold its record. Look with Deregister.',
      );
}

/** What was registered, and run at the bench, was the mainboard before. */
function onOtherBoard(device: DeviceRecord): NextStep | null {
  const { needsNewRegistration, registration, bench } = device;
  if (!needsNewRegistration || bench === 'running' || registration === 'removing') return null;
  if (registration === 'removed' && (device.computerAccount !== null || device.managedDeviceId !== null)) return null;
  return registration === 'removed'
    ? step('register', 'technician', 'Register the device again: its mainboard was replaced.')
    : step(
        'fixRegistration',
        'technician',
        'The mainboard was replaced, and the registration fits the old one. Deregister the device, then register it again with the new hash.',
      );
}

function afterBench(device: DeviceRecord, window: UserFlowWindow): NextStep | null {
  if (device.reseal === 'userFlowDone')
    return step('done', 'nobody', 'The user has finished the set-up. Nothing is left to do.');
  if (device.bench !== 'succeeded') return null;
  if (device.reseal === 'expired' || window.state === 'closed') {
    return step(
      'redoTechnicianFlow',
      'technician',
      'Six months are over since the technician flow. Reset the device and run the technician flow again.',
    );
  }
  switch (device.reseal) {
    case 'notResealed':
      return step('reseal', 'technician', 'Press Reseal on the device, wait until it is off, then record it here.');
    case 'resealed':
      return step('ship', 'technician', 'Leave the device off, pack it, and record it as shipped.');
    case 'shipped':
      return step('waitForUserFlow', 'user', userFlowSentences[window.state]);
  }
}

const userFlowSentences: Readonly<Record<UserFlowWindow['state'], string>> = {
  none: 'The user signs in at the first start. Record it when the user flow is done.',
  tooEarly:
    'The user should wait until 90 minutes after the technician flow before starting the device. Record it when the user flow is done.',
  open: 'The user signs in at the first start. Record it when the user flow is done.',
  closing: 'Less than a month is left: ask the user to start the device now. Record it when the user flow is done.',
  closed: 'Six months are over. Reset the device and run the technician flow again.',
  done: 'The user has finished the set-up.',
};

function atBench(device: DeviceRecord): NextStep | null {
  if (device.bench === 'running') {
    return step(
      'finishBench',
      'technician',
      'Wait for the result screen, then scan its QR code or record what it shows.',
    );
  }
  if (device.bench === 'failed') {
    return step(
      'retryBench',
      'technician',
      device.benchError?.message ??
        'Export the logs, mend what the failure screen names, then start the technician flow again.',
    );
  }
  return null;
}

function beforeBench(device: DeviceRecord, now: Date): NextStep {
  switch (device.registration) {
    case 'none':
      return device.hasHardwareHash
        ? step('register', 'technician', 'Register the device with Windows Autopilot.')
        : step('register', 'technician', 'Import the device’s hardware hash, then register it.');
    case 'queued':
      return step(
        'waitForRegistration',
        'microsoft',
        'The registration waits to be sent to Microsoft. If it stays here, Activity says why.',
      );
    case 'submitted':
    case 'pending':
      return step(
        'waitForRegistration',
        'microsoft',
        'Microsoft is registering the device. This usually takes a few minutes.',
      );
    case 'removing':
      return step(
        'waitForRemoval',
        'microsoft',
        'Microsoft is removing the registration. This can take up to 30 minutes; Activity says how far it is.',
      );
    case 'failed':
      return step(
        'fixRegistration',
        'technician',
        device.registrationError?.message ?? 'Microsoft refused the registration. Open the device to see why.',
      );
    case 'registered':
    case 'removed':
      return withProfile(device, now);
  }
}

function withProfile(device: DeviceRecord, now: Date): NextStep {
  // Before everything else: while changed hardware is not registered, no profile comes.
  const hardwareChange = hardwareChangeProblem(device);
  if (hardwareChange !== null) {
    if (isFixOverdue(device, now)) return step('fixProfile', 'technician', FIX_OVERDUE);
    return device.remediation === 'fixPending'
      ? step('waitForProfile', 'microsoft', hardwareChange.join(' '))
      : step('fixProfile', 'technician', hardwareChange.join(' '));
  }
  if (device.profile === 'failed') return step('fixProfile', 'technician', profileFailure(device).join(' '));
  if (device.profile !== 'assigned') {
    return step(
      'waitForProfile',
      'microsoft',
      'Intune assigns the profile when the device’s group is evaluated. Minutes are normal; after an hour check the group tag.',
    );
  }
  const blocked = blockedSentence(device);
  if (blocked !== null) return step('clearGate', 'technician', blocked);
  return step(
    'startBench',
    'technician',
    'Connect the network cable, start the device, press the Windows key five times, and start the technician flow.',
  );
}

const FIX_OVERDUE =
  'Intune has been registering changed hardware for more than a day (Fix pending). Deregister the device and register it again.';

function blockedSentence(device: DeviceRecord): string | null {
  const blocking = goGateFailures(device)[0];
  return blocking === undefined ? null : [blocking.sentence, blocking.remedy].join(' ');
}
