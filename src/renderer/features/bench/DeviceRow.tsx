import type { ReactNode } from 'react';
import { Button, makeStyles, tokens, Tooltip, typographyStyles } from '@fluentui/react-components';
import type { DeviceView } from '../../../shared/devices/deviceView.ts';
import { deviceTitle } from '../../../shared/devices/deviceTitle.ts';
import { LaptopRegular } from '@fluentui/react-icons';
import { formatAddress } from '../../app/address.ts';
import { useWorkspace } from '../../app/workspace.ts';
import { playText } from '../../text/play.ts';
import { wide } from '../../ui/breakpoints.ts';
import { modelName } from '../../ui/modelName.ts';
import { Serial } from '../../ui/Serial.tsx';
import { showPretendDevice } from '../tenants/pretend/pretendDevices.ts';

const useStyles = makeStyles({
  root: {
    display: 'flex',
    // A long serial number takes the line for itself: it is what the device is known by.
    flexWrap: 'wrap',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalM,
    minHeight: '56px',
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalS}`,
    borderRadius: tokens.borderRadiusMedium,
    color: tokens.colorNeutralForeground1,
    textDecorationLine: 'none',
    ':hover': { backgroundColor: tokens.colorSubtleBackgroundHover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
  },
  playable: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr) auto', alignItems: 'center' },
  serial: {
    ...typographyStyles.subtitle2,
    display: 'block',
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    [wide]: { ...typographyStyles.subtitle1 },
  },
  model: {
    ...typographyStyles.caption1,
    color: tokens.colorNeutralForeground2,
    display: 'block',
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
    // As wide as there is room, but no reason for a line of its own.
    width: 0,
    minWidth: '100%',
    [wide]: { ...typographyStyles.body1 },
  },
  who: { flexGrow: 1, minWidth: 0, maxWidth: '100%' },
  aside: {
    marginLeft: 'auto',
    display: 'grid',
    justifyItems: 'end',
    textAlign: 'right',
    [wide]: { ...typographyStyles.subtitle2 },
  },
  note: { ...typographyStyles.caption1, color: tokens.colorNeutralForeground2, [wide]: { ...typographyStyles.body1 } },
});

interface DeviceRowProps {
  readonly device: DeviceView;
  /** Where the device stands, or what to do with it. */
  readonly children: ReactNode;
  /** A smaller line about that. */
  readonly note?: ReactNode;
}

/** A device in a short list: which one, and what matters about it here. Leads to its page. */
export function DeviceRow({ device, children, note = null }: DeviceRowProps) {
  const styles = useStyles();
  const { tenants } = useWorkspace();
  const row = (
    <a className={styles.root} href={formatAddress({ page: 'device', id: device.id })}>
      <span className={styles.who}>
        <span className={styles.serial} title={deviceTitle(device)}>
          <Serial>{deviceTitle(device)}</Serial>
        </span>
        <span className={styles.model}>
          {[modelName(device), device.assignedUserName].filter((part) => part !== null).join(' · ')}
        </span>
      </span>
      <span className={styles.aside}>
        {children}
        {note !== null && <span className={styles.note}>{note}</span>}
      </span>
    </a>
  );
  const { ztdId } = device;
  if (ztdId === null || !tenants.some(({ id, kind }) => id === device.tenantId && kind === 'practice')) return row;
  return (
    <div className={styles.playable}>
      {row}
      <Tooltip content={playText.playNamed(deviceTitle(device))} relationship="label">
        <Button
          size="large"
          appearance="subtle"
          icon={<LaptopRegular />}
          onClick={() => showPretendDevice(device.tenantId, { ztdId, serialNumber: device.serialNumber ?? '' })}
        />
      </Tooltip>
    </div>
  );
}
