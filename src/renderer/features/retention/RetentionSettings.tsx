import { useState } from 'react';
import { Button, Field, makeStyles, Select, Text } from '@fluentui/react-components';
import type { Settings } from '../../../shared/settings/settings.ts';
import { retentionText } from '../../text/privacy.ts';
import { RetentionDialog } from './RetentionDialog.tsx';

const useStyles = makeStyles({
  choice: { minWidth: 0, width: '100%' },
  act: { alignSelf: 'start' },
});

const USER_DAYS = [30, 90, 180, 365];
const HASH_DAYS = [90, 180, 365, 730];
const HISTORY_YEARS = [1, 2, 3, 5, 10];

interface RetentionSettingsProps {
  readonly settings: Settings;
  readonly onChange: (change: Partial<Settings>) => void;
}

/** After what time the queue forgets; every night by itself, or now, when a person has looked at it. */
export function RetentionSettings({ settings, onChange }: RetentionSettingsProps) {
  const styles = useStyles();
  const [isAsked, setIsAsked] = useState(false);
  const { days, years } = retentionText;
  return (
    <>
      <Span
        label={retentionText.users}
        value={settings.keepUsersDays}
        choices={USER_DAYS}
        words={days}
        onKeep={(keepUsersDays) => onChange({ keepUsersDays })}
      />
      <Span
        label={retentionText.hashes}
        hint={retentionText.hashesHint}
        value={settings.keepHashesDays}
        choices={HASH_DAYS}
        words={days}
        onKeep={(keepHashesDays) => onChange({ keepHashesDays })}
      />
      <Span
        label={retentionText.history}
        value={settings.keepHistoryYears}
        choices={HISTORY_YEARS}
        words={years}
        onKeep={(keepHistoryYears) => onChange({ keepHistoryYears })}
      />
      <Text size={200}>{retentionText.byItself}</Text>
      <Button size="large" className={styles.act} onClick={() => setIsAsked(true)}>
        {retentionText.ask}
      </Button>
      {isAsked && <RetentionDialog onClose={() => setIsAsked(false)} />}
    </>
  );
}

interface SpanProps {
  readonly label: string;
  readonly hint?: string;
  readonly value: number | null;
  readonly choices: readonly number[];
  readonly words: (value: number) => string;
  readonly onKeep: (value: number | null) => void;
}

const WITHOUT_END = '';

/** A length of time, or none; one that was set elsewhere is among the choices. */
function Span({ label, hint, value, choices, words, onKeep }: SpanProps) {
  const styles = useStyles();
  const all = [...new Set([...choices, ...(value === null ? [] : [value])])].sort((one, other) => one - other);
  return (
    <Field label={label} {...(hint === undefined ? {} : { hint })}>
      <Select
        size="large"
        className={styles.choice}
        value={value === null ? WITHOUT_END : String(value)}
        onChange={(_, { value: chosen }) => onKeep(chosen === WITHOUT_END ? null : Number(chosen))}
      >
        <option value={WITHOUT_END}>{retentionText.withoutEnd}</option>
        {all.map((choice) => (
          <option key={choice} value={choice}>
            {words(choice)}
          </option>
        ))}
      </Select>
    </Field>
  );
}
