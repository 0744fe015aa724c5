import { GroupListRegular, QrCodeRegular } from '@fluentui/react-icons';
import { deviceTitle } from '../../../shared/devices/deviceTitle.ts';
import type { Act, ActOf } from '../../acts/act.ts';
import { labelText } from '../../text/labels.ts';
import { LabelDialog } from './LabelDialog.tsx';
import { ShelfLabels } from './ShelfLabels.tsx';

export const labelOfDevice: ActOf<'device'> = {
  appliesTo: 'device',
  name: 'labels.ofDevice',
  label: labelText.ofDevice,
  short: labelText.label,
  alsoCalled: labelText.alsoCalled,
  Icon: QrCodeRegular,
  dialog: ({ detail: { device } }, onClose) => (
    <LabelDialog target={{ kind: 'devices', ids: [device.id], title: deviceTitle(device) }} onClose={onClose} />
  ),
};

const labelsOfSelection: ActOf<'selection'> = {
  appliesTo: 'selection',
  name: 'labels.ofSelection',
  label: labelText.ofSelection,
  short: labelText.labels,
  alsoCalled: labelText.alsoCalled,
  Icon: QrCodeRegular,
  bar: 'beside',
  dialog: ({ ids }, onClose) => <LabelDialog target={{ kind: 'devices', ids, title: null }} onClose={onClose} />,
};

export const labelsOfShelves: ActOf<'nothing'> = {
  appliesTo: 'nothing',
  name: 'labels.ofShelves',
  label: labelText.ofShelves,
  alsoCalled: labelText.alsoCalled,
  Icon: GroupListRegular,
  allowed: (_, { settings: { shelves } }) => shelves.length > 0 || labelText.noShelves,
  dialog: (_, onClose) => <ShelfLabels onClose={onClose} />,
};

export const labelActs: readonly Act[] = [labelOfDevice, labelsOfSelection, labelsOfShelves];
