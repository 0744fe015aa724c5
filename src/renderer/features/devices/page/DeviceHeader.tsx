import { makeStyles, Text, tokens, typographyStyles } from '@fluentui/react-components';
import type { DeviceDetail } from '../../../../shared/devices/deviceDetail.ts';
import { heldField, type HeldField, type HeldValue } from '../../../../shared/assignment/heldValue.ts';
import { refusedWishWords } from '../../../../shared/assignment/refusedWishWords.ts';
import { deviceTitle } from '../../../../shared/devices/deviceTitle.ts';
import { ActButton } from '../../../acts/ActButton.tsx';
import { useOffer } from '../../../acts/actsContext.ts';
import { useWorkspace } from '../../../app/workspace.ts';
import { commonText } from '../../../text/common.ts';
import { differencesText } from '../../../text/assignment.ts';
import { shelfText } from '../../../text/shelves.ts';
import { deviceText } from '../../../text/devices.ts';
import { modelName } from '../../../ui/modelName.ts';
import { Serial } from '../../../ui/Serial.tsx';
import { TenantLane } from '../../../ui/TenantLane.tsx';
import { DeviceMenu } from './DeviceMenu.tsx';
import { PendingChanges } from './PendingChanges.tsx';
import { playDevice } from '../../tenants/tenantActs.tsx';
import { labelOfDevice } from '../../labels/labelActs.tsx';

const useStyles = makeStyles({
  root: {
    display: 'flex',
    alignItems: 'center',
    flexWrap: 'wrap',
    columnGap: tokens.spacingHorizontalXXL,
    rowGap: tokens.spacingVerticalS,
  },
  who: { display: 'grid', minWidth: 0 },
  facts: { display: 'flex', flexWrap: 'wrap', columnGap: tokens.spacingHorizontalXL, margin: 0, minWidth: 0 },
  fact: { display: 'grid', minWidth: 0 },
  label: { ...typographyStyles.caption1, color: tokens.colorNeutralForeground3 },
  value: { margin: 0 },
  acts: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalS, marginLeft: 'auto' },
});

/** Which device is this, whose, and for whom. */
export function DeviceHeader({ detail }: { readonly detail: DeviceDetail }) {
  const styles = useStyles();
  const { tenants } = useWorkspace();
  const { device } = detail;
  const label = useOffer(labelOfDevice, { kind: 'device', detail });
  const play = useOffer(playDevice, { kind: 'device', detail });
  const tenant = tenants.find(({ id }) => id === device.tenantId);
  const facts: readonly (readonly [string, string])[] = [
    [deviceText.groupTag, device.groupTag ?? deviceText.noTag],
    [deviceText.user, device.assignedUserName ?? device.assignedUser ?? deviceText.noUser],
    ...(device.deviceName === null ? [] : ([[deviceText.deviceName, device.deviceName]] as const)),
    ...heldField.options.flatMap((field) => wishFacts(field, device.properties[field])),
    ...device.refusedWishes.map((wish) => [deviceText.refused[wish.property], refusedWishWords(wish)] as const),
    ...(device.shelf === null ? [] : ([[shelfText.label, device.shelf]] as const)),
    [deviceText.batch, device.batchName ?? commonText.none],
  ];
  return (
    <header className={styles.root} aria-label={deviceText.identity}>
      <div className={styles.who}>
        <Serial size="large" wrap>
          {deviceTitle(device)}
        </Serial>
        <Text size={300}>{modelName(device)}</Text>
      </div>
      {tenant !== undefined && <TenantLane tenant={tenant} />}
      <dl className={styles.facts}>
        {facts.map(([label, value]) => (
          <div key={label} className={styles.fact}>
            <dt className={styles.label}>{label}</dt>
            <dd className={styles.value}>{value}</dd>
          </div>
        ))}
      </dl>
      <div className={styles.acts}>
        {device.pendingChanges > 0 && <PendingChanges device={device} />}
        {play.reason === null && <ActButton offer={play} />}
        <ActButton offer={label} />
        <DeviceMenu detail={detail} />
      </div>
    </header>
  );
}

/** What is wished and not true yet, beside what is. */
function wishFacts(field: HeldField, value: HeldValue): readonly (readonly [string, string])[] {
  const wanted = (wish: string | null): string => (wish === null || wish === '' ? differencesText.cleared : wish);
  if (value.state === 'onItsWay' && value.onItsWay !== null && value.readAt !== null)
    return [[differencesText.onItsWay[field], wanted(value.onItsWay.value)]];
  return value.state === 'differs' ? [[differencesText.wished[field], wanted(value.wish)]] : [];
}
