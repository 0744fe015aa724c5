import { Field, Radio, RadioGroup } from '@fluentui/react-components';
import type { SentField } from '../../../shared/assignment/heldValue.ts';
import { useProcedure } from '../../api/useProcedure.ts';
import { sparingText } from '../../text/assignment.ts';
import { useSettled } from '../../ui/useSettled.ts';

const SETTLE_MS = 250;

interface SparingChoiceProps {
  readonly deviceIds: readonly string[];
  readonly field: SentField;
  /** What they are to get; empty while that is not known, which counts any value. */
  readonly value: string;
  readonly overwrites: boolean;
  readonly onChange: (overwrites: boolean) => void;
}

/** How many of several devices have another value, and whether these are left as they are. Nothing where none has. */
export function SparingChoice({ deviceIds, field, value, overwrites, onChange }: SparingChoiceProps) {
  const settled = useSettled(value.trim(), SETTLE_MS);
  const isMany = deviceIds.length > 1;
  const others = useProcedure(
    'assignment.others',
    isMany ? { deviceIds: [...deviceIds], field, value: settled } : null,
    ['devices.changed'],
  );
  const count = isMany && others.state === 'ready' ? others.value.devices : 0;
  if (count === 0) return null;
  return (
    <Field label={sparingText.have(field, count)}>
      <RadioGroup
        value={overwrites ? 'overwrite' : 'leave'}
        onChange={(_, data) => onChange(data.value === 'overwrite')}
      >
        <Radio value="leave" label={sparingText.leave(count)} />
        <Radio value="overwrite" label={sparingText.overwrite(count)} />
      </RadioGroup>
    </Field>
  );
}
