import { Button, makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { BarcodeScannerRegular, CameraRegular } from '@fluentui/react-icons';
import { benchText } from '../../text/bench.ts';
import { scanText } from '../../text/scans.ts';
import { narrow } from '../../ui/breakpoints.ts';
import { useScan } from '../scans/scanContext.ts';

const useStyles = makeStyles({
  root: {
    display: 'flex',
    [narrow]: { flexWrap: 'wrap' },
    alignItems: 'center',
    gap: tokens.spacingHorizontalXL,
    padding: `${tokens.spacingVerticalL} ${tokens.spacingHorizontalXL}`,
    backgroundColor: tokens.colorBrandBackground2,
    color: tokens.colorNeutralForeground1,
    borderRadius: tokens.borderRadiusLarge,
    border: `1px solid ${tokens.colorBrandStroke2}`,
  },
  icon: { display: 'inline-flex', fontSize: '40px', color: tokens.colorBrandForeground1 },
  hint: { ...typographyStyles.subtitle1, margin: 0, marginRight: 'auto' },
  camera: { minHeight: '48px', flexShrink: 0 },
});

/** Scan first. */
export function ScanCard() {
  const styles = useStyles();
  const { openCamera } = useScan();
  return (
    <div className={styles.root}>
      <span className={styles.icon} aria-hidden="true">
        <BarcodeScannerRegular />
      </span>
      <p className={styles.hint}>{benchText.scanHint}</p>
      <Button size="large" className={styles.camera} icon={<CameraRegular />} onClick={openCamera}>
        {scanText.camera}
      </Button>
    </div>
  );
}
