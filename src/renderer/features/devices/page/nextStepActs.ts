import type { DeviceView } from '../../../../shared/devices/deviceView.ts';
import type { Act } from '../../../acts/act.ts';
import * as bench from '../../bench/benchActs.tsx';
import { importHash, register, unblock } from '../../registration/registrationActs.ts';
import { accountDeleted, deregister } from '../../removal/removalActs.tsx';
import { refresh, sync } from '../../tracking/trackingActs.tsx';

/** The acts of the next step, and less prominent acts that may help as well. */
export interface NextStepActs {
  readonly main: readonly Act[];
  readonly beside: readonly Act[];
}

/** DeviceNotSupported: Intune lets the device enroll only once. */
const ENROLLMENT_BLOCKED = '0x80180014';

/** The acts of a device's next step: none, one or two. */
export function nextStepActs(device: DeviceView): NextStepActs {
  switch (device.nextStep.code) {
    case 'register':
      return { main: [device.hasHardwareHash ? register : importHash], beside: [] };
    case 'fixRegistration':
      if (device.nextStep.reason === 'otherSerialRegistered') return { main: [], beside: [refresh, deregister] };
      // Registered with another mainboard, it has to be deregistered first.
      return { main: device.needsNewRegistration ? [] : [register], beside: [] };
    case 'waitForRegistration':
    case 'waitForRemoval':
      return { main: [], beside: [refresh] };
    case 'waitForProfile':
      return { main: [], beside: [refresh, sync] };
    case 'fixProfile':
      // Changed hardware: deregistering is the remedy.
      return device.remediation === 'fixPending' || device.remediation === 'attentionRequired'
        ? { main: [deregister], beside: [refresh] }
        : { main: [refresh], beside: [sync] };
    case 'clearGate':
      return { main: [device.enrollment === 'blocked' ? unblock : refresh], beside: [bench.startAnyway] };
    case 'startBench':
      return { main: [bench.start], beside: [] };
    case 'finishBench':
      return { main: [bench.succeededFlow], beside: [bench.failedFlow] };
    case 'retryBench':
      return { main: [bench.start], beside: device.benchError?.code === ENROLLMENT_BLOCKED ? [unblock] : [] };
    case 'redoTechnicianFlow':
      return { main: [bench.runAgain], beside: [] };
    case 'reseal':
      return { main: [bench.reseal], beside: [] };
    case 'ship':
      return { main: [bench.ship], beside: [] };
    case 'waitForUserFlow':
      return { main: [], beside: [bench.userFlowDone] };
    case 'finishRemoval':
      return { main: [device.computerAccount === null ? deregister : accountDeleted], beside: [] };
    case 'done':
      return { main: [], beside: [] };
  }
}
