import { useState } from 'react';
import { Field, Text, Textarea } from '@fluentui/react-components';
import type { DeviceView } from '../../../shared/devices/deviceView.ts';
import type { GoGateCondition } from '../../../shared/bench/goGateCondition.ts';
import { startLossesOf } from '../../../shared/bench/startLoss.ts';
import { deviceTitle } from '../../../shared/devices/deviceTitle.ts';
import { overrideText, stepsText } from '../../text/bench.ts';
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx';
import { GoGate } from './GoGate.tsx';
import { StartLosses } from './StartLosses.tsx';
import { useBench } from './useBench.ts';

const SHORTEST_REASON = 3;

interface OverrideDialogProps {
  readonly device: DeviceView;
  readonly goGate: readonly GoGateCondition[];
  readonly again: boolean;
  readonly onClose: () => void;
}

/** A start against the go gate: a supervisor's decision, with a reason that is kept. */
export function OverrideDialog({ device, goGate, again, onClose }: OverrideDialogProps) {
  const bench = useBench(device.id);
  const [reason, setReason] = useState('');

  async function confirm(): Promise<void> {
    const refusal = await bench.record({ step: 'start', overrideReason: reason.trim(), again, acceptsLoss: true });
    if (refusal === null) onClose();
  }

  return (
    <ConfirmDialog
      title={overrideText.title(deviceTitle(device))}
      confirm={stepsText.startAnyway}
      disabled={reason.trim().length < SHORTEST_REASON}
      running={bench.running}
      failure={bench.failure}
      onConfirm={() => void confirm()}
      onClose={onClose}
    >
      <GoGate conditions={goGate.filter((condition) => !condition.met)} />
      <StartLosses losses={startLossesOf(device)} />
      <Text>{overrideText.sentence}</Text>
      <Field label={overrideText.reason} required>
        <Textarea value={reason} onChange={(_, { value }) => setReason(value)} />
      </Field>
    </ConfirmDialog>
  );
}
