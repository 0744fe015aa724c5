import { TimerRegular } from '@fluentui/react-icons';
import type { Act, ActOf } from '../../acts/act.ts';
import { espText } from '../../text/esp.ts';
import { EspDialog } from './EspDialog.tsx';

/** What the tenant’s status pages say; to be seen offline too. */
export const showEsp: ActOf<'tenant'> = {
  appliesTo: 'tenant',
  name: 'esp.show',
  label: espText.act,
  Icon: TimerRegular,
  alsoCalled: espText.otherwise,
  dialog: ({ tenant }, onClose) => <EspDialog tenant={tenant} onClose={onClose} />,
};

export const espActs: readonly Act[] = [showEsp];
