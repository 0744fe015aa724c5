import { ClipboardTaskListLtrRegular } from '@fluentui/react-icons';
import type { Act, ActOf } from '../../acts/act.ts';
import { preflightText } from '../../text/preflight.ts';
import { DevicePreflight } from './DevicePreflight.tsx';

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

export const preflightActs: readonly Act[] = [checkDevice];
