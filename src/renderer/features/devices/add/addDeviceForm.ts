import type { InputOf } from '../../../../shared/api/contract.ts';
import { additionPurpose } from '../../../../shared/devices/addition.ts';
import { readScan } from '../../../../shared/scans/readScan.ts';
import type { Settings } from '../../../../shared/settings/settings.ts';
import { withoutAffixes } from '../../../../shared/scans/withoutAffixes.ts';

/** What stands in the fields. */
export interface AddDeviceForm {
  readonly serialNumber: string;
  readonly manufacturer: string;
  readonly model: string;
  readonly productKeyId: string;
  readonly groupTag: string;
  readonly assignedUser: string;
  readonly purchaseOrder: string;
  /** Empty where nobody says. */
  readonly purpose: string;
}
export type TextField = Exclude<keyof AddDeviceForm, 'purpose'>;

export const emptyForm: AddDeviceForm = {
  serialNumber: '',
  manufacturer: '',
  model: '',
  productKeyId: '',
  groupTag: '',
  assignedUser: '',
  purchaseOrder: '',
  purpose: '',
};

export const neededFields = ['serialNumber', 'manufacturer', 'model'] as const;

/** What the next device of a pile has in common with this one. */
export const nextForm = (form: AddDeviceForm): AddDeviceForm => ({
  ...form,
  serialNumber: '',
  productKeyId: '',
  assignedUser: '',
});

/** The first field that has to be filled in. */
export const firstMissing = (form: AddDeviceForm): (typeof neededFields)[number] | undefined =>
  neededFields.find((field) => form[field].trim() === '');

/** The serial number that a scanner typed into the field, or a person: a code of another kind names it within. */
function serialNumberIn(text: string, settings: Settings): string {
  const typed = withoutAffixes(text.trim(), settings);
  return readScan(typed).serialNumber ?? typed;
}

export function additionOf(
  { purpose, ...form }: AddDeviceForm,
  tenantId: string,
  settings: Settings,
  acceptsDoubts: boolean,
): InputOf<'devices.add'> {
  const chosen = additionPurpose.safeParse(purpose).data;
  return {
    ...form,
    serialNumber: serialNumberIn(form.serialNumber, settings),
    tenantId,
    acceptsDoubts,
    ...(chosen === undefined ? {} : { purpose: chosen }),
  };
}
