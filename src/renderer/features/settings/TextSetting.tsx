import { useState } from 'react';
import { Field, Input, makeStyles } from '@fluentui/react-components';

const useStyles = makeStyles({ input: { minWidth: 0, width: '100%' } });

interface TextSettingProps {
  readonly label: string;
  readonly hint?: string;
  readonly value: string;
  readonly maxLength: number;
  readonly onKeep: (value: string) => void;
}

/** A text that is kept when the field is left or Enter is pressed, so that half a name is never kept. */
export function TextSetting({ label, hint, value, maxLength, onKeep }: TextSettingProps) {
  const styles = useStyles();
  const [draft, setDraft] = useState<string | null>(null);
  function keep(): void {
    if (draft !== null && draft.trim() !== value) onKeep(draft.trim());
    setDraft(null);
  }
  return (
    <Field label={label} {...(hint === undefined ? {} : { hint })}>
      <Input
        className={styles.input}
        size="large"
        value={draft ?? value}
        maxLength={maxLength}
        onChange={(_, data) => setDraft(data.value)}
        onBlur={keep}
        onKeyDown={(event) => event.key === 'Enter' && keep()}
      />
    </Field>
  );
}
