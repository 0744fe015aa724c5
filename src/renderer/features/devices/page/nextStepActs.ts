import type { DeviceView } from '../../../../shared/devices/deviceView.ts';
import { goGateFailures } from '../../../../shared/bench/goGate.ts';
import type { Act } from '../../../acts/act.ts';
import { gateQuestionOf } from '../../../../shared/bench/gateQuestion.ts';
import * as bench from '../../bench/benchActs.tsx';
import { exportForPartner } from '../../exports/exportActs.ts';
import { lookAtBoard } from '../../boards/boardActs.tsx';
import { importHash, importSerial, lacksSerialNumber, register, unblock } from '../../registration/registrationActs.ts';
import { accountDeleted, deleteIntuneRecord, deregister, removalRecord } from '../../removal/removalActs.tsx';
import { refresh, sync } from '../../tracking/trackingActs.tsx';

/** The acts of the next step, and less prominent acts that may help as well. */
export interface NextStepActs {
  readonly main: readonly Act[];
  readonly beside: readonly Act[];
}

/** The acts of a device's next step: none, one or two. */
export function nextStepActs(device: DeviceView): NextStepActs {
  switch (device.nextStep.code) {
    case 'register':
      return { main: [device.hasHardwareHash ? register : importHash], beside: [] };
    case 'sendToPartner':
      return { main: [exportForPartner], beside: [importHash] };
    case 'waitForPartner':
      return { main: [], beside: [refresh, exportForPartner] };
    case 'fixRegistration':
      if (device.nextStep.reason === 'otherSerialRegistered') return { main: [], beside: [refresh, deregister] };
      if (lacksSerialNumber(device)) return { main: [importSerial], beside: [] };
      // Registered with another mainboard, it has to be deregistered first.
      return device.needsNewRegistration
        ? { main: [deregister], beside: [lookAtBoard] }
        : { main: [register], beside: [] };
    case 'waitForRegistration':
    case 'waitForRemoval':
      return { main: [], beside: [refresh] };
    case 'waitForProfile':
      return { main: [], beside: [refresh, sync] };
    case 'fixProfile':
      if (device.nextStep.reason === 'failureStops') return { main: [refresh], beside: [bench.startAnyway] };
      // Changed hardware: deregistering is the remedy.
      return device.remediation === 'fixPending' || device.remediation === 'attentionRequired'
        ? { main: [deregister], beside: [refresh, lookAtBoard] }
        : { main: [refresh], beside: [sync] };
    case 'clearGate': {
      // A question is answered, and not overruled.
      const answer = answerOf(device.nextStep);
      if (answer !== null) return { main: [answer], beside: [] };
      return { main: [enrollmentAct(device) ?? refresh], beside: [bench.startAnyway] };
    }
    case 'startBench':
      return { main: [bench.start], beside: [] };
    case 'finishBench':
      return { main: [bench.succeededFlow], beside: [bench.failedFlow] };
    case 'retryBench': {
      const act = enrollmentAct(device);
      return { main: [bench.start], beside: act === null ? [] : [act] };
    }
    case 'updateFirmware':
    case 'updateWindows':
    case 'askAdministrator':
      return { main: [], beside: [bench.startAnyway] };
    case 'deregister':
      return { main: [deregister], beside: [bench.startAnyway] };
    case 'unblock':
      // Intune may refuse to unblock it; its record can always go.
      return enrollmentAct(device) === deleteIntuneRecord
        ? { main: [deleteIntuneRecord], beside: [bench.startAnyway] }
        : {
            main: [unblock],
            beside: [...(device.managedDeviceId === null ? [] : [deleteIntuneRecord]), bench.startAnyway],
          };
    case 'redoTechnicianFlow':
      return enrollmentAct(device) === null
        ? { main: [bench.runAgain], beside: [] }
        : { main: [deleteIntuneRecord], beside: [bench.runAgain] };
    case 'reseal':
      return { main: [bench.reseal], beside: [] };
    case 'ship':
      return { main: [bench.ship], beside: [] };
    case 'waitForUserFlow':
      return { main: [], beside: [bench.userFlowDone] };
    case 'finishRemoval':
      return { main: [device.computerAccount === null ? deregister : accountDeleted], beside: [] };
    case 'done':
      return { main: [], beside: device.nextStep.reason === 'deregistered' ? [removalRecord] : [] };
  }
}

/** The act that answers what the gate asks; null where it asks nothing. */
function answerOf(step: DeviceView['nextStep']): Act | null {
  if (step.reason !== 'gateClosed') return null;
  const question = gateQuestionOf(step.problem);
  return question === null
    ? null
    : { tpm2: bench.confirmTpm, profileOnPage: bench.confirmProfile, reset: bench.confirmReset }[question];
}

/** Intune lets a device enroll by itself only once: what is enough for another time; null where nothing stands in its way. */
function enrollmentAct(device: DeviceView): Act | null {
  const problem = goGateFailures(device).find(({ code }) => code === 'enrollment.allowed');
  // Nothing offers to delete what Intune shows in use.
  if (problem === undefined || problem.finding === 'inUse') return null;
  return problem.finding === 'enrollmentBlocked' && problem.act === 'unblock' ? unblock : deleteIntuneRecord;
}
