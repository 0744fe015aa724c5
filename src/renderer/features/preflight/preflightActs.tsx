import { ClipboardTaskListLtrRegular, PlugConnectedCheckmarkRegular } from '@fluentui/react-icons';
import type { Act, ActOf } from '../../acts/act.ts';
import { preflightText } from '../../text/preflight.ts';
import { DevicePreflight } from './DevicePreflight.tsx';
import { NetworkPreflight } from './NetworkPreflight.tsx';
import { TenantPreflight } from './TenantPreflight.tsx';

/** What the device’s hash says of what will not work. */
const checkDevice: ActOf<'device'> = {
  appliesTo: 'device',
  name: 'preflight.device',
  label: preflightText.act,
  Icon: ClipboardTaskListLtrRegular,
  alsoCalled: preflightText.otherwise,
  menu: 'look',
  dialog: ({ detail }, onClose) => <DevicePreflight device={detail.device} onClose={onClose} />,
};

/** Whether the network of the bench lets a deployment through. */
export const checkNetwork: ActOf<'nothing'> = {
  appliesTo: 'nothing',
  name: 'preflight.network',
  label: preflightText.network,
  short: preflightText.networkShort,
  Icon: PlugConnectedCheckmarkRegular,
  alsoCalled: preflightText.networkOtherwise,
  dialog: (_, onClose) => <NetworkPreflight onClose={onClose} />,
};

/** How the tenant is set up for deployments; what was read before is to be seen offline too. */
export const checkTenant: ActOf<'tenant'> = {
  appliesTo: 'tenant',
  name: 'preflight.tenant',
  label: ({ tenant }) => preflightText.tenantTitle(tenant.name),
  short: preflightText.tenant,
  Icon: ClipboardTaskListLtrRegular,
  alsoCalled: preflightText.tenantOtherwise,
  dialog: ({ tenant }, onClose) => <TenantPreflight tenant={tenant} onClose={onClose} />,
};

export const preflightActs: readonly Act[] = [checkDevice, checkTenant, checkNetwork];
