import { Field, makeStyles, Select, tokens } from '@fluentui/react-components';
import type { ChecklistOptions } from '../../../shared/checklists/listCase.ts';
import { checklistsText } from '../../text/checklists.ts';

type Chosen = Pick<ChecklistOptions, 'windows' | 'network'>;

const useStyles = makeStyles({
  root: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalM },
});

interface OptionFieldsProps {
  readonly options: Chosen;
  readonly onChange: (options: Partial<Chosen>) => void;
}

const NOT_KNOWN = '';
const windowsVersions = ['11', '10'] as const;
const networks = ['cable', 'wifi'] as const;

/** What the steps are worded for; not known: both ways are said. */
export function OptionFields({ options, onChange }: OptionFieldsProps) {
  const styles = useStyles();
  return (
    <div className={styles.root}>
      <Field label={checklistsText.windows}>
        <Select
          size="large"
          value={options.windows ?? NOT_KNOWN}
          onChange={(_, { value }) => onChange({ windows: windowsVersions.find((one) => one === value) ?? null })}
        >
          <option value={NOT_KNOWN}>{checklistsText.notKnown}</option>
          {windowsVersions.map((one) => (
            <option key={one} value={one}>
              {checklistsText.windowsNames[one]}
            </option>
          ))}
        </Select>
      </Field>
      <Field label={checklistsText.network}>
        <Select
          size="large"
          value={options.network ?? NOT_KNOWN}
          onChange={(_, { value }) => onChange({ network: networks.find((one) => one === value) ?? null })}
        >
          <option value={NOT_KNOWN}>{checklistsText.notKnown}</option>
          {networks.map((one) => (
            <option key={one} value={one}>
              {checklistsText.networkNames[one]}
            </option>
          ))}
        </Select>
      </Field>
    </div>
  );
}
