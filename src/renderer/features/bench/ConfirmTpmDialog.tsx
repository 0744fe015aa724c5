import { useState } from 'react';
import { Field, Radio, RadioGroup, Text } from '@fluentui/react-components';
import type { InputOf } from '../../../shared/api/contract.ts';
import { makeOf } from '../../../shared/devices/makeOf.ts';
import { idsOf, type Targets } from '../../acts/act.ts';
import { useActs } from '../../acts/actsContext.ts';
import { confirmText } from '../../text/bench.ts';
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx';
import { answerGate } from './answerGate.ts';

type Scope = NonNullable<InputOf<'bench.confirm'>['scope']>;

interface ConfirmTpmDialogProps {
  readonly on: Targets['devices'];
  readonly onClose: () => void;
}

/** Asks once whether the devices have a TPM 2.0: without a hash nothing else tells it. */
export function ConfirmTpmDialog({ on, onClose }: ConfirmTpmDialogProps) {
  const { tools } = useActs();
  const [scope, setScope] = useState<Scope>('device');
  const [running, setRunning] = useState(false);

  async function confirm(): Promise<void> {
    setRunning(true);
    await answerGate({ deviceIds: idsOf(on), question: 'tpm2', scope }, tools);
    onClose();
  }

  return (
    <ConfirmDialog
      title={confirmText.title(idsOf(on).length)}
      confirm={confirmText.confirm}
      isComplete
      running={running}
      onConfirm={() => void confirm()}
      onClose={onClose}
    >
      <Text>{confirmText.sentence}</Text>
      {on.kind === 'device' && (
        <Field label={confirmText.scope}>
          <RadioGroup value={scope} onChange={(_, { value }) => setScope(scopeOf(value))}>
            {scopesOf(on.detail.device).map(({ value, label }) => (
              <Radio key={value} value={value} label={label} />
            ))}
          </RadioGroup>
        </Field>
      )}
    </ConfirmDialog>
  );
}

const scopeOf = (value: string): Scope => (value === 'model' || value === 'batch' ? value : 'device');

/** A device without a make, or without a batch, has none alike. */
function scopesOf(device: Extract<Targets['devices'], { kind: 'device' }>['detail']['device']) {
  const make = device.manufacturer === null || device.model === null ? null : makeOf(device);
  return [
    { value: 'device', label: confirmText.device },
    ...(make === null ? [] : [{ value: 'model', label: confirmText.model(make) }]),
    ...(device.batchName === null ? [] : [{ value: 'batch', label: confirmText.batch(device.batchName) }]),
  ];
}
