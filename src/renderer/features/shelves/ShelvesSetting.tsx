import { useState } from 'react';
import { Button, Field, Input, makeStyles, tokens } from '@fluentui/react-components';
import { DismissRegular } from '@fluentui/react-icons';
import { shelfName, withShelves } from '../../../shared/shelves/shelfName.ts';
import { ActButton } from '../../acts/ActButton.tsx';
import { useOffer } from '../../acts/actsContext.ts';
import { shelfText } from '../../text/shelves.ts';
import { labelsOfShelves } from '../labels/labelActs.tsx';
import type { SettingsCardProps } from '../settings/settingsCard.ts';

const useStyles = makeStyles({
  line: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
  field: { flexGrow: 1, flexBasis: '160px', minWidth: 0 },
  shelves: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: tokens.spacingHorizontalS,
    margin: 0,
    padding: 0,
    listStyleType: 'none',
  },
});

/** The shelves and ports of the lab, and their labels. */
export function ShelvesSetting({ settings: { shelves }, onChange }: SettingsCardProps) {
  const styles = useStyles();
  const labels = useOffer(labelsOfShelves, { kind: 'reseal', status: null });
  const [added, setAdded] = useState('');
  const names = added
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '');
  const isWrong = names.some((name) => !shelfName.safeParse(name).success);

  function add(): void {
    if (isWrong || names.length === 0) return;
    onChange({ shelves: withShelves(shelves, names) });
    setAdded('');
  }

  return (
    <>
      <Field
        label={shelfText.setting}
        hint={shelfText.settingHint}
        {...(isWrong && { validationMessage: shelfText.tooLong })}
      >
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
            aria-label={shelfText.setting}
            value={added}
            onChange={(_, { value }) => setAdded(value)}
          />
          <Button size="large" type="submit">
            {shelfText.add}
          </Button>
        </form>
      </Field>
      {shelves.length > 0 && (
        <>
          <ul className={styles.shelves} aria-label={shelfText.setting}>
            {shelves.map((name) => (
              <li key={name}>
                <Button
                  size="large"
                  icon={<DismissRegular />}
                  iconPosition="after"
                  aria-label={shelfText.removeNamed(name)}
                  onClick={() => onChange({ shelves: shelves.filter((shelf) => shelf !== name) })}
                >
                  {name}
                </Button>
              </li>
            ))}
          </ul>
          <div className={styles.line}>
            <ActButton offer={labels} />
          </div>
        </>
      )}
    </>
  );
}
