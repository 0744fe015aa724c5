import { makeStyles, MenuItemCheckbox, Text, tokens } from '@fluentui/react-components';
import { commonText } from '../../../text/common.ts';
import { filterText } from '../../../text/devices.ts';
import { FilterMenu } from './FilterMenu.tsx';

const useStyles = makeStyles({ none: { padding: tokens.spacingHorizontalM } });

interface ValueMenuProps {
  readonly label: string;
  /** What there is to choose from; null while that is not known. */
  readonly values: readonly string[] | null;
  readonly chosen: readonly string[];
  /** What the empty text is called, which stands for none; left out where every device has one. */
  readonly none?: string;
  readonly wordOf?: (value: string) => string;
  readonly onChange: (values: string[]) => void;
}

/** Any of the values that devices have. What is chosen is offered, even where no device has it. */
export function ValueMenu({ label, values, chosen, none, wordOf = (value) => value, onChange }: ValueMenuProps) {
  const styles = useStyles();
  const known = values ?? [];
  const folded = new Set(known.map((value) => value.toLowerCase()));
  const others = chosen.filter((value) => value !== '' && !folded.has(value.toLowerCase()));
  const checked = chosen.map((value) => known.find((one) => one.toLowerCase() === value.toLowerCase()) ?? value);
  return (
    <FilterMenu
      label={label}
      chosen={chosen.length}
      checkedValues={{ value: checked }}
      onChange={(wanted) => onChange(wanted)}
    >
      {none !== undefined && (
        <MenuItemCheckbox name="value" value="">
          {none}
        </MenuItemCheckbox>
      )}
      {[...known, ...others].map((value) => (
        <MenuItemCheckbox key={value} name="value" value={value}>
          {wordOf(value)}
        </MenuItemCheckbox>
      ))}
      {known.length + others.length === 0 && (
        <Text className={styles.none}>{values === null ? commonText.loading : filterText.nothing}</Text>
      )}
    </FilterMenu>
  );
}
