import { Field, SpinButton } from '@fluentui/react-components';

interface MillimetreSettingProps {
  readonly label: string;
  readonly value: number;
  readonly bounds: { readonly least: number; readonly most: number };
  readonly onKeep: (value: number) => void;
}

/** A length that label printers can print. */
export function MillimetreSetting({ label, value, bounds: { least, most }, onKeep }: MillimetreSettingProps) {
  return (
    <Field label={label}>
      <SpinButton
        value={value}
        min={least}
        max={most}
        onChange={(_, data) => {
          const next = data.value ?? Number(data.displayValue);
          if (next >= least && next <= most) onKeep(next);
        }}
      />
    </Field>
  );
}
