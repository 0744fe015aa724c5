import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { benchText } from '../../../text/bench.ts';
import { roomy } from '../../../ui/breakpoints.ts';
import type { BoardLook } from './boardLook.ts';

/** Longer names are written smaller. */
const SHORT_NAME = 3;

const useStyles = makeStyles({
  root: {
    display: 'inline-grid',
    alignItems: 'center',
    justifyItems: 'center',
    boxSizing: 'border-box',
    minWidth: '36px',
    maxWidth: '100%',
    height: '36px',
    padding: `0 ${tokens.spacingHorizontalXXS}`,
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
    border: `1px solid ${tokens.colorNeutralStrokeAccessible}`,
    borderRadius: tokens.borderRadiusMedium,
    fontSize: '20px',
    fontWeight: tokens.fontWeightSemibold,
    [roomy]: { minWidth: '48px', height: '48px', fontSize: '28px' },
  },
  dense: { height: '32px', [roomy]: { height: '36px' } },
  wall: {
    minWidth: '84px',
    height: '64px',
    fontSize: '48px',
    [roomy]: { minWidth: '84px', height: '64px', fontSize: '48px' },
  },
  long: { fontSize: '12px', [roomy]: { fontSize: '16px' } },
  longOnWall: { fontSize: '28px', [roomy]: { fontSize: '28px' } },
  none: {
    border: 'none',
    color: tokens.colorNeutralForeground3,
    fontWeight: tokens.fontWeightRegular,
  },
});

/** Where a device stands, in its frame; a dash where nobody said. */
export function ShelfMark({ shelf, look }: { readonly shelf: string | null; readonly look: BoardLook }) {
  const styles = useStyles();
  const isWall = look === 'wall';
  const isLong = shelf !== null && shelf.length > SHORT_NAME;
  return (
    <span
      aria-label={benchText.onShelf(shelf)}
      role="img"
      title={shelf ?? undefined}
      className={mergeClasses(
        styles.root,
        look === 'dense' && styles.dense,
        isWall && styles.wall,
        isLong && (isWall ? styles.longOnWall : styles.long),
        shelf === null && styles.none,
      )}
    >
      {shelf ?? '–'}
    </span>
  );
}
