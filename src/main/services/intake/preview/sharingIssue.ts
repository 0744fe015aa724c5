import type { DonorMark, DonorRelation } from '../../../../shared/boards/donorMark.ts';
import { intakeIssue, type IntakeIssue, type Other } from '../../../../shared/intake/intakeIssues.ts';
import type { Sharing } from '../../../../shared/intake/rowIdentity.ts';

/** What a person calls a device, with enough to tell it from another with its serial number. */
interface Called {
  readonly serialNumber: string | null;
  readonly manufacturer: string | null;
  readonly model: string | null;
}

/** The issue of a row that has a value in common with another row, or with a device. */
export function sharingIssue(
  { value, isUncertain }: Pick<Sharing<unknown>, 'value' | 'isUncertain'>,
  row: Called,
  other: Other,
): IntakeIssue {
  if (value === 'serialNumber') return intakeIssue('identity.shared-serial', 'serialNumber', { other });
  if (isUncertain) return intakeIssue('identity.uncertain', 'serialNumber', { other });
  if (value === 'uuid') return intakeIssue('identity.shared-uuid', 'serialNumber', { other });
  return intakeIssue('identity.donor-board', 'serialNumber', { own: calledWords(row), other });
}

/** The issue of a row that is a device marked “never register again”, or has its mainboard. */
export function donorIssue({
  mark,
  relation,
}: {
  readonly mark: DonorMark;
  readonly relation: DonorRelation;
}): IntakeIssue {
  return intakeIssue('identity.never-again', 'serialNumber', { relation, other: calledWords(mark), why: mark.reason });
}

/** The same for every device: maker, model and serial number, as far as they are known. */
export function calledWords({ serialNumber, manufacturer, model }: Called): string {
  const make = [manufacturer, model].filter((text) => text !== null).join(' ');
  if (serialNumber === null) return make === '' ? 'a device without serial number' : `a ${make} without serial number`;
  return make === '' ? serialNumber : `${serialNumber} (${make})`;
}
