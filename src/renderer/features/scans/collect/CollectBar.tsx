import {
  Button,
  makeStyles,
  Menu,
  MenuList,
  MenuPopover,
  MenuTrigger,
  Text,
  Toolbar,
  tokens,
} from '@fluentui/react-components';
import { MoreHorizontalRegular, PersonArrowRightRegular, PlayRegular } from '@fluentui/react-icons';
import type { SelectionAtHand } from '../../../acts/act.ts';
import { ActButton } from '../../../acts/ActButton.tsx';
import { ActMenuItem } from '../../../acts/ActMenuItem.tsx';
import { useActs, useOffers } from '../../../acts/actsContext.ts';
import { useProcedure } from '../../../api/useProcedure.ts';
import { goTo } from '../../../app/navigation.ts';
import { collectText } from '../../../text/collect.ts';
import { PrimaryAction } from '../../../ui/PrimaryAction.tsx';
import { useTakeList } from '../../assignment/list/useTakeList.ts';
import type { CollectedDevice } from './collection.ts';

/** The acts that have a button of their own, in this order; all others are in the menu. */
const BESIDE = ['assignment.assignUser', 'assignment.setGroupTag', 'labels.ofSelection', 'checklists.forMany'];
const START = 'bench.startMany';

const useStyles = makeStyles({
  root: {
    display: 'flex',
    alignItems: 'center',
    flexWrap: 'wrap',
    gap: tokens.spacingHorizontalXS,
    minHeight: '48px',
    padding: tokens.spacingHorizontalS,
    backgroundColor: tokens.colorNeutralBackground1,
    borderRadius: tokens.borderRadiusLarge,
    border: `1px solid ${tokens.colorBrandStroke1}`,
  },
  count: { padding: `0 ${tokens.spacingHorizontalM}` },
  start: { minWidth: '112px' },
  left: { marginLeft: 'auto', paddingRight: tokens.spacingHorizontalM, display: 'grid', textAlign: 'right' },
});

interface CollectBarProps {
  readonly selected: SelectionAtHand;
  readonly devices: readonly CollectedDevice[];
}

/** One act on everything that is collected; says how many it will do, and whom it leaves. */
export function CollectBar({ selected, devices }: CollectBarProps) {
  const styles = useStyles();
  const { run, isRunning } = useActs();
  const offers = useOffers(selected);
  const take = useTakeList();
  const start = offers.find(({ act }) => act.name === START);
  const ahead = useProcedure('bench.lookAhead', { deviceIds: [...selected.ids], step: 'start' }, ['devices.changed']);
  const { able, left } = ahead.state === 'ready' ? ahead.value : { able: 0, left: [] };
  const leftDevices = left.reduce((sum, one) => sum + one.devices, 0);
  const pairs = devices.flatMap(({ title, userPrincipalName }) =>
    userPrincipalName === null ? [] : [`${title}\t${userPrincipalName}`],
  );
  const beside = BESIDE.flatMap((name) => offers.find(({ act }) => act.name === name) ?? []);
  const others = offers.filter((offer) => offer !== start && !beside.includes(offer) && offer.act.bar !== undefined);

  return (
    <Toolbar aria-label={collectText.bar} className={styles.root}>
      <Text weight="semibold" className={styles.count}>
        {collectText.count(selected.ids.length)}
      </Text>
      {pairs.length > 0 ? (
        <PrimaryAction
          icon={<PersonArrowRightRegular />}
          className={styles.start}
          onClick={() =>
            void take(['Serial number\tAssigned user', ...pairs].join('\n')).then(() => goTo({ page: 'list' }))
          }
        >
          {collectText.assignPairs(pairs.length)}
        </PrimaryAction>
      ) : (
        start !== undefined &&
        able > 0 && (
          <PrimaryAction
            icon={<PlayRegular />}
            className={styles.start}
            running={isRunning(start)}
            onClick={() => run(start)}
          >
            {collectText.startNumber(able)}
          </PrimaryAction>
        )
      )}
      {beside.map((offer) => (
        <ActButton key={offer.id} offer={offer} appearance="subtle" />
      ))}
      <Menu positioning={{ autoSize: 'height' }}>
        <MenuTrigger disableButtonEnhancement>
          <Button size="large" appearance="subtle" icon={<MoreHorizontalRegular />}>
            {collectText.more}
          </Button>
        </MenuTrigger>
        <MenuPopover>
          <MenuList>
            {(pairs.length > 0 && start !== undefined ? [start, ...others] : others).map((offer) => (
              <ActMenuItem key={offer.id} offer={offer} />
            ))}
          </MenuList>
        </MenuPopover>
      </Menu>
      {leftDevices > 0 && (
        <Text size={200} className={styles.left} role="status">
          {left.map((one) => (
            <span key={one.reason}>{collectText.left(one)},</span>
          ))}
          <span>{collectText.stays(leftDevices)}</span>
        </Text>
      )}
    </Toolbar>
  );
}
