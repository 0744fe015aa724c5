import { Checkbox, Field, makeStyles } from '@fluentui/react-components';
import { labelText } from '../../text/labels.ts';

const useStyles = makeStyles({
  shelves: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fill, minmax(110px, 1fr))',
    maxHeight: '176px',
    overflowY: 'auto',
  },
});

interface ShelfChoiceProps {
  readonly names: readonly string[];
  readonly unwanted: readonly string[];
  readonly onChange: (unwanted: readonly string[]) => void;
}

/** Which of the shelves get a label: all at first, often the new ones alone. */
export function ShelfChoice({ names, unwanted, onChange }: ShelfChoiceProps) {
  const styles = useStyles();
  const wanted = names.length - unwanted.length;
  return (
    <Field label={labelText.shelves}>
      <div>
        <Checkbox
          label={labelText.allShelves}
          checked={wanted === 0 ? false : unwanted.length === 0 ? true : 'mixed'}
          onChange={(_, { checked }) => onChange(checked === true ? [] : names)}
        />
        <div className={styles.shelves} role="group" aria-label={labelText.shelves}>
          {names.map((name) => (
            <Checkbox
              key={name}
              label={name}
              checked={!unwanted.includes(name)}
              onChange={(_, { checked }) =>
                onChange(checked === true ? unwanted.filter((one) => one !== name) : [...unwanted, name])
              }
            />
          ))}
        </div>
      </div>
    </Field>
  );
}
