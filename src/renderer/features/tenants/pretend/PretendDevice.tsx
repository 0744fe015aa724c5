import { useEffect, useRef } from 'react';
import {
  Button,
  FluentProvider,
  makeStyles,
  tokens,
  Tooltip,
  typographyStyles,
  webDarkTheme,
} from '@fluentui/react-components';
import { DismissRegular } from '@fluentui/react-icons';
import { pretendText } from '../../../text/play.ts';
import { narrow, tiny } from '../../../ui/breakpoints.ts';
import { PretendScreen } from './PretendScreen.tsx';
import { putPretendDeviceAway, usePretendDevices } from './pretendDevices.ts';
import { SealedBoxes } from './SealedBoxes.tsx';

const useStyles = makeStyles({
  provider: {
    gridArea: 'device',
    minHeight: 0,
    backgroundColor: 'transparent',
    [narrow]: { maxHeight: '55vh', overflowY: 'auto' },
    [tiny]: { maxHeight: 'none' },
  },
  root: {
    '@media print': { display: 'none' },
    boxSizing: 'border-box',
    width: '360px',
    height: '100%',
    overflowY: 'auto',
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalM,
    padding: tokens.spacingHorizontalL,
    // A device, and not Reseal: a dark blue screen in a thick frame.
    backgroundColor: '#0a1f44',
    border: '10px solid #041026',
    borderRadius: tokens.borderRadiusXLarge,
    color: '#ffffff',
    [narrow]: { width: 'auto', height: 'auto' },
  },
  head: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalM },
  label: {
    ...typographyStyles.caption1Strong,
    padding: `${tokens.spacingVerticalXXS} ${tokens.spacingHorizontalS}`,
    border: '1px dashed #ffffff',
    borderRadius: tokens.borderRadiusMedium,
    marginRight: 'auto',
  },
});

/** The device that a newcomer has no bench for: its screen, beside the page, with the keys that a person presses on it. */
export function PretendDevice() {
  const styles = useStyles();
  const root = useRef<HTMLElement>(null);
  const shown = usePretendDevices(({ shown }) => shown);
  const key = shown === null ? null : (shown.device?.ztdId ?? '');
  useEffect(() => {
    if (key !== null) root.current?.focus({ preventScroll: true });
  }, [key]);

  if (shown === null) return null;
  const { tenantId, device } = shown;
  return (
    <FluentProvider theme={webDarkTheme} className={styles.provider}>
      <aside
        ref={root}
        tabIndex={-1}
        data-focus-home
        className={styles.root}
        aria-label={pretendText.region(device?.serialNumber ?? null)}
      >
        <div className={styles.head}>
          <span className={styles.label}>{pretendText.label}</span>
          <Tooltip content={pretendText.close} relationship="label">
            <Button size="large" appearance="subtle" icon={<DismissRegular />} onClick={putPretendDeviceAway} />
          </Tooltip>
        </div>
        {device === null ? (
          <SealedBoxes tenantId={tenantId} />
        ) : (
          <PretendScreen key={device.ztdId} tenantId={tenantId} device={device} />
        )}
      </aside>
    </FluentProvider>
  );
}
