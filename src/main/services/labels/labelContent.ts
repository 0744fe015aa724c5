import type { DeviceRecord } from '../../../shared/devices/device.ts';
import { deviceCode, deviceTitle } from '../../../shared/devices/deviceTitle.ts';
import { labelField, labelFieldWords, type LabelField } from '../../../shared/labels/labelField.ts';
import { writeTechnicianBadge } from '../../../shared/scans/technicianBadge.ts';
import { isolated } from '../../paper/isolated.ts';
import type { NamedText } from '../../paper/unprintable.ts';

/** A line of a label below its serial number. */
export interface LabelLine {
  /** What a person calls it: “group tag”, say. */
  readonly field: string;
  /** The device's own text. */
  readonly text: string;
  /** The text as the label shows it. */
  readonly shown: string;
  /** Its end is never cut off: it shrinks, or goes on in another line. */
  readonly isWhole?: boolean;
}

/** What a label says, in whichever format it is drawn. */
export interface LabelContent {
  readonly name: string;
  /** What both codes hold: the bare serial number, or the bare product key ID of a device without one. */
  readonly code: string;
  /** What they hold where `code` would be drawn too finely; Code 128, which is one line, always holds it. */
  readonly shortCode?: string;
  /** The most important first: lines without room are left out from the end. */
  readonly lines: readonly LabelLine[];
}

type Labelled = Pick<
  DeviceRecord,
  | 'serialNumber'
  | 'productKeyId'
  | 'model'
  | 'groupTag'
  | 'assignedUser'
  | 'assignedUserName'
  | 'deviceName'
  | 'purchaseOrder'
  | 'purchaseOrderInFile'
> & { readonly batchName: string | null };

type Line = Pick<LabelLine, 'isWhole'> & { readonly text: string | null; readonly shown?: (text: string) => string };

/** To add a field: its word in `labelField.ts`, and one line here. */
const lineOf: Readonly<Record<LabelField, (device: Labelled, customer: string) => Line>> = {
  model: ({ model }) => ({ text: model, isWhole: true }),
  groupTag: ({ groupTag }) => ({ text: groupTag, shown: (text) => `Tag ${isolated(text)}` }),
  customer: (_, customer) => ({ text: customer }),
  user: ({ assignedUser, assignedUserName }) => ({ text: assignedUserName ?? assignedUser }),
  deviceName: ({ deviceName }) => ({ text: deviceName }),
  purchaseOrder: ({ purchaseOrder, purchaseOrderInFile }) => ({
    text: purchaseOrder ?? purchaseOrderInFile,
    shown: (text) => `PO ${isolated(text)}`,
  }),
  box: ({ batchName }) => ({ text: batchName, shown: (text) => `Box ${isolated(text)}` }),
};

/** What the label of a device says. */
export function labelContentOf(device: Labelled, customer: string, fields: readonly LabelField[]): LabelContent {
  return {
    name: deviceTitle(device),
    code: deviceCode(device),
    lines: labelField.options
      .filter((field) => fields.includes(field))
      .flatMap((field) => {
        const { text, shown, isWhole = false } = lineOf[field](device, customer);
        return text === null || text === ''
          ? []
          : [{ field: labelFieldWords[field], text, shown: shown?.(text) ?? text, isWhole }];
      }),
  };
}

/** What the badge of a technician says. The lab tells badges of two labs apart that have the same initials. */
export function badgeContentOf(initials: string, labName: string): LabelContent {
  const lines = [
    { field: 'purpose', text: 'Technician', shown: 'Technician' },
    { field: 'lab', text: labName, shown: labName },
  ];
  return { name: initials, code: writeTechnicianBadge(initials), lines: lines.filter(({ text }) => text !== '') };
}

/** The device's own texts on a label, by name. */
export function textsOnLabel({ name, lines }: LabelContent): readonly NamedText[] {
  return [{ field: 'serial number', text: name }, ...lines].map(({ field, text }) => ({ field, device: name, text }));
}
