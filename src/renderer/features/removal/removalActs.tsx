import { CheckmarkCircleRegular, CloudDismissRegular } from '@fluentui/react-icons';
import type { Act, ActOf } from '../../acts/act.ts';
import { deregisterText } from '../../text/removal.ts';
import { DeregisterDialog } from './DeregisterDialog.tsx';

export const deregister: ActOf<'device'> = {
  appliesTo: 'device',
  name: 'removal.deregister',
  label: deregisterText.act,
  short: deregisterText.ask,
  Icon: CloudDismissRegular,
  menu: 'leave',
  allowed: ({ detail: { device } }) =>
    device.registration === 'registered' ||
    device.registration === 'removing' ||
    device.managedDeviceId !== null ||
    deregisterText.notAtMicrosoft,
  dialog: ({ detail }, onClose) => <DeregisterDialog device={detail.device} onClose={onClose} />,
};

/** Somebody has deleted the computer account of a deregistered device in Active Directory. */
export const accountDeleted: ActOf<'device'> = {
  appliesTo: 'device',
  name: 'removal.accountDeleted',
  label: deregisterText.accountDeleted,
  Icon: CheckmarkCircleRegular,
  allowed: ({ detail }) => detail.device.computerAccount !== null || deregisterText.noAccount,
  async run({ detail }, { command, notify }) {
    const outcome = await command('removal.recordAccountDeleted', { deviceId: detail.device.id });
    if (outcome.ok) notify.done(deregisterText.accountRecorded);
  },
};

export const removalActs: readonly Act[] = [deregister, accountDeleted];
