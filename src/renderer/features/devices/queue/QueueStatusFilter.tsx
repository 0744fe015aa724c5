import { Menu, MenuItem, MenuItemCheckbox, MenuList, MenuPopover, MenuTrigger } from '@fluentui/react-components';
import { queueText } from '../../../text/devices.ts';
import {
  benchWords,
  enrollmentWords,
  profileWords,
  registrationWords,
  resealWords,
  statusNames,
} from '../../../../shared/devices/statusWords.ts';
import { FilterMenu } from './FilterMenu.tsx';
import { changeFilter, useQueueView } from './queueView.ts';

/** Filters by each of the five statuses; they are never merged into one. */
export function QueueStatusFilter() {
  const filter = useQueueView((view) => view.filter);
  const groups = [
    group('registration', registrationWords, filter.registration, (registration) => changeFilter({ registration })),
    group('profile', profileWords, filter.profile, (profile) => changeFilter({ profile })),
    group('bench', benchWords, filter.bench, (bench) => changeFilter({ bench })),
    group('enrollment', enrollmentWords, filter.enrollment, (enrollment) => changeFilter({ enrollment })),
    group('reseal', resealWords, filter.reseal, (reseal) => changeFilter({ reseal })),
  ];
  const checkedValues = Object.fromEntries(groups.map(({ name, chosen }) => [name, chosen]));
  return (
    <FilterMenu
      label={queueText.status}
      chosen={groups.reduce((sum, { chosen }) => sum + chosen.length, 0)}
      checkedValues={checkedValues}
    >
      {groups.map(({ name, words, choose }) => (
        <Menu
          key={name}
          persistOnItemClick
          checkedValues={checkedValues}
          onCheckedValueChange={(_, { checkedItems }) => choose(checkedItems)}
        >
          <MenuTrigger disableButtonEnhancement>
            <MenuItem>{statusNames[name]}</MenuItem>
          </MenuTrigger>
          <MenuPopover>
            <MenuList>
              {words.map(([value, word]) => (
                <MenuItemCheckbox key={value} name={name} value={value}>
                  {word}
                </MenuItemCheckbox>
              ))}
            </MenuList>
          </MenuPopover>
        </Menu>
      ))}
    </FilterMenu>
  );
}

/** A status with its values as a menu takes them; what comes back from the menu is checked against them. */
function group<Value extends string>(
  name: keyof typeof statusNames,
  words: Readonly<Record<Value, string>>,
  chosen: readonly Value[],
  onChoose: (values: Value[]) => void,
) {
  const isValue = (text: string): text is Value => text in words;
  return {
    name,
    words: Object.entries<string>(words),
    chosen: [...chosen],
    choose: (values: string[]) => onChoose(values.filter(isValue)),
  };
}
