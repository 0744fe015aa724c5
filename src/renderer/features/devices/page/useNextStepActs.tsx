import type { ReactElement } from 'react';
import {
  ArrowClockwiseRegular,
  ArrowImportRegular,
  ArrowSyncRegular,
  BoxRegular,
  CheckmarkCircleRegular,
  CloudArrowUpRegular,
  CloudDismissRegular,
  DismissSquareRegular,
  LockClosedRegular,
  LockOpenRegular,
  PersonAvailableRegular,
  PlayRegular,
  ShieldErrorRegular,
} from '@fluentui/react-icons';
import type { DeviceView } from '../../../../shared/devices/deviceView.ts';
import type { BenchStep } from '../../../../shared/bench/benchStep.ts';
import { goTo } from '../../../app/navigation.ts';
import { deviceText } from '../../../text/device.ts';
import { useNotify } from '../../../ui/notify.ts';
import { useBench } from '../../bench/useBench.ts';
import { useDeviceActs } from './useDeviceActs.ts';
import { useRefresh } from '../../tracking/useRefresh.ts';

/** What an act must ask first. */
export type Question = 'success' | 'failure' | 'override' | 'deregister';

export interface NextStepAct {
  readonly label: string;
  readonly icon: ReactElement;
  readonly appearance: 'primary' | 'secondary';
  readonly running: boolean;
  readonly act: () => void;
}

const { acts: words } = deviceText;
/** DeviceNotSupported: Intune lets the device enroll only once. */
const ENROLLMENT_BLOCKED = '0x80180014';

/** The buttons of a device's next step: one, at most two; the first is what the step says. */
export function useNextStepActs(device: DeviceView, ask: (question: Question) => void): readonly NextStepAct[] {
  const notify = useNotify();
  const bench = useBench(device.id);
  const acts = useDeviceActs();
  const { refresh, sync, running: isReading } = useRefresh(device);

  async function record(step: BenchStep, again = false): Promise<void> {
    const refusal = await bench.record({ step, again });
    if (refusal === null) return;
    if (step === 'start' && refusal.code === 'blocked') ask('override');
    else notify.failed(refusal);
  }

  const act = (label: string, icon: ReactElement, run: () => void, running = bench.running): NextStepAct => ({
    label,
    icon,
    appearance: 'primary',
    running,
    act: run,
  });
  const second = (other: NextStepAct): NextStepAct => ({ ...other, appearance: 'secondary' });
  const refreshNow = act(words.refresh, <ArrowClockwiseRegular />, () => void refresh(), isReading);
  const syncNow = second(act(words.sync, <ArrowSyncRegular />, () => void sync(), isReading));
  const register = (label: string) =>
    act(label, <CloudArrowUpRegular />, () => void acts.register([device.id]), acts.isRegistering);

  const unblock = act(words.unblock, <LockOpenRegular />, () => void acts.unblock([device.id]));
  const startAnyway = second(act(words.startAnyway, <ShieldErrorRegular />, () => ask('override')));
  const startAgain = act(words.startAgain, <PlayRegular />, () => void record('start'));

  switch (device.nextStep.code) {
    case 'register':
      return device.hasHardwareHash
        ? [register(words.register)]
        : [act(words.importHash, <ArrowImportRegular />, () => goTo({ page: 'intake' }))];
    case 'fixRegistration':
      // Registered with another mainboard, it has to be deregistered first.
      return device.needsNewRegistration ? [] : [register(words.registerAgain)];
    case 'waitForRegistration':
    case 'waitForRemoval':
      return [second(refreshNow)];
    case 'waitForProfile':
      return [second(refreshNow), syncNow];
    case 'fixProfile':
      // Changed hardware: deregistering is the remedy.
      return device.remediation === 'fixPending' || device.remediation === 'attentionRequired'
        ? [act(words.deregister, <CloudDismissRegular />, () => ask('deregister')), second(refreshNow)]
        : [refreshNow, syncNow];
    case 'clearGate':
      return [device.enrollment === 'blocked' ? unblock : refreshNow, startAnyway];
    case 'startBench':
      return [act(words.start, <PlayRegular />, () => void record('start'))];
    case 'finishBench':
      return [
        act(words.green, <CheckmarkCircleRegular />, () => ask('success')),
        second(act(words.red, <DismissSquareRegular />, () => ask('failure'))),
      ];
    case 'retryBench':
      return device.benchError?.code === ENROLLMENT_BLOCKED ? [startAgain, second(unblock)] : [startAgain];
    case 'redoTechnicianFlow':
      return [act(words.startAgain, <PlayRegular />, () => void record('start', true))];
    case 'reseal':
      return [act(words.reseal, <LockClosedRegular />, () => void record('reseal'))];
    case 'ship':
      return [act(words.ship, <BoxRegular />, () => void record('ship'))];
    case 'waitForUserFlow':
      return [second(act(words.userFlowDone, <PersonAvailableRegular />, () => void record('userFlowDone')))];
    case 'finishRemoval':
      return device.computerAccount === null
        ? [act(words.deregister, <CloudDismissRegular />, () => ask('deregister'))]
        : [
            act(
              words.accountDeleted,
              <CheckmarkCircleRegular />,
              () => void acts.recordAccountDeleted(device.id),
              acts.isRecordingAccount,
            ),
          ];
    case 'done':
      return [];
  }
}
