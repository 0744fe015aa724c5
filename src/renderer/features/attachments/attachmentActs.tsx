import { AttachRegular } from '@fluentui/react-icons';
import type { Act, ActOf } from '../../acts/act.ts';
import { attachmentText } from '../../text/attachments.ts';
import { AttachDialog } from './AttachDialog.tsx';

/** The red screen in a picture, or the archive that the device wrote. */
export const attach: ActOf<'device'> = {
  appliesTo: 'device',
  name: 'attachments.add',
  label: attachmentText.act,
  alsoCalled: attachmentText.also,
  Icon: AttachRegular,
  menu: 'change',
  dialog: ({ detail: { device } }, onClose) => <AttachDialog deviceId={device.id} onClose={onClose} />,
};

export const attachmentActs: readonly Act[] = [attach];
