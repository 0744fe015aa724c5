import type { ReactElement } from 'react';
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
  Tooltip,
} from '@fluentui/react-components';
import { ArrowExportRegular, DismissRegular, MoreHorizontalRegular } from '@fluentui/react-icons';
import type { ActFacts, SelectionAtHand } from '../../../acts/act.ts';
import { ActButton } from '../../../acts/ActButton.tsx';
import { ActMenuItem } from '../../../acts/ActMenuItem.tsx';
import { useOffers } from '../../../acts/actsContext.ts';
import { useProcedure } from '../../../api/useProcedure.ts';
import { queueText } from '../../../text/devices.ts';
import { exportsText } from '../../../text/exports.ts';
import { nothingSelected } from '../../../ui/selection.ts';
import { leadingAct } from './leadingAct.ts';
import { changeView } from './queueView.ts';

const useStyles = makeStyles({
  root: {
    display: 'flex',
    alignItems: 'center',
    flexWrap: 'wrap',
    gap: tokens.spacingHorizontalXS,
    padding: tokens.spacingHorizontalS,
    backgroundColor: tokens.colorNeutralBackground1,
    borderRadius: tokens.borderRadiusLarge,
    border: `1px solid ${tokens.colorBrandStroke1}`,
    boxShadow: tokens.shadow8,
  },
  count: { padding: `0 ${tokens.spacingHorizontalM}` },
  clear: { marginLeft: 'auto' },
});

/** As many as can be asked about at once; of more, the first tell enough. */
const MOST_ASKED = 1_000;

type Part = NonNullable<ActFacts<SelectionAtHand>['bar']>;

interface BulkBarProps {
  readonly selected: SelectionAtHand;
  /** Selected under other filters: what is acted on is not all in sight. */
  readonly isPartlyHidden: boolean;
}

/** Acts on everything that is selected, on screen or not; the one that brings most of it further comes first. */
export function BulkBar({ selected, isPartlyHidden }: BulkBarProps) {
  const styles = useStyles();
  const offers = useOffers(selected);
  const count = selected.ids.length;
  const steps = useProcedure('devices.nextSteps', { ids: selected.ids.slice(0, MOST_ASKED) }, ['devices.changed']);
  const leading = steps.state === 'ready' ? leadingAct(steps.value.nextSteps) : null;
  const lead = offers.find(({ act }) => act.name === leading);
  const partOf = (part: Part) => offers.filter((offer) => offer !== lead && offer.act.bar === part);
  const buttons = (part: Part) =>
    partOf(part).map((offer) => <ActButton key={offer.id} offer={offer} appearance="subtle" />);

  return (
    <Toolbar aria-label={queueText.bulkLabel} className={styles.root}>
      <Text weight="semibold" className={styles.count} role="status">
        {isPartlyHidden ? queueText.selectedElsewhere(count) : queueText.selected(count)}
      </Text>
      {lead !== undefined && <ActButton offer={lead} appearance="primary" />}
      {buttons('beside')}
      <BarMenu name={exportsText.menu} icon={<ArrowExportRegular />}>
        {partOf('export').map((offer) => (
          <ActMenuItem key={offer.id} offer={offer} plain />
        ))}
      </BarMenu>
      <BarMenu name={queueText.more} icon={<MoreHorizontalRegular />}>
        {partOf('more').map((offer) => (
          <ActMenuItem key={offer.id} offer={offer} />
        ))}
      </BarMenu>
      {buttons('last')}
      <Tooltip content={queueText.clearSelection} relationship="label">
        <Button
          size="large"
          appearance="subtle"
          className={styles.clear}
          icon={<DismissRegular />}
          onClick={() => changeView({ selection: nothingSelected })}
        />
      </Tooltip>
    </Toolbar>
  );
}

interface BarMenuProps {
  readonly name: string;
  readonly icon: ReactElement;
  readonly children: readonly ReactElement[];
}

function BarMenu({ name, icon, children }: BarMenuProps) {
  return (
    <Menu positioning={{ autoSize: 'height' }}>
      <MenuTrigger disableButtonEnhancement>
        <Button size="large" appearance="subtle" icon={icon}>
          {name}
        </Button>
      </MenuTrigger>
      <MenuPopover>
        <MenuList>{children}</MenuList>
      </MenuPopover>
    </Menu>
  );
}
