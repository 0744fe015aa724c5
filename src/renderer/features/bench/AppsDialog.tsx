import { useState } from 'react';
import { Field, Radio, RadioGroup } from '@fluentui/react-components';
import { appsQuestion } from '../../../shared/bench/appsQuestion.ts';
import { deviceTitle } from '../../../shared/devices/deviceTitle.ts';
import type { DeviceView } from '../../../shared/devices/deviceView.ts';
import { appsText } from '../../text/bench.ts';
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx';
import { useBench } from './useBench.ts';

interface AppsDialogProps {
  readonly device: DeviceView;
  readonly onClose: () => void;
}

/** Asks at the reseal whether the apps were seen: the ESP is off, and did not wait for them. */
export function AppsDialog({ device, onClose }: AppsDialogProps) {
  const bench = useBench(device.id);
  const [answer, setAnswer] = useState<'seen' | 'notSeen' | null>(null);

  async function confirm(): Promise<void> {
    const refusal = await bench.record({ step: 'reseal', appsSeen: answer === 'seen' });
    if (refusal === null) onClose();
  }

  return (
    <ConfirmDialog
      title={appsText.title(deviceTitle(device))}
      confirm={appsText.confirm}
      disabled={answer === null}
      running={bench.running}
      failure={bench.failure}
      onConfirm={() => void confirm()}
      onClose={onClose}
    >
      <Field label={appsQuestion} hint={appsText.hint}>
        <RadioGroup value={answer ?? ''} onChange={(_, { value }) => setAnswer(value === 'seen' ? 'seen' : 'notSeen')}>
          <Radio value="seen" label={appsText.seen} />
          <Radio value="notSeen" label={appsText.notSeen} />
        </RadioGroup>
      </Field>
    </ConfirmDialog>
  );
}
