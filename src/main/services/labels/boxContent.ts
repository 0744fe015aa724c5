import type { DeviceView } from '../../../shared/devices/deviceView.ts';
import { deviceCode } from '../../../shared/devices/deviceTitle.ts';
import { handoverGroups, handoverRowOf } from '../../../shared/handover/handoverList.ts';
import type { LabelField } from '../../../shared/labels/labelField.ts';
import { isolated } from '../../paper/isolated.ts';
import type { LabelContent, LabelLine } from './labelContent.ts';

/** A scanner types it as Enter: one scan of a box gives each of its serial numbers by itself. */
const BETWEEN_SERIALS = '\r';

/** A device, its customer, and how many devices a sentence counts in words. */
export interface BoxedDevice {
  readonly device: DeviceView;
  readonly customer: string;
}

interface BoxWords {
  readonly devices: (count: number) => string;
}

/**
 * The labels of the boxes that these devices came in, as a hand-over list divides them: how many devices, which models, for whom,
 * by which order. The QR code holds the serial numbers, or the name of the box where they are too many for the label.
 */
export function boxContents(
  boxed: readonly BoxedDevice[],
  fields: readonly LabelField[],
  words: BoxWords,
): readonly LabelContent[] {
  const rows = boxed.map((one) => ({ ...handoverRowOf(one.device), one }));
  return handoverGroups(rows, 'box').map(({ name, rows: own }) =>
    contentOf(
      name ?? 'No batch',
      own.map(({ one }) => one),
      fields,
      words,
    ),
  );
}

function contentOf(
  name: string,
  boxed: readonly BoxedDevice[],
  fields: readonly LabelField[],
  words: BoxWords,
): LabelContent {
  const devices = boxed.map(({ device }) => device);
  const orders = distinct(devices.map((device) => device.purchaseOrder ?? device.purchaseOrderInFile));
  const listed: readonly (LabelLine & { readonly of?: LabelField })[] = [
    line('number of devices', words.devices(devices.length), true),
    { ...line('models', counted(devices.map(({ model }) => model)), true), of: 'model' },
    { ...line('customer', distinct(boxed.map(({ customer }) => customer)).join(', ')), of: 'customer' },
    {
      ...line('purchase order', orders.join(', ')),
      shown: `PO ${orders.map(isolated).join(', ')}`,
      of: 'purchaseOrder',
    },
    {
      ...line('group tags', distinct(devices.map(({ groupTag }) => groupTag)).join(', ')),
      of: 'groupTag',
    },
  ];
  return {
    name,
    code: devices.map(deviceCode).join(BETWEEN_SERIALS),
    shortCode: name,
    lines: listed.filter(({ of, text }) => text !== '' && (of === undefined || fields.includes(of))),
  };
}

const line = (field: string, text: string, isWhole = false): LabelLine => ({ field, text, shown: text, isWhole });

const distinct = (texts: readonly (string | null)[]): readonly string[] => [
  ...new Set(texts.flatMap((text) => text || [])),
];

/** “8 × EliteBook 650, 4 × Slate 13”, the most first. */
function counted(models: readonly (string | null)[]): string {
  const groups = [
    ...Map.groupBy(
      models.filter((model) => model !== null && model !== ''),
      (model) => model,
    ),
  ];
  return groups
    .sort(([, one], [, other]) => other.length - one.length)
    .map(([model, own]) => `${own.length} × ${model}`)
    .join(', ');
}
