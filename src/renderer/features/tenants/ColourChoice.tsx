import { useState } from 'react';
import { Field, makeStyles, mergeClasses, Radio, RadioGroup, tokens } from '@fluentui/react-components';
import type { TenantView } from '../../../shared/tenants/tenant.ts';
import { colourNames, tenantFormText } from '../../text/tenants.ts';
import { useLaneColours } from '../../ui/tenantColours.ts';

const useStyles = makeStyles({
  root: { display: 'grid', gridTemplateColumns: 'repeat(3, minmax(0, 1fr))' },
  option: { display: 'inline-flex', alignItems: 'center', gap: tokens.spacingHorizontalS },
  lane: { width: '6px', height: '20px', borderRadius: tokens.borderRadiusSmall, forcedColorAdjust: 'none' },
});

/** None of them is the colour of a state. */
const offered = [
  'teal',
  'magenta',
  'purple',
  'brown',
  'steel',
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
  const [begun] = useState(colour);
  // A lane that has a colour from before keeps it, until another is chosen.
  const colours = offered.some((name) => name === begun) ? offered : [begun, ...offered];
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
