import { Button, makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { BarcodeScannerRegular, CameraRegular } from '@fluentui/react-icons';
import { useWorkspace } from '../../app/workspace.ts';
import { benchText } from '../../text/bench.ts';
import { scanText } from '../../text/scans.ts';
import { narrow, roomy } from '../../ui/breakpoints.ts';
import { LinkButton } from '../../ui/LinkButton.tsx';
import { useScan } from '../scans/scanContext.ts';

const useStyles = makeStyles({
  // Its room is always kept, so that nothing below it jumps.
  root: {
    display: 'flex',
    alignItems: 'center',
    flexShrink: 0,
    gap: tokens.spacingHorizontalM,
    boxSizing: 'border-box',
    minHeight: '72px',
    padding: `0 ${tokens.spacingHorizontalL}`,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusLarge,
    [roomy]: { minHeight: '88px' },
    [narrow]: { flexWrap: 'wrap', padding: tokens.spacingHorizontalS },
  },
  icon: { display: 'inline-flex', fontSize: '32px', color: tokens.colorBrandForeground1 },
  hint: { ...typographyStyles.subtitle2, margin: 0, [roomy]: { ...typographyStyles.subtitle1 } },
  who: { ...typographyStyles.body1Strong, marginLeft: 'auto', whiteSpace: 'nowrap' },
});

/** Scan first: how, until somebody has; who works here; and the other ways of looking at it. */
export function BenchHint() {
  const styles = useStyles();
  const { openCamera, heard } = useScan();
  const { benchName, technicianInitials } = useWorkspace().settings;
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
      <span className={styles.who}>{[benchName, technicianInitials].filter((part) => part !== '').join(' · ')}</span>
      {technicianInitials === '' && (
        <LinkButton to={{ page: 'settings' }} appearance="subtle">
          {benchText.setInitials}
        </LinkButton>
      )}
      <Button size="large" icon={<CameraRegular />} onClick={openCamera}>
        {scanText.camera}
      </Button>
    </div>
  );
}
