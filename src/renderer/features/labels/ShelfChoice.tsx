import { Checkbox } from '@fluentui/react-components';
import { labelText } from '../../text/labels.ts';
import { CheckGroup } from '../../ui/CheckGroup.tsx';

interface ShelfChoiceProps {
  readonly names: readonly string[];
  readonly unwanted: readonly string[];
  readonly onChange: (unwanted: readonly string[]) => void;
}

/** Which of the shelves get a label: all at first, often the new ones alone. */
export function ShelfChoice({ names, unwanted, onChange }: ShelfChoiceProps) {
  const wanted = names.length - unwanted.length;
  return (
    <CheckGroup
      many
      label={labelText.shelves}
      first={
        <Checkbox
          label={labelText.allShelves}
          checked={wanted === 0 ? false : unwanted.length === 0 ? true : 'mixed'}
          onChange={(_, { checked }) => onChange(checked === true ? [] : names)}
        />
      }
    >
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
    </CheckGroup>
  );
}
