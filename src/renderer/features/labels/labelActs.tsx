import { ArrowDownloadRegular, QrCodeRegular } from '@fluentui/react-icons';
import { idsOf, type Act, type ActOf } from '../../acts/act.ts';
import { labelText } from '../../text/labels.ts';
import { LabelDialog } from './LabelDialog.tsx';
import { saveLabels } from './saveLabels.ts';

export const lookAtLabel: ActOf<'device'> = {
  appliesTo: 'device',
  name: 'labels.look',
  label: labelText.look,
  short: labelText.label,
  Icon: QrCodeRegular,
  dialog: ({ detail }, onClose) => <LabelDialog device={detail.device} onClose={onClose} />,
};

const save: ActOf<'selection'> = {
  appliesTo: 'selection',
  name: 'labels.save',
  label: labelText.saveMany,
  short: labelText.labels,
  busy: ({ ids }) => labelText.making(ids.length),
  Icon: QrCodeRegular,
  bar: 'beside',
  run: ({ ids }, tools) => saveLabels(ids, tools),
};

const saveOne: ActOf<'device'> = {
  appliesTo: 'device',
  name: 'labels.saveOne',
  label: labelText.saveOne,
  Icon: ArrowDownloadRegular,
  run: (on, tools) => saveLabels(idsOf(on), tools),
};

export const labelActs: readonly Act[] = [lookAtLabel, save, saveOne];
