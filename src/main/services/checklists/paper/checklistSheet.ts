import type { ChecklistItem, ChecklistRole } from '../../../../shared/checklists/checklist.ts';
import type { PageSize } from '../../../paper/pageSize.ts';
import type { Formatter } from '../../../../shared/format/formatter.ts';

/** A checklist on its way to paper, HTML or a file: what it says, without how it looks. */
export interface ChecklistSheet {
  readonly title: string;
  readonly templateId: string;
  readonly templateVersion: number;
  readonly source: string;
  readonly serialNumber: string | null;
  /** What the device, or the tenant, is called. */
  readonly name: string;
  /** What its bar code and QR code hold; null where there is no device. */
  readonly code: string | null;
  /** Facts of the device, label and value, for comparing with the device's own screens. */
  readonly facts: readonly { readonly label: string; readonly value: string }[];
  readonly blocks: readonly SheetBlock[];
  readonly done: number;
  readonly required: number;
  /** Lab and bench, as far as they are set. */
  readonly place: string;
  readonly printedAt: Date;
  readonly printedBy: string;
  /** The newest row of the audit log at that time, by which a later check finds what was cut off; empty where there is none. */
  readonly auditHead: string;
  readonly page: PageSize;
}

export interface SheetBlock {
  readonly title: string;
  /** Said below the title where the block is not this device's alone. */
  readonly remark: string | null;
  readonly items: readonly ChecklistItem[];
}

const roleNames: Readonly<Record<ChecklistRole, string>> = {
  administrator: 'Administrator',
  oem: 'Maker or partner',
  technician: 'Technician',
  user: 'User',
  automatic: 'Windows',
};

/** Whose step it is, as the sheet prints it: “Technician / Supervisor”. */
export function whoOf({ who }: ChecklistItem): string {
  return who.map((role) => roleNames[role]).join(' / ');
}

/** “if …”, “optional”, or nothing where the step is always due. */
export function needOf({ need, condition }: ChecklistItem): string | null {
  if (condition !== null) return `Only if: ${condition}.`;
  return need === 'optional' ? 'Optional.' : null;
}

/** What stands in the column that a person signs: initials and time of a tick; null where there is still room to sign. */
export function signatureOf({ by, at }: ChecklistItem, formatter: Formatter): string | null {
  if (by === null) return null;
  return at === null ? by : `${by}\n${formatter.dayAndTime(at)}`;
}

/** When the sheet was printed, by whom where that is known, and the head of the audit log. */
export function printedOf({ printedAt, printedBy, auditHead }: ChecklistSheet, formatter: Formatter): string {
  const by = printedBy === '' ? '' : ` by ${printedBy}`;
  return `Printed ${formatter.instant(printedAt)}${by}${auditHead === '' ? '' : ` · audit ${auditHead}`}`;
}
