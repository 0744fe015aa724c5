import type { DeviceRecord } from '../../devices/device.ts';
import { otherSerialOf } from '../../devices/otherSerial.ts';
import type { Step } from '../../devices/step.ts';
import { goesByPartner } from '../../registration/partnerWay.ts';

/** What runs at the bench is finished first: whose flow it is shows on its result. */
export function underOtherSerial(device: DeviceRecord): Step | null {
  const other = otherSerialOf(device);
  if (other === null || device.bench === 'running' || device.reseal === 'userFlowDone') return null;
  return { code: 'fixRegistration', reason: 'otherSerialRegistered', ...other };
}

/** The registration and the technician flow belong to the mainboard before. */
export function onOtherBoard(device: DeviceRecord): Step | null {
  const { needsNewRegistration, registration, bench } = device;
  if (!needsNewRegistration || bench === 'running' || registration === 'removing') return null;
  if (registration === 'removed' && (device.computerAccount !== null || device.managedDeviceId !== null)) return null;
  return registration === 'removed'
    ? { code: 'register', reason: 'boardReplaced' }
    : { code: 'fixRegistration', reason: 'oldBoardRegistered' };
}

/** What a removal has left to do, or that nothing is left. */
export function afterRemoval({ registration, computerAccount, managedDeviceId }: DeviceRecord): Step | null {
  if (computerAccount !== null) return { code: 'finishRemoval', reason: 'computerAccountLeft', name: computerAccount };
  if (registration !== 'removed') return null;
  return managedDeviceId === null
    ? { code: 'done', reason: 'deregistered' }
    : { code: 'finishRemoval', reason: 'intuneRecordLeft' };
}

/** The way into Windows Autopilot. */
export function registering(device: DeviceRecord): Step | null {
  switch (device.registration) {
    case 'none':
      return device.hasHardwareHash ? { code: 'register', reason: 'notRegistered' } : withoutHash(device);
    case 'queued':
      return { code: 'waitForRegistration', reason: 'registrationNotSent' };
    case 'submitted':
    case 'pending':
      return { code: 'waitForRegistration', reason: 'registrationSent' };
    case 'removing':
      return { code: 'waitForRemoval', reason: 'beingDeregistered' };
    case 'failed':
      return { code: 'fixRegistration', reason: 'registrationRefused', error: device.registrationError };
    case 'registered':
    case 'removed':
      return null;
  }
}

/** What is not registered and has no hash: a partner can register it by what else is known of it, or its hash comes. */
function withoutHash(device: DeviceRecord): Step {
  if (!goesByPartner(device)) return { code: 'register', reason: 'hashMissing' };
  return device.partnerFileAt === null
    ? { code: 'sendToPartner', reason: 'partnerCenterOnly' }
    : { code: 'waitForPartner', reason: 'inPartnerFile', at: device.partnerFileAt, file: device.partnerFileName };
}

/** A registration’s profile comes before device preparation. */
export function mustNotBeRegistered({ registration }: DeviceRecord): Step | null {
  if (registration === 'removing') return { code: 'waitForRemoval', reason: 'beingDeregistered' };
  return registration === 'none' || registration === 'removed' || registration === 'failed'
    ? null
    : { code: 'fixRegistration', reason: 'mustNotBeRegistered' };
}
