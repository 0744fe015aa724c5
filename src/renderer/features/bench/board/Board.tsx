import { makeStyles, mergeClasses } from '@fluentui/react-components';
import { benchBoardOf } from '../../../../shared/bench/benchBoard.ts';
import { useWorkspace } from '../../../app/workspace.ts';
import { narrow, roomy } from '../../../ui/breakpoints.ts';
import { useNow } from '../../../ui/useNow.ts';
import type { BenchLists } from '../useBenchLists.ts';
import { benchLookOf } from './boardLook.ts';
import { NeedsLook } from './NeedsLook.tsx';
import { Ready } from './Ready.tsx';
import { readyStepsOf } from './readySteps.ts';
import { RunningBoard } from './RunningBoard.tsx';

const SECOND_MS = 1_000;

const useStyles = makeStyles({
  root: {
    flexGrow: 1,
    minHeight: 0,
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) 336px',
    gridTemplateRows: 'minmax(0, 1fr)',
    gap: '12px',
    [roomy]: { gridTemplateColumns: 'minmax(0, 1fr) 480px', gap: '16px' },
    [narrow]: { gridTemplateColumns: 'minmax(0, 1fr)', gridTemplateRows: 'auto' },
  },
  wall: {
    gridTemplateColumns: 'minmax(0, 1fr) 560px',
    gap: '20px',
    [roomy]: { gridTemplateColumns: 'minmax(0, 1fr) 560px', gap: '20px' },
  },
  side: {
    display: 'flex',
    flexDirection: 'column',
    minHeight: 0,
    gap: '12px',
    [roomy]: { gap: '16px' },
  },
  sideOfWall: { gap: '20px', [roomy]: { gap: '20px' } },
});

interface BoardProps {
  readonly lists: BenchLists;
  readonly isWall?: boolean;
}

/** The departure board: what runs at the left; at the right what needs a look, over what is ready. */
export function Board({ lists, isWall = false }: BoardProps) {
  const styles = useStyles();
  const now = useNow(SECOND_MS);
  const { resealWithinMinutes } = useWorkspace().settings;
  const { running, waiting, shipped, stuck, unsealed, usualTimes } = lists;
  const board = benchBoardOf(
    {
      running: running.devices,
      waiting: waiting.devices,
      shipped: shipped.devices,
      stuck: stuck.devices,
      unsealed: unsealed.devices,
    },
    now,
    resealWithinMinutes,
  );
  const unlisted = running.matching - running.devices.length;
  const look = isWall ? 'wall' : benchLookOf(board.running.length);
  return (
    <div className={mergeClasses(styles.root, isWall && styles.wall)}>
      <RunningBoard
        running={board.running}
        count={board.running.length + unlisted}
        usualTimes={usualTimes}
        now={now}
        look={look}
      />
      <div className={mergeClasses(styles.side, isWall && styles.sideOfWall)}>
        <NeedsLook
          items={board.toSee}
          count={board.toSee.length + stuck.matching - stuck.devices.length}
          now={now}
          look={look}
        />
        <Ready steps={readyStepsOf(lists, now)} look={look} />
      </div>
    </div>
  );
}
