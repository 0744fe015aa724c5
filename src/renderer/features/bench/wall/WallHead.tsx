import { useState } from 'react';
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useConnection } from '../../../api/clientContext.ts';
import { useWorkspace } from '../../../app/workspace.ts';
import { benchText } from '../../../text/bench.ts';
import { formatter } from '../../../text/formatter.ts';
import { forcedColours } from '../../../ui/breakpoints.ts';
import { useLaneColours } from '../../../ui/tenantColours.ts';
import { useNow } from '../../../ui/useNow.ts';

const SECOND_MS = 1_000;

const useStyles = makeStyles({
  root: {
    display: 'flex',
    alignItems: 'center',
    flexShrink: 0,
    gap: '32px',
    height: '88px',
    fontSize: '40px',
    fontWeight: tokens.fontWeightSemibold,
  },
  clock: { fontSize: '72px', lineHeight: '88px' },
  lost: {
    padding: '0 24px',
    borderRadius: tokens.borderRadiusLarge,
    backgroundColor: tokens.colorPaletteMarigoldBackground3,
    color: tokens.colorNeutralForeground1Static,
    fontSize: '56px',
    lineHeight: '72px',
    [forcedColours]: { backgroundColor: 'Canvas', color: 'CanvasText', outline: '4px solid CanvasText' },
  },
  tenant: { display: 'flex', alignItems: 'center', gap: '16px', marginLeft: 'auto' },
  lane: { width: '12px', height: '44px', borderRadius: tokens.borderRadiusMedium, forcedColorAdjust: 'none' },
});

/** The time, or since when nothing new was heard; at which bench; and whose devices these are. */
export function WallHead() {
  const styles = useStyles();
  const colours = useLaneColours();
  const { settings, tenant } = useWorkspace();
  const connection = useConnection();
  const now = useNow(SECOND_MS);
  const [heardAt, setHeardAt] = useState(now);
  const isLost = connection === 'lost' || connection === 'refused';
  if (!isLost && heardAt !== now) setHeardAt(now);
  return (
    <header className={styles.root}>
      {isLost ? (
        <span role="alert" className={styles.lost}>
          {benchText.asOf(formatter.time(heardAt))}
        </span>
      ) : (
        <span className={styles.clock}>{formatter.time(now)}</span>
      )}
      <span>{settings.benchName}</span>
      {tenant !== null && (
        <span className={styles.tenant}>
          <span aria-hidden="true" className={mergeClasses(styles.lane, colours[tenant.colour])} />
          {tenant.name}
        </span>
      )}
    </header>
  );
}
