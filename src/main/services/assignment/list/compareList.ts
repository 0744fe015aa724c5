import type { AssignmentRefusal } from '../../../../shared/assignment/assignmentWords.ts';
import { heldField, heldOf, isRead, type HeldField } from '../../../../shared/assignment/heldValue.ts';
import { listEffect, type ListEffect, type ListedValue } from '../../../../shared/assignment/listedChange.ts';
import { listIssue } from '../../../../shared/assignment/listIssues.ts';
import { isSameField, otherValues } from '../../../../shared/assignment/otherValues.ts';
import { wishKeyOf } from '../../../../shared/assignment/wish.ts';
import type { DeviceRecord } from '../../../../shared/devices/device.ts';
import type { Issue } from '../../../../shared/intake/issue.ts';
import { tellIssue, type IssueFact } from '../../../../shared/intake/tellIssue.ts';
import { refusalWords } from '../../../../shared/jobs/refusal.ts';
import type { ServiceContext } from '../../serviceContext.ts';
import { changeRefusalOf } from '../changeRefusal.ts';
import {
  wishedGroupTag,
  wishedName,
  wishedNow,
  wishedPurchaseOrder,
  wishedUser,
  wishToSend,
  type Wished,
} from '../wished.ts';
import type { ReadLine } from './readList.ts';

type Comparing = Pick<ServiceContext, 'devices' | 'enteredValues' | 'jobs' | 'tenants' | 'who'>;

/** A line beside the device that it names, with what it comes to. */
export interface ComparedLine {
  readonly line: number;
  readonly serialNumber: string;
  readonly device: DeviceRecord | null;
  readonly effect: ListEffect;
  readonly values: readonly ListedValue[];
  /** What applying the line enters: nothing where nothing is to be changed. */
  readonly wishes: readonly Wished[];
  readonly issues: readonly Issue[];
}

/**
 * Compares the lines of a list with the queue of a tenant as it stands now. A serial number that several devices have is never
 * guessed; a line changes all that it says, or nothing. In the order in which they are shown.
 */
export function compareList(context: Comparing, tenantId: string, lines: readonly ReadLine[]): readonly ComparedLine[] {
  const compareLine = createLineComparer(context, tenantId);
  const compared = lines.map(compareLine);
  return listEffect.options.flatMap((effect) => compared.filter((line) => line.effect === effect));
}

/** Knows the lines before, so that none contradicts another. */
function createLineComparer({ devices, enteredValues, jobs, tenants, who }: Comparing, tenantId: string) {
  const linesByDevice = new Map<string, ReadLine>();
  const linesByName = new Map<string, number>();

  /** Somebody without initials cannot tell their own entry from another person's. */
  function isOwn(device: DeviceRecord, field: HeldField, value: string): boolean {
    const entry = enteredValues.ofDevice(device.id).find((one) => one.field === field);
    return entry !== undefined && entry.who === who() && who() !== '—' && isSameField(field, entry.value, value);
  }

  function isAlready(device: DeviceRecord, field: HeldField, wanted: string): boolean {
    if (!isSameField(field, wishedNow(device, field), wanted)) return false;
    if (field === 'purchaseOrder' || !isRead(device)) return true;
    if (isSameField(field, heldOf(device, field), wanted)) return true;
    const wish = wishToSend({ field, value: wanted });
    return wish !== null && jobs.unfinishedWith(wishKeyOf(device.id, wish.property)) !== null;
  }

  function valueOf(device: DeviceRecord, field: HeldField, after: string): ListedValue & { readonly isSame: boolean } {
    if (isAlready(device, field, after)) return { field, before: after, after, isOthers: false, isSame: true };
    const others = otherValues(device, field, after);
    const before = others.find((value) => !isOwn(device, field, value)) ?? others[0] ?? null;
    return { field, before, after, isOthers: before !== null && !isOwn(device, field, before), isSame: false };
  }

  /** The line before that says something else of the same device, or gives the same name. */
  function repetitionOf(read: ReadLine, device: DeviceRecord): IssueFact | null {
    const earlier = linesByDevice.get(device.id);
    if (earlier !== undefined) {
      const { line } = earlier;
      return JSON.stringify(earlier.values) === JSON.stringify(read.values)
        ? listIssue('list.alike', 'serialNumber', { line })
        : listIssue('list.contradiction', 'serialNumber', { line });
    }
    const name = read.values.deviceName?.toLowerCase();
    const line = name === undefined ? undefined : linesByName.get(name);
    return line === undefined ? null : listIssue('list.sameName', 'deviceName', { line });
  }

  return (read: ReadLine): ComparedLine => {
    const told = read.issues.filter(({ severity }) => severity !== 'info');
    const base = { line: read.line, serialNumber: read.name, device: null, values: [], wishes: [] };
    const without = (effect: ListEffect, ...issues: readonly IssueFact[]): ComparedLine => ({
      ...base,
      effect,
      issues: [...issues, ...told].map(tellIssue),
    });
    if (read.name === '') return without('notPossible', listIssue('list.noSerialNumber', 'serialNumber'));
    const [device, ...rivals] = devices.named(read.name, tenantId);
    if (device === undefined) {
      const elsewhere = devices.named(read.name).find((other) => other.tenantId !== tenantId);
      const tenant = elsewhere === undefined ? null : (tenants.get(elsewhere.tenantId)?.name ?? null);
      return tenant === null
        ? without('notInQueue')
        : without('notInQueue', listIssue('list.otherTenant', 'serialNumber', { tenant }));
    }
    if (rivals.length > 0) {
      return without('notPossible', listIssue('list.several', 'serialNumber', { devices: rivals.length + 1 }));
    }
    const repetition = repetitionOf(read, device);
    if (repetition === null) {
      linesByDevice.set(device.id, read);
      if (read.values.deviceName !== undefined) linesByName.set(read.values.deviceName.toLowerCase(), read.line);
    }
    const values = heldField.options.flatMap((field) => {
      const after = read.values[field];
      return after === undefined ? [] : [valueOf(device, field, after)];
    });
    const changed = values.filter(({ isSame }) => !isSame);
    const known = {
      ...base,
      device,
      values: values.map(({ field, before, after, isOthers }) => ({ field, before, after, isOthers })),
    };
    const judged = (effect: ListEffect, issues: readonly Issue[], wishes: readonly Wished[] = []): ComparedLine => ({
      ...known,
      effect,
      wishes,
      issues: [...issues, ...told.map(tellIssue)],
    });
    if (repetition !== null) {
      return judged(repetition.severity === 'error' ? 'notPossible' : 'same', [tellIssue(repetition)]);
    }
    if (told.some(({ severity }) => severity === 'error')) return judged('notPossible', []);
    if (values.length === 0) return judged('same', [tellIssue(listIssue('list.nothingToChange', 'serialNumber'))]);
    if (changed.length === 0) return judged('same', []);
    const wishes = changed.map(({ field, after }) => wishedOf(device, field, after));
    const refusal = changeRefusalOf(device) ?? wishes.find((wish) => 'code' in wish) ?? null;
    if (refusal !== null) return judged('notPossible', [issueOf(refusal)]);
    const wanted = wishes.flatMap((wish) => ('code' in wish ? [] : [wish]));
    const others = changed.filter(({ isOthers }) => isOthers);
    if (others.length > 0) {
      const why = others.map(({ field }) => tellIssue(listIssue('list.otherValue', field, { field })));
      return judged('spared', why, wanted);
    }
    const own = changed.filter(({ before }) => before !== null);
    const why = own.map(({ field }) => tellIssue(listIssue('list.ownEntry', field)));
    return judged(own.length > 0 ? 'change' : 'add', why, wanted);
  };
}

function wishedOf(device: DeviceRecord, field: HeldField, value: string): Wished | AssignmentRefusal {
  switch (field) {
    case 'assignedUser':
      return wishedUser(device, { userPrincipalName: value, displayName: null, insists: false });
    case 'groupTag':
      return wishedGroupTag(value);
    case 'deviceName':
      return wishedName(value);
    case 'purchaseOrder':
      return wishedPurchaseOrder(value);
  }
}

/** A refusal of the device as by hand, in the shape of a line's other reasons. */
function issueOf(refusal: AssignmentRefusal): Issue {
  const field = refusal.code === 'assignment.userIgnored' ? 'assignedUser' : 'serialNumber';
  return { code: refusal.code, severity: 'error', field, message: refusalWords(refusal) };
}
