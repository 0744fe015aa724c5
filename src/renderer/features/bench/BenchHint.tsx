import { makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { BarcodeScannerRegular } from '@fluentui/react-icons';
import { benchText } from '../../text/bench.ts';
import { roomy } from '../../ui/breakpoints.ts';
import { useScan } from '../scans/scanContext.ts';

const useStyles = makeStyles({
  // Its room is always kept, so that nothing below it jumps.
  root: {
    display: 'flex',
    alignItems: 'center',
    flexShrink: 0,
    gap: tokens.spacingHorizontalM,
    minHeight: '72px',
    [roomy]: { minHeight: '88px' },
  },
  icon: { display: 'inline-flex', fontSize: '28px' },
  hint: { ...typographyStyles.subtitle2, margin: 0, color: tokens.colorNeutralForeground2 },
});

/** Scan first: how, until somebody has. */
export function BenchHint() {
  const styles = useStyles();
  const { heard } = useScan();
  return (
    <div className={styles.root}>
      {heard === 0 && (
        <>
          <span className={styles.icon} aria-hidden="true">
            <BarcodeScannerRegular />
          </span>
          <p className={styles.hint}>{benchText.scanHint}</p>
        </>
      )}
    </div>
  );
}
