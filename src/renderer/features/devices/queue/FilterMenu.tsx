import { Badge, Button, Menu, MenuList, MenuPopover, MenuTrigger } from '@fluentui/react-components';
import { ChevronDownRegular } from '@fluentui/react-icons';
import type { ReactNode } from 'react';

interface FilterMenuProps {
  readonly label: string;
  /** How many values are chosen. */
  readonly chosen: number;
  readonly checkedValues: Record<string, string[]>;
  /** Left out where submenus tell their own changes. */
  readonly onChange?: (values: string[]) => void;
  readonly children: ReactNode;
}

/** One way to filter: a button that says how much is chosen, and a menu of checks that stays open. */
export function FilterMenu({ label, chosen, checkedValues, onChange, children }: FilterMenuProps) {
  return (
    <Menu
      persistOnItemClick
      positioning={{ autoSize: 'height' }}
      checkedValues={checkedValues}
      onCheckedValueChange={(_, { checkedItems }) => onChange?.(checkedItems)}
    >
      <MenuTrigger disableButtonEnhancement>
        <Button size="large" appearance="outline" icon={<ChevronDownRegular />} iconPosition="after">
          {label}
          {chosen > 0 && (
            <>
              &nbsp;
              <Badge appearance="filled" color="brand">
                {chosen}
              </Badge>
            </>
          )}
        </Button>
      </MenuTrigger>
      <MenuPopover>
        <MenuList>{children}</MenuList>
      </MenuPopover>
    </Menu>
  );
}
