import { Field, makeStyles, mergeClasses, Radio, RadioGroup, tokens } from '@fluentui/react-components';
import type { TenantView } from '../../../shared/tenants/tenant.ts';
import { colourNames, tenantFormText } from '../../text/tenants.ts';
import { useLaneColours } from '../../ui/tenantColours.ts';

const useStyles = makeStyles({
  root: { display: 'grid', gridTemplateColumns: 'repeat(3, minmax(0, 1fr))' },
  option: { display: 'inline-flex', alignItems: 'center', gap: tokens.spacingHorizontalS },
  lane: { width: '6px', height: '20px', borderRadius: tokens.borderRadiusSmall, forcedColorAdjust: 'none' },
});

const colours = [
  'blue',
  'teal',
  'green',
  'gold',
  'orange',
  'red',
  'magenta',
  'purple',
  'grey',
] as const satisfies readonly TenantView['colour'][];

interface ColourChoiceProps {
  readonly colour: TenantView['colour'];
  readonly onChange: (colour: TenantView['colour']) => void;
}

/** The colour of a tenant's lane, by name as well. */
export function ColourChoice({ colour, onChange }: ColourChoiceProps) {
  const styles = useStyles();
  const lanes = useLaneColours();
  return (
    <Field label={tenantFormText.colour}>
      <RadioGroup
        className={styles.root}
        value={colour}
        onChange={(_, { value }) => {
          const chosen = colours.find((name) => name === value);
          if (chosen !== undefined) onChange(chosen);
        }}
      >
        {colours.map((name) => (
          <Radio
            key={name}
            value={name}
            label={
              <span className={styles.option}>
                <span className={mergeClasses(styles.lane, lanes[name])} />
                {colourNames[name]}
              </span>
            }
          />
        ))}
      </RadioGroup>
    </Field>
  );
}
