import { DeleteDismissRegular } from '@fluentui/react-icons';
import type { Act, ActOf } from '../../acts/act.ts';
import { erasureText } from '../../text/privacy.ts';
import { EraseDeviceDialog } from './EraseDeviceDialog.tsx';

/** Everything that is kept of a device, for good; why it may not be done yet is said in the dialog. */
const eraseDevice: ActOf<'device'> = {
  appliesTo: 'device',
  name: 'erasure.device',
  label: erasureText.device,
  short: erasureText.askDevice,
  alsoCalled: erasureText.also,
  Icon: DeleteDismissRegular,
  menu: 'leave',
  dialog: ({ detail }, onClose) => <EraseDeviceDialog device={detail.device} onClose={onClose} />,
};

export const erasureActs: readonly Act[] = [eraseDevice];
