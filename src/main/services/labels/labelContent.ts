import type { DeviceRecord } from '../../../shared/devices/device.ts';
import { deviceCode, deviceTitle } from '../../../shared/devices/deviceTitle.ts';
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
}

/** What a label says, in whichever format it is drawn. */
export interface LabelContent {
  readonly name: string;
  /** What both codes hold: the bare serial number, or the bare product key ID of a device without one. */
  readonly code: string;
  /** The most important first: lines without room are left out from the end. */
  readonly lines: readonly LabelLine[];
}

/** What the label of a device says. To add a field: one line here. */
export function labelContentOf(
  device: Pick<DeviceRecord, 'serialNumber' | 'productKeyId' | 'model' | 'groupTag'>,
  tenantName: string,
): LabelContent {
  const { model, groupTag } = device;
  const lines: readonly (readonly [field: string, text: string | null, shown?: string])[] = [
    ['model', model],
    ['group tag', groupTag, `Tag ${isolated(groupTag ?? '')}`],
    ['organisation', tenantName],
  ];
  return {
    name: deviceTitle(device),
    code: deviceCode(device),
    lines: lines.flatMap(([field, text, shown]) =>
      text === null || text === '' ? [] : [{ field, text, shown: shown ?? text }],
    ),
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
