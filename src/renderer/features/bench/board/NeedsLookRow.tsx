import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { DeviceToSee } from '../../../../shared/bench/benchBoard.ts';
import { toSeeWords, toSeeWordsForWall } from '../../../../shared/bench/toSeeWords.ts';
import { deviceTitle } from '../../../../shared/devices/deviceTitle.ts';
import { formatAddress } from '../../../app/address.ts';
import { benchText } from '../../../text/bench.ts';
import { formatter } from '../../../text/formatter.ts';
import { forcedColours, roomy } from '../../../ui/breakpoints.ts';
import { StatusShape, type Shape } from '../../../ui/StatusShape.tsx';
import type { BoardLook } from './boardLook.ts';
import { BoardSerial } from './BoardSerial.tsx';
import { ShelfMark } from './ShelfMark.tsx';

const useStyles = makeStyles({
  root: {
    boxSizing: 'border-box',
    display: 'grid',
    alignItems: 'center',
    gridTemplateColumns: '28px minmax(0, 1fr) auto',
    columnGap: tokens.spacingHorizontalM,
    minHeight: '72px',
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalM} ${tokens.spacingVerticalXS} ${tokens.spacingHorizontalS}`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    borderLeft: '6px solid transparent',
    color: tokens.colorNeutralForeground1,
    textDecorationLine: 'none',
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
    ':focus-visible': { outline: `3px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-3px' },
    [roomy]: { minHeight: '96px', gridTemplateColumns: '40px minmax(0, 1fr) auto' },
    [forcedColours]: { color: 'CanvasText', borderLeftColor: 'Canvas' },
  },
  wall: {
    minHeight: '133px',
    gridTemplateColumns: '56px minmax(0, 1fr)',
    columnGap: tokens.spacingHorizontalXXL,
    borderLeftWidth: '12px',
    padding: `0 ${tokens.spacingHorizontalXL} 0 ${tokens.spacingHorizontalL}`,
    [roomy]: { minHeight: '133px', gridTemplateColumns: '56px minmax(0, 1fr)' },
  },
  amber: {
    borderLeftColor: tokens.colorPaletteMarigoldBackground3,
    [forcedColours]: { borderLeftColor: 'CanvasText' },
  },
  failed: {
    borderLeftColor: tokens.colorStatusDangerBackground3,
    backgroundColor: tokens.colorStatusDangerBackground1,
    ':hover': { backgroundColor: tokens.colorStatusDangerBackground1 },
    [forcedColours]: {
      borderLeftColor: 'CanvasText',
      outline: '3px solid CanvasText',
      outlineOffset: '-3px',
    },
  },
  failedOnWall: {
    backgroundColor: tokens.colorStatusDangerBackground3,
    color: tokens.colorNeutralForegroundOnBrand,
  },
  shape: { display: 'inline-flex', fontSize: '24px', [roomy]: { fontSize: '32px' } },
  shapeOnWall: { fontSize: '48px', [roomy]: { fontSize: '48px' } },
  who: { display: 'grid', minWidth: 0 },
  why: {
    fontSize: '14px',
    lineHeight: '18px',
    overflowWrap: 'anywhere',
    // Two lines; the device says the rest.
    maxHeight: '36px',
    overflow: 'hidden',
    [roomy]: { fontSize: '16px', lineHeight: '22px', maxHeight: '44px' },
  },
  whyOnWall: {
    fontSize: '40px',
    lineHeight: '52px',
    maxHeight: '52px',
    [roomy]: { fontSize: '40px', lineHeight: '52px', maxHeight: '52px' },
  },
  loud: { fontWeight: tokens.fontWeightSemibold },
});

/** Red is failed and nothing else; what merely has a date has no edge. */
const looks: Readonly<
  Record<DeviceToSee['reason'], { readonly shape: Shape; readonly edge: 'failed' | 'amber' | null }>
> = {
  failed: { shape: 'failed', edge: 'failed' },
  notResealed: { shape: 'warning', edge: 'amber' },
  overdue: { shape: 'warning', edge: 'amber' },
  stuck: { shape: 'warning', edge: 'amber' },
  closing: { shape: 'waiting', edge: null },
};

interface NeedsLookRowProps {
  readonly item: DeviceToSee;
  readonly now: Date;
  readonly look: BoardLook;
}

/** A device that needs a look: which, why, and where it stands. One target, which opens the device. */
export function NeedsLookRow({ item, now, look }: NeedsLookRowProps) {
  const styles = useStyles();
  const { device, reason } = item;
  const { shape, edge } = looks[reason];
  const isWall = look === 'wall';
  const isFailed = edge === 'failed';
  const content = (
    <>
      <span className={mergeClasses(styles.shape, isWall && styles.shapeOnWall)}>
        <StatusShape shape={shape} size="around" inherit={isWall && isFailed} />
      </span>
      <span className={styles.who}>
        <BoardSerial look={isWall ? 'wall' : 'bench'}>{deviceTitle(device)}</BoardSerial>
        <span className={mergeClasses(styles.why, isWall && styles.whyOnWall, isFailed && !isWall && styles.loud)}>
          {isWall
            ? benchText.atShelf(toSeeWordsForWall(item, formatter), device.shelf)
            : toSeeWords(item, now, formatter)}
        </span>
      </span>
      {!isWall && device.shelf !== null && <ShelfMark shelf={device.shelf} look="bench" />}
    </>
  );
  const className = mergeClasses(
    styles.root,
    isWall && styles.wall,
    edge === 'amber' && styles.amber,
    isFailed && styles.failed,
    isFailed && isWall && styles.failedOnWall,
  );
  return isWall ? (
    <div className={className}>{content}</div>
  ) : (
    <a className={className} href={formatAddress({ page: 'device', id: device.id })}>
      {content}
    </a>
  );
}
