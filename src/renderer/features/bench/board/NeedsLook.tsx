import { useRef } from 'react';
import { makeStyles, mergeClasses, tokens, typographyStyles } from '@fluentui/react-components';
import type { DeviceToSee } from '../../../../shared/bench/benchBoard.ts';
import { TvRegular } from '@fluentui/react-icons';
import { useWorkspace } from '../../../app/workspace.ts';
import { LinkButton } from '../../../ui/LinkButton.tsx';
import { benchText } from '../../../text/bench.ts';
import { narrow, roomy } from '../../../ui/breakpoints.ts';
import { useWallPage } from '../wall/useWallPage.ts';
import type { BoardLook } from './boardLook.ts';
import { BoardPart } from './BoardPart.tsx';
import { NeedsLookRow } from './NeedsLookRow.tsx';
import { useHeldOrder } from './useHeldOrder.ts';

/** As `NeedsLookRow` draws it on a wall. */
const WALL_ROW_PX = 133;

const useStyles = makeStyles({
  root: { flexGrow: 1, flexBasis: 0, [narrow]: { flexBasis: 'auto', maxHeight: '440px' } },
  list: { flexGrow: 1, minHeight: 0, overflowY: 'auto', margin: 0, padding: 0, listStyleType: 'none' },
  // What does not fit has its turn; nobody scrolls on a wall.
  still: { overflowY: 'hidden' },
  quiet: {
    margin: 0,
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalL}`,
    color: tokens.colorNeutralForeground2,
    ...typographyStyles.body1,
    [roomy]: { ...typographyStyles.subtitle2 },
  },
  foot: { display: 'flex', flexWrap: 'wrap', justifyContent: 'flex-end', flexShrink: 0, marginTop: 'auto' },
  quietOnWall: { fontSize: '40px', lineHeight: '52px', [roomy]: { fontSize: '40px', lineHeight: '52px' } },
});

interface NeedsLookProps {
  readonly items: readonly DeviceToSee[];
  /** How many there are in all, where `items` holds only some. */
  readonly count: number;
  readonly now: Date;
  readonly look: BoardLook;
}

/** What failed, is blocked or has a date, the most urgent first. */
export function NeedsLook({ items, count, now, look }: NeedsLookProps) {
  const styles = useStyles();
  const { rows, presence } = useHeldOrder(items, ({ device }) => device.id);
  const { technicianInitials } = useWorkspace().settings;
  const isWall = look === 'wall';
  const list = useRef<HTMLUListElement>(null);
  const page = useWallPage(list, rows, now, isWall ? WALL_ROW_PX : null);
  const rest = count - rows.length;
  return (
    <BoardPart title={benchText.toSee} count={count} look={look} className={styles.root} span={page.span}>
      {rows.length === 0 ? (
        <p className={mergeClasses(styles.quiet, isWall && styles.quietOnWall)}>{benchText.toSeeEmpty}</p>
      ) : (
        <ul ref={list} className={mergeClasses(styles.list, isWall && styles.still)} {...presence}>
          {page.rows.map((item) => (
            <li key={item.device.id}>
              <NeedsLookRow item={item} now={now} look={look} />
            </li>
          ))}
          {rest > 0 && !isWall && <li className={styles.quiet}>{benchText.more(rest)}</li>}
        </ul>
      )}
      {!isWall && (
        <div className={styles.foot}>
          {technicianInitials === '' && (
            <LinkButton to={{ page: 'settings' }} appearance="transparent">
              {benchText.setInitials}
            </LinkButton>
          )}
          <LinkButton to={{ page: 'wall' }} appearance="transparent" icon={<TvRegular />}>
            {benchText.wall}
          </LinkButton>
        </div>
      )}
    </BoardPart>
  );
}
