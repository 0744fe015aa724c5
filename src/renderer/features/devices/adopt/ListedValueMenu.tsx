import { MenuItemRadio } from '@fluentui/react-components';
import { adoptText } from '../../../text/adopt.ts';
import { FilterMenu } from '../queue/FilterMenu.tsx';

/** No value begins so: those of Microsoft have no line break. */
const ALL = '\n';

interface ListedValueMenuProps {
  readonly label: string;
  /** How devices without a value are called. */
  readonly none: string;
  readonly values: readonly { readonly value: string; readonly devices: number }[];
  readonly chosen: string | null;
  readonly onChange: (value: string | null) => void;
}

/** One value of the tenant's list to filter by, each with how many devices have it. */
export function ListedValueMenu({ label, none, values, chosen, onChange }: ListedValueMenuProps) {
  return (
    <FilterMenu
      label={label}
      chosen={chosen === null ? 0 : 1}
      checkedValues={{ value: [chosen ?? ALL] }}
      onChange={([value = ALL]) => onChange(value === ALL ? null : value)}
    >
      <MenuItemRadio name="value" value={ALL}>
        {adoptText.all}
      </MenuItemRadio>
      {values.map(({ value, devices }) => (
        <MenuItemRadio key={value} name="value" value={value} secondaryContent={devices}>
          {value === '' ? none : value}
        </MenuItemRadio>
      ))}
    </FilterMenu>
  );
}
