import { useState } from 'react';
import { Button, Field, Input, makeStyles, Select, tokens } from '@fluentui/react-components';
import { settingsText } from '../../text/settings.ts';
import type { SettingsCardProps } from './settingsCard.ts';

const useStyles = makeStyles({
  line: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
  field: { flexGrow: 1, flexBasis: '160px', minWidth: 0 },
});

/** The benches of the lab, and which of them this computer stands at. */
export function BenchSetting({ settings: { benches, benchName }, onChange }: SettingsCardProps) {
  const styles = useStyles();
  const [added, setAdded] = useState('');

  function add(): void {
    const name = added.trim();
    if (name !== '') onChange({ benchName: name });
    setAdded('');
  }

  return (
    <>
      <Field label={settingsText.benchName}>
        <div className={styles.line}>
          <Select
            size="large"
            className={styles.field}
            aria-label={settingsText.benchName}
            value={benchName}
            onChange={(_, { value }) => onChange({ benchName: value })}
          >
            <option value="">{settingsText.noBench}</option>
            {benches.map((bench) => (
              <option key={bench} value={bench}>
                {bench}
              </option>
            ))}
          </Select>
          {benchName !== '' && (
            <Button
              size="large"
              onClick={() => onChange({ benches: benches.filter((bench) => bench !== benchName), benchName: '' })}
            >
              {settingsText.removeBench}
            </Button>
          )}
        </div>
      </Field>
      <Field label={settingsText.addedBench}>
        <form
          className={styles.line}
          onSubmit={(event) => {
            event.preventDefault();
            add();
          }}
        >
          <Input
            size="large"
            className={styles.field}
            aria-label={settingsText.addedBench}
            value={added}
            maxLength={80}
            onChange={(_, { value }) => setAdded(value)}
          />
          <Button size="large" type="submit">
            {settingsText.addBench}
          </Button>
        </form>
      </Field>
    </>
  );
}
