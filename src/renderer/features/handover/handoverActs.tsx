import { PersonBoardRegular } from '@fluentui/react-icons';
import type { Act, ActOf } from '../../acts/act.ts';
import { handoverText } from '../../text/handover.ts';
import { HandoverDialog } from './HandoverDialog.tsx';

const ofMany: ActOf<'selection'> = {
  appliesTo: 'selection',
  name: 'handover.ofMany',
  label: handoverText.act,
  alsoCalled: 'delivery list, hand-over card',
  Icon: PersonBoardRegular,
  bar: 'more',
  dialog: ({ ids }, onClose) => <HandoverDialog deviceIds={ids} first="boxList" onClose={onClose} />,
};

const ofOne: ActOf<'device'> = {
  appliesTo: 'device',
  name: 'handover.ofOne',
  label: handoverText.act,
  alsoCalled: 'card for the user',
  Icon: PersonBoardRegular,
  menu: 'leave',
  dialog: ({ detail }, onClose) => <HandoverDialog deviceIds={[detail.device.id]} first="cards" onClose={onClose} />,
};

export const handoverActs: readonly Act[] = [ofMany, ofOne];
