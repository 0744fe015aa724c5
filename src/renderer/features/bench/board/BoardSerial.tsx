import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { roomy } from '../../../ui/breakpoints.ts';
import { Serial } from '../../../ui/Serial.tsx';
import type { BoardLook } from './boardLook.ts';

/** As many characters as the column holds at its size. */
const ROOM = 12;

const useStyles = makeStyles({
  root: {
    display: 'block',
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    fontSize: '20px',
    lineHeight: '24px',
    fontWeight: tokens.fontWeightSemibold,
    [roomy]: { fontSize: '32px', lineHeight: '38px' },
  },
  dense: { [roomy]: { fontSize: '28px', lineHeight: '34px' } },
  wall: { fontSize: '56px', lineHeight: '64px', [roomy]: { fontSize: '56px', lineHeight: '64px' } },
  long: { fontSize: '14px', [roomy]: { fontSize: '22px' } },
  longOnWall: { fontSize: '36px', [roomy]: { fontSize: '36px' } },
});

/** A serial number as large as its column takes it whole; what is longer than any is written smaller. */
export function BoardSerial({ children, look }: { readonly children: string; readonly look: BoardLook }) {
  const styles = useStyles();
  const isWall = look === 'wall';
  const isLong = children.length > ROOM;
  return (
    <span
      title={isWall ? undefined : children}
      className={mergeClasses(
        styles.root,
        look === 'dense' && styles.dense,
        isWall && styles.wall,
        isLong && (isWall ? styles.longOnWall : styles.long),
      )}
    >
      <Serial>{children}</Serial>
    </span>
  );
}
