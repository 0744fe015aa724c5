import { useEffect } from 'react';
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { isNight } from '../../../../shared/bench/isNight.ts';
import { goTo } from '../../../app/navigation.ts';
import { useWorkspace } from '../../../app/workspace.ts';
import { benchText } from '../../../text/bench.ts';
import { useNow } from '../../../ui/useNow.ts';
import { Board } from '../board/Board.tsx';
import { useBenchLists } from '../useBenchLists.ts';
import { useWallScale } from './useWallScale.ts';
import { WallHead } from './WallHead.tsx';

const MINUTE_MS = 60_000;

const useStyles = makeStyles({
  root: {
    boxSizing: 'border-box',
    display: 'flex',
    flexDirection: 'column',
    padding: '0 24px 24px',
    overflow: 'hidden',
    cursor: 'none',
    backgroundColor: tokens.colorNeutralBackground3,
    color: tokens.colorNeutralForeground1,
  },
  // A lamp that nobody looks at: everything keeps its contrast, and is darker.
  night: { filter: 'brightness(0.45)' },
  hidden: { position: 'absolute', width: '1px', height: '1px', overflow: 'hidden', clipPath: 'inset(50%)' },
  sentence: { margin: 'auto', fontSize: '56px', lineHeight: '72px', textAlign: 'center' },
});

/** The board for a screen that nobody touches: larger, and with nothing to press. Escape leaves it. */
export function WallScreen() {
  const styles = useStyles();
  const { tenant } = useWorkspace();
  const reading = useBenchLists(tenant?.id);
  const now = useNow(MINUTE_MS);
  const { scale, height } = useWallScale();

  useEffect(() => {
    document.title = benchText.wall;
    const onKeyDown = ({ key }: KeyboardEvent) => {
      if (key === 'Escape') goTo({ page: 'bench' });
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, []);

  return (
    <div className={mergeClasses(styles.root, isNight(now) && styles.night)} style={{ zoom: scale, height }}>
      <h1 className={styles.hidden}>{benchText.wall}</h1>
      <WallHead />
      {reading.state === 'ready' ? (
        <Board lists={reading.value} isWall />
      ) : (
        <p className={styles.sentence}>
          {tenant === null
            ? benchText.wallNobody
            : reading.state === 'failed'
              ? reading.failure.message
              : benchText.wallLoading}
        </p>
      )}
    </div>
  );
}
