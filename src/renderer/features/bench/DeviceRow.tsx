import type { ReactNode } from 'react';
import { makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import type { DeviceView } from '../../../shared/api/contract/devices.ts';
import { formatAddress } from '../../app/address.ts';
import { modelName } from '../../ui/modelName.ts';
import { Serial } from '../../ui/Serial.tsx';

const useStyles = makeStyles({
  root: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) auto',
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
  serial: { ...typographyStyles.subtitle2 },
  model: {
    ...typographyStyles.caption1,
    color: tokens.colorNeutralForeground2,
    display: 'block',
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
  },
  aside: { display: 'grid', justifyItems: 'end', textAlign: 'right' },
});

interface DeviceRowProps {
  readonly device: DeviceView;
  readonly children: ReactNode;
}

/** A device in a short list: which one, and what matters about it here. Leads to its page. */
export function DeviceRow({ device, children }: DeviceRowProps) {
  const styles = useStyles();
  return (
    <a className={styles.root} href={formatAddress({ page: 'device', id: device.id })}>
      <span>
        <span className={styles.serial}>
          <Serial>{device.serialNumber}</Serial>
        </span>
        <span className={styles.model}>
          {[modelName(device), device.assignedUserName].filter((part) => part !== null).join(' · ')}
        </span>
      </span>
      <span className={styles.aside}>{children}</span>
    </a>
  );
}
