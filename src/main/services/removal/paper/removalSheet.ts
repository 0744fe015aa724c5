import type { PastRemoval } from '../../../../shared/removal/pastRemoval.ts';
import type { NamedText } from '../../../paper/unprintable.ts';

/** Removals on their way to paper: what is printed, without how it looks. */
export interface RemovalSheet {
  readonly removals: readonly PastRemoval[];
  /** Lab and bench, as far as they are set. */
  readonly place: string;
  readonly printedAt: Date;
  readonly printedBy: string;
  /** The newest row of the audit log at that time; empty where there is none. */
  readonly auditHead: string;
}

/** What a device is called on the sheet. */
export const titleOn = ({ serialNumber }: PastRemoval): string => serialNumber ?? 'Device without serial number';

/** Whose devices they were. */
export const customersOn = ({ removals }: RemovalSheet): string =>
  [...new Set(removals.map(({ tenantName }) => tenantName))].join(', ');

/** The texts of people on a sheet, each with what it is called. */
export function textsOn(sheet: RemovalSheet): readonly NamedText[] {
  const { removals, place, printedBy } = sheet;
  const ofDevices = removals.flatMap((removal) => {
    const device = titleOn(removal);
    const { manufacturer, model, note, confirmedBy, accountDeletedBy, computerAccount, leftInEntra } = removal;
    const named = { manufacturer, model, note, 'initials of whoever confirmed': confirmedBy };
    const others = { 'initials of whoever deleted the account': accountDeletedBy, 'computer account': computerAccount };
    return [
      { field: 'serial number', device, text: device },
      ...Object.entries({ ...named, ...others }).map(([field, text]) => ({ field, device, text: text ?? '' })),
      ...(leftInEntra ?? []).map(({ name }) => ({ field: 'name in Entra', device, text: name ?? '' })),
    ];
  });
  const ofSheet = { tenant: customersOn(sheet), 'lab or bench': place, 'initials of whoever prints': printedBy };
  return [
    ...ofDevices,
    ...Object.entries(ofSheet).map(([field, text]) => ({ field, device: 'the removal record', text })),
  ];
}
