import { Field, SpinButton } from '@fluentui/react-components';

const LARGEST_MM = 110;

interface MillimetreSettingProps {
  readonly label: string;
  readonly value: number;
  readonly smallest: number;
  readonly onKeep: (value: number) => void;
}

/** A length that label printers can print. */
export function MillimetreSetting({ label, value, smallest, onKeep }: MillimetreSettingProps) {
  return (
    <Field label={label}>
      <SpinButton
        value={value}
        min={smallest}
        max={LARGEST_MM}
        onChange={(_, data) => {
          const next = data.value ?? Number(data.displayValue);
          if (next >= smallest && next <= LARGEST_MM) onKeep(next);
        }}
      />
    </Field>
  );
}
