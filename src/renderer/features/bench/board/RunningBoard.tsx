import { useRef } from 'react';
import { makeStyles, mergeClasses, tokens, typographyStyles } from '@fluentui/react-components';
import type { WaitingDevice } from '../../../../shared/bench/benchBoard.ts';
import { LONGEST_AT } from '../../../../shared/bench/flowProgress.ts';
import { usualMinutesFor, type UsualTime } from '../../../../shared/bench/usualTime.ts';
import { benchText } from '../../../text/bench.ts';
import { narrow, roomy } from '../../../ui/breakpoints.ts';
import { useWallPage } from '../wall/useWallPage.ts';
import { boardColumns } from './boardColumns.ts';
import type { BoardLook } from './boardLook.ts';
import { BoardPart } from './BoardPart.tsx';
import { RunningRow } from './RunningRow.tsx';
import { useHeldOrder } from './useHeldOrder.ts';
import { useRowMotion } from './useRowMotion.ts';

/** The least height of a row on a wall: its clock. */
const WALL_ROW_LEAST_PX = 64;

const useStyles = makeStyles({
  list: {
    display: 'flex',
    flexDirection: 'column',
    flexGrow: 1,
    minHeight: 0,
    overflowY: 'auto',
    margin: 0,
    padding: 0,
    listStyleType: 'none',
    [narrow]: { overflowY: 'visible' },
  },
  row: {
    flex: '1 1 0',
    boxSizing: 'border-box',
    minHeight: '44px',
    maxHeight: '88px',
    [narrow]: { flex: 'none', maxHeight: 'none' },
  },
  dense: { minHeight: '40px' },
  onWall: { minHeight: `${WALL_ROW_LEAST_PX}px`, maxHeight: '96px' },
  columns: { ...boardColumns.bench },
  columnsDense: { ...boardColumns.dense },
  columnNames: {
    ...typographyStyles.caption1,
    position: 'absolute',
    inset: 0,
    display: 'grid',
    alignItems: 'center',
    boxSizing: 'border-box',
    // The edge of a row, and its padding.
    paddingLeft: '12px',
    paddingRight: '16px',
    color: tokens.colorNeutralForeground2,
    pointerEvents: 'none',
    [roomy]: { ...typographyStyles.body1, paddingLeft: '16px', paddingRight: '24px' },
    [narrow]: { display: 'none' },
  },
  centred: { textAlign: 'center' },
  times: { position: 'relative', height: '20px' },
  usual: {
    position: 'absolute',
    left: 0,
    borderLeft: `2px solid ${tokens.colorNeutralForeground1}`,
    paddingLeft: tokens.spacingHorizontalS,
  },
  longest: {
    position: 'absolute',
    left: `${LONGEST_AT * 100}%`,
    transform: 'translateX(-50%)',
    whiteSpace: 'nowrap',
    color: tokens.colorNeutralForeground1,
    fontWeight: tokens.fontWeightSemibold,
  },
  end: { textAlign: 'right' },
  empty: {
    padding: tokens.spacingHorizontalL,
    color: tokens.colorNeutralForeground2,
    ...typographyStyles.body1,
    [roomy]: typographyStyles.subtitle2,
  },
  emptyOnWall: { fontSize: '40px', lineHeight: '52px', [roomy]: { fontSize: '40px', lineHeight: '52px' } },
});

interface RunningBoardProps {
  readonly running: readonly WaitingDevice[];
  /** How many run, where `running` holds only some. */
  readonly count: number;
  readonly usualTimes: readonly UsualTime[];
  readonly now: Date;
  readonly look: BoardLook;
}

/** What is running, the most urgent first. */
export function RunningBoard({ running, count, usualTimes, now, look }: RunningBoardProps) {
  const styles = useStyles();
  const list = useRef<HTMLUListElement>(null);
  const { rows, presence } = useHeldOrder(running, ({ device }) => device.id);
  const isWall = look === 'wall';
  const page = useWallPage(list, rows, now, isWall ? WALL_ROW_LEAST_PX : null);
  useRowMotion(
    list,
    page.rows.map(({ device }) => device.id),
  );
  return (
    <BoardPart
      title={benchText.running}
      count={count}
      look={look}
      {...(!isWall && rows.length > 0 && { columns: <ColumnNames look={look} hasUsual={usualTimes.length > 0} /> })}
      bare={isWall && rows.length > 0 && page.span === null}
      span={page.span}
    >
      {rows.length === 0 ? (
        <p className={mergeClasses(styles.empty, isWall && styles.emptyOnWall)}>{benchText.runningEmpty}</p>
      ) : (
        <ul ref={list} className={styles.list} {...presence}>
          {page.rows.map((run) => (
            <li
              key={run.device.id}
              className={mergeClasses(styles.row, look === 'dense' && styles.dense, isWall && styles.onWall)}
            >
              <RunningRow
                run={run}
                usualMinutes={usualMinutesFor(run.device.scenario, usualTimes)}
                now={now}
                look={look}
              />
            </li>
          ))}
        </ul>
      )}
    </BoardPart>
  );
}

/** Over the columns that do not tell by themselves what they are. */
function ColumnNames({ look, hasUsual }: { readonly look: BoardLook; readonly hasUsual: boolean }) {
  const styles = useStyles();
  return (
    <span
      aria-hidden="true"
      className={mergeClasses(styles.columnNames, look === 'dense' ? styles.columnsDense : styles.columns)}
    >
      <span />
      <span />
      <span className={styles.centred}>{benchText.columns.shelf}</span>
      <span>{benchText.columns.scenario}</span>
      <span className={styles.times}>
        {hasUsual && <span className={styles.usual}>{benchText.columns.usual}</span>}
        <span className={styles.longest}>{benchText.columns.longest}</span>
      </span>
      <span className={styles.end}>{benchText.columns.time}</span>
    </span>
  );
}
