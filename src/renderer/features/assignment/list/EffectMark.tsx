import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import {
  AddCircleFilled,
  ArrowSwapRegular,
  CheckmarkCircleFilled,
  ClockRegular,
  DismissSquareFilled,
  ShieldCheckmarkRegular,
  type FluentIcon,
} from '@fluentui/react-icons';
import type { ListEffect } from '../../../../shared/assignment/listedChange.ts';

const useStyles = makeStyles({
  root: {
    display: 'inline-flex',
    flexShrink: 0,
    fontSize: '20px',
    '@media (forced-colors: active)': { color: 'inherit' },
  },
  spared: { color: tokens.colorPaletteMarigoldForeground2 },
  notPossible: { color: tokens.colorStatusDangerForeground1 },
  add: { color: tokens.colorStatusSuccessForeground1 },
  change: { color: tokens.colorBrandForeground1 },
  same: { color: tokens.colorStatusSuccessForeground1 },
  notInQueue: { color: tokens.colorNeutralForeground2 },
});

const icons: Readonly<Record<ListEffect, FluentIcon>> = {
  spared: ShieldCheckmarkRegular,
  notPossible: DismissSquareFilled,
  add: AddCircleFilled,
  change: ArrowSwapRegular,
  same: CheckmarkCircleFilled,
  notInQueue: ClockRegular,
};

/** What happens to a line, as a shape; a word always stands beside it. */
export function EffectMark({ effect }: { readonly effect: ListEffect }) {
  const styles = useStyles();
  const Icon = icons[effect];
  return (
    <span aria-hidden="true" className={mergeClasses(styles.root, styles[effect])}>
      <Icon />
    </span>
  );
}
