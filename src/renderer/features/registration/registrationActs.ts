import { ArrowImportRegular, CloudArrowUpRegular, LockOpenRegular } from '@fluentui/react-icons';
import type { DeviceView } from '../../../shared/devices/deviceView.ts';
import { idsOf, type Act, type ActOf } from '../../acts/act.ts';
import { goTo } from '../../app/navigation.ts';
import { registrationText } from '../../text/registration.ts';
import { askToRegister } from './registerDevices.ts';

export const register: ActOf<'devices'> = {
  appliesTo: 'devices',
  name: 'registration.register',
  label: registrationText.register,
  short: (on) =>
    on.kind === 'device' && on.detail.device.nextStep.code === 'fixRegistration'
      ? registrationText.tryAgain
      : registrationText.register,
  Icon: CloudArrowUpRegular,
  bar: 'beside',
  allowed: (on) => on.kind === 'selection' || (whyNotRegistered(on.detail.device) ?? true),
  run: (on, tools) => askToRegister(idsOf(on), tools),
};

export const importHash: ActOf<'device'> = {
  appliesTo: 'device',
  name: 'registration.importHash',
  label: registrationText.importHash,
  Icon: ArrowImportRegular,
  allowed: ({ detail }) => !detail.device.hasHardwareHash || registrationText.hasHash,
  run: () => goTo({ page: 'intake' }),
};

/** A file that holds the serial number beside the hash adds it to the device. */
export const importSerial: ActOf<'device'> = {
  appliesTo: 'device',
  name: 'registration.importSerial',
  label: registrationText.importSerial,
  Icon: ArrowImportRegular,
  allowed: ({ detail: { device } }) => lacksSerialNumber(device) || registrationText.hasSerial,
  run: () => goTo({ page: 'intake' }),
};

/** Microsoft refused the registration for want of a serial number: MissingZtdSerialNumberAndProductKey. */
export function lacksSerialNumber({ registration, registrationError }: DeviceView): boolean {
  return registration === 'failed' && registrationError?.code === 803;
}

/** Lets devices enroll again that Intune allows to enroll only once. */
export const unblock: ActOf<'devices'> = {
  appliesTo: 'devices',
  name: 'registration.unblock',
  label: registrationText.unblock,
  Icon: LockOpenRegular,
  menu: 'change',
  bar: 'more',
  allowed: (on) =>
    on.kind === 'selection' || on.detail.device.registration === 'registered' || registrationText.notRegistered,
  async run(on, { command, tellQueued }) {
    const outcome = await command('registration.unblock', { deviceIds: idsOf(on) });
    if (outcome.ok) tellQueued(outcome.value);
  },
};

function whyNotRegistered({ registration, hasHardwareHash, needsNewRegistration }: DeviceView): string | null {
  switch (registration) {
    case 'registered':
      return needsNewRegistration ? registrationText.onOldBoard : registrationText.registeredAlready;
    case 'removing':
      return registrationText.removing;
    case 'queued':
    case 'submitted':
    case 'pending':
      return registrationText.onItsWay;
    case 'none':
    case 'failed':
    case 'removed':
      return hasHardwareHash ? null : registrationText.noHash;
  }
}

export const registrationActs: readonly Act[] = [register, importHash, importSerial, unblock];
