import { HandshakeRegular } from '@fluentui/react-icons';
import type { Act, ActOf } from '../../acts/act.ts';
import { consentText } from '../../text/consent.ts';
import { ConsentDialog } from './ConsentDialog.tsx';

export const showConsent: ActOf<'tenant'> = {
  appliesTo: 'tenant',
  name: 'consent.show',
  label: consentText.act,
  Icon: HandshakeRegular,
  alsoCalled: consentText.alsoCalled,
  dialog: ({ tenant }, onClose) => <ConsentDialog tenant={tenant} onClose={onClose} />,
};

export const consentActs: readonly Act[] = [showConsent];
