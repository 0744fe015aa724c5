import {
  ArrowClockwiseRegular,
  ArrowUndoRegular,
  BoxRegular,
  CheckmarkCircleRegular,
  DismissSquareRegular,
  LockClosedRegular,
  PersonAvailableRegular,
  PlayRegular,
  ShieldCheckmarkRegular,
  ShieldErrorRegular,
  type FluentIcon,
} from '@fluentui/react-icons';
import { nextStepTitle } from '../../../shared/devices/nextStepWords.ts';
import { benchStepRefusal } from '../../../shared/bench/benchRefusal.ts';
import { benchRefusalWords } from '../../../shared/bench/benchRefusalWords.ts';
import { startLossesOf } from '../../../shared/bench/startLoss.ts';
import type { BenchStep } from '../../../shared/bench/benchStep.ts';
import { goGateWords } from '../../../shared/bench/goGateWords.ts';
import type { DeviceView } from '../../../shared/devices/deviceView.ts';
import type { Act, ActOf, ActTools, DeviceAtHand } from '../../acts/act.ts';
import { confirmText, stepsText } from '../../text/bench.ts';
import { answerGate } from './answerGate.ts';
import { AppsDialog } from './AppsDialog.tsx';
import { ConfirmTpmDialog } from './ConfirmTpmDialog.tsx';
import { OverrideDialog } from './OverrideDialog.tsx';
import { recordBench, takeBack } from './recordBench.ts';
import { ResultDialog } from './ResultDialog.tsx';
import { StartAgainDialog } from './StartAgainDialog.tsx';

export const start: ActOf<'device'> = {
  appliesTo: 'device',
  name: 'bench.start',
  label: ({ detail: { device } }) => {
    if (device.bench === 'failed') return stepsText.startAgain;
    return device.nextStep.code === 'startBench' ? nextStepTitle(device.nextStep) : stepsText.start;
  },
  Icon: PlayRegular,
  allowed: ({ detail: { device, goGate } }) => {
    const refusal = refusalOf('start', device);
    // At these steps the backend decides anew, and asks for a reason where it refuses.
    if (refusal !== null || device.nextStep.code === 'startBench' || device.nextStep.code === 'retryBench') {
      return refusal ?? true;
    }
    const unmet = goGate.find(({ met }) => !met);
    if (unmet === undefined) return true;
    const { sentence, remedy } = goGateWords(unmet);
    return remedy === null ? sentence : `${sentence} ${remedy}`;
  },
  run: (on, tools) => recordStart(on, tools),
};

/** A device that was reset runs it anew: it says where the device stands, and what is lost. */
export const runAgain: ActOf<'device'> = {
  appliesTo: 'device',
  name: 'bench.runAgain',
  label: stepsText.runAgain,
  short: stepsText.startAgain,
  Icon: PlayRegular,
  menu: 'look',
  allowed: ({ detail: { device } }) =>
    device.bench === 'succeeded' || startLossesOf(device).length > 0 || stepsText.notSucceeded,
  dialog: ({ detail: { device, goGate } }, onClose) =>
    goGate.every(({ met }) => met) ? (
      <StartAgainDialog device={device} onClose={onClose} />
    ) : (
      <OverrideDialog device={device} goGate={goGate} again onClose={onClose} />
    ),
};

/** A start against the go gate. */
export const startAnyway: ActOf<'device'> = {
  appliesTo: 'device',
  name: 'bench.startAnyway',
  label: stepsText.startAnyway,
  Icon: ShieldErrorRegular,
  // Wherever the gate is closed: an offline bench knows what Microsoft has not been asked.
  menu: 'look',
  allowed: ({ detail: { device, goGate } }) => {
    if (device.bench === 'running') return refusalOf('start', device) ?? true;
    return goGate.some(({ met }) => !met) || stepsText.nothingBlocks;
  },
  isAboutStep: true,
  dialog: ({ detail: { device, goGate } }, onClose) => (
    <OverrideDialog device={device} goGate={goGate} again={device.bench === 'succeeded'} onClose={onClose} />
  ),
};

export const succeededFlow = result('success', stepsText.green, CheckmarkCircleRegular);
export const failedFlow = result('failure', stepsText.red, DismissSquareRegular);
/** Where the ESP is known to be off, the technician is asked whether the apps were seen. */
export const reseal: ActOf<'device'> = {
  appliesTo: 'device',
  name: 'bench.reseal',
  label: stepsText.reseal,
  Icon: LockClosedRegular,
  allowed: ({ detail: { device } }) => refusalOf('reseal', device) ?? true,
  async run(on, tools) {
    const { device, esp } = on.detail;
    const refusal = esp.isOn === false ? null : await recordBench({ deviceId: device.id, step: 'reseal' }, tools);
    // The page may not know yet what the backend does.
    if (esp.isOn === false || refusal?.code === 'blocked') tools.ask(resealUnheld, on);
    else if (refusal !== null) tools.notify.failed(refusal);
  },
};

/** A reseal of a device that no status page held. */
const resealUnheld: ActOf<'device'> = {
  appliesTo: 'device',
  name: 'bench.resealUnheld',
  label: stepsText.resealUnheld,
  Icon: LockClosedRegular,
  allowed: ({ detail: { device, esp } }) => refusalOf('reseal', device) ?? (esp.isOn === false || stepsText.espHolds),
  isAboutStep: true,
  dialog: ({ detail: { device } }, onClose) => <AppsDialog device={device} onClose={onClose} />,
};

export const ship = recorded('ship', stepsText.ship, BoxRegular);
export const userFlowDone = recorded('userFlowDone', stepsText.userFlowDone, PersonAvailableRegular);

const takeLastBack: ActOf<'device'> = {
  appliesTo: 'device',
  name: 'bench.takeBack',
  label: stepsText.takeBack,
  Icon: ArrowUndoRegular,
  menu: 'look',
  allowed: ({ detail }) => detail.device.bench !== 'notStarted' || stepsText.nothingRecorded,
  run: ({ detail }, tools) => takeBack(detail.device.id, tools),
};

/** What the result screen of the technician flow shows. */
function result(step: 'success' | 'failure', label: string, Icon: FluentIcon): ActOf<'device'> {
  return {
    appliesTo: 'device',
    name: `bench.${step}`,
    label,
    Icon,
    allowed: ({ detail }) => refusalOf(step, detail.device) ?? true,
    isAboutStep: true,
    dialog: ({ detail }, onClose) => <ResultDialog device={detail.device} result={step} onClose={onClose} />,
  };
}

/** What is recorded with one press. */
function recorded(step: BenchStep, label: string, Icon: FluentIcon): ActOf<'device'> {
  return {
    appliesTo: 'device',
    name: `bench.${step}`,
    label,
    Icon,
    allowed: ({ detail }) => refusalOf(step, detail.device) ?? true,
    async run({ detail }, tools) {
      const refusal = await recordBench({ deviceId: detail.device.id, step }, tools);
      if (refusal !== null) tools.notify.failed(refusal);
    },
  };
}

async function recordStart(on: DeviceAtHand, tools: ActTools): Promise<void> {
  const { device } = on.detail;
  if (startLossesOf(device).length > 0) {
    tools.ask(runAgain, on);
    return;
  }
  const refusal = await recordBench({ deviceId: device.id, step: 'start' }, tools);
  if (refusal === null) return;
  if (refusal.code === 'blocked') tools.ask(startAnyway, on);
  else tools.notify.failed(refusal);
}

/** Why a step cannot be recorded now, as a sentence; null where it can. */
function refusalOf(step: BenchStep, device: DeviceView): string | null {
  const refusal = benchStepRefusal(step, device);
  return refusal === null ? null : benchRefusalWords[refusal];
}

/** What the go gate asks, answered for the device, its model or its batch. */
export const confirmTpm: ActOf<'devices'> = {
  appliesTo: 'devices',
  name: 'bench.confirmTpm',
  label: confirmText.tpm,
  Icon: ShieldCheckmarkRegular,
  menu: 'change',
  bar: 'more',
  allowed: (on) => {
    if (on.kind === 'selection') return true;
    if (on.detail.device.hasHardwareHash) return confirmText.hashTells;
    return on.detail.device.tpmConfirmedAt === null || confirmText.confirmedAlready;
  },
  dialog: (on, onClose) => <ConfirmTpmDialog on={on} onClose={onClose} />,
};

export const confirmProfile: ActOf<'device'> = {
  appliesTo: 'device',
  name: 'bench.confirmProfile',
  label: confirmText.profile,
  Icon: CheckmarkCircleRegular,
  allowed: ({ detail: { goGate } }) =>
    goGate.some(({ finding }) => finding === 'nameNotCompared') || confirmText.notAsked,
  run: ({ detail: { device } }, tools) => answerGate({ deviceIds: [device.id], question: 'profileOnPage' }, tools),
};

/** A repaired device is at its first setup page again. */
export const confirmReset: ActOf<'device'> = {
  appliesTo: 'device',
  name: 'bench.confirmReset',
  label: confirmText.reset,
  alsoCalled: confirmText.resetAlso,
  Icon: ArrowClockwiseRegular,
  allowed: ({ detail: { goGate } }) =>
    goGate.some(({ finding }) => finding === 'notResetSinceRepair') || confirmText.noResetDue,
  run: ({ detail: { device } }, tools) => answerGate({ deviceIds: [device.id], question: 'reset' }, tools),
};

export const benchActs: readonly Act[] = [
  confirmTpm,
  confirmProfile,
  confirmReset,
  start,
  startAnyway,
  succeededFlow,
  failedFlow,
  reseal,
  resealUnheld,
  ship,
  userFlowDone,
  takeLastBack,
  runAgain,
];
