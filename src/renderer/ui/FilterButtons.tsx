import { makeStyles, ToggleButton, tokens } from '@fluentui/react-components';
import { formatter } from '../text/formatter.ts';
import { StatusShape, type Shape } from './StatusShape.tsx';

const useStyles = makeStyles({
  root: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalXS },
  button: { minWidth: 0, paddingLeft: tokens.spacingHorizontalM, paddingRight: tokens.spacingHorizontalM },
});

export interface FilterChoice<Name> {
  readonly name: Name;
  readonly word: string;
  /** How many there are; left out where nobody counts them. */
  readonly count?: number;
  readonly shape?: Shape;
  /** What is to be known of them besides. */
  readonly note?: string;
}

interface FilterButtonsProps<Name> {
  readonly label: string;
  readonly filters: readonly FilterChoice<Name>[];
  readonly chosen: Name;
  readonly onChoose: (name: Name) => void;
}

/** One of a few kinds is shown, with how many there are of each. What there is none of cannot be chosen. */
export function FilterButtons<Name>({ label, filters, chosen, onChoose }: FilterButtonsProps<Name>) {
  const styles = useStyles();
  return (
    <div role="group" aria-label={label} className={styles.root}>
      {filters.map(({ name, word, count, shape, note }) => (
        <ToggleButton
          key={word}
          size="large"
          className={styles.button}
          checked={name === chosen}
          disabledFocusable={count === 0 && name !== chosen}
          onClick={() => onChoose(name)}
          {...(shape !== undefined && { icon: <StatusShape shape={shape} /> })}
        >
          {count === undefined ? word : `${word} ${formatter.number(count)}`}
          {note === undefined ? null : ` · ${note}`}
        </ToggleButton>
      ))}
    </div>
  );
}
