import { GroupListRegular } from '@fluentui/react-icons';
import type { Act, ActOf } from '../../acts/act.ts';
import { shelfText } from '../../text/shelves.ts';
import { ShelfDialog } from './ShelfDialog.tsx';

const putOnShelf: ActOf<'device'> = {
  appliesTo: 'device',
  name: 'shelves.put',
  label: shelfText.act,
  alsoCalled: shelfText.actHint,
  Icon: GroupListRegular,
  menu: 'change',
  dialog: ({ detail: { device } }, onClose) => <ShelfDialog device={device} onClose={onClose} />,
};

export const shelfActs: readonly Act[] = [putOnShelf];
