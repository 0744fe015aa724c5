import { z } from 'zod';

/** A rule that makes the import of some serial numbers end in a certain way. */
export const serialRuleSchema = z.strictObject({
  /** The serial number contains this text, in any case. */
  contains: z.string().min(1),
  outcome: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('error'), code: z.number().int(), name: z.string() }),
    /** Stays pending for ever. */
    z.strictObject({ kind: z.literal('stuck') }),
  ]),
});

export type SerialRule = z.infer<typeof serialRuleSchema>;

/** Names as Microsoft's Device Directory Service gives them; API reference of hash import, error codes 801 to 814 and 819. */
const errorNames: Readonly<Record<number, string>> = {
  801: 'InvalidZtdRequestBody',
  802: 'InvalidZtdHardwareHash',
  803: 'MissingZtdSerialNumberAndProductKey',
  806: 'ZtdDeviceAlreadyAssigned',
  807: 'ZtdDeviceIsNotRegistered',
  808: 'ZtdDeviceAssignedToOtherTenant',
  809: 'ZtdProfileIsNotRegistered',
  810: 'ZtdProfileAssignedToOtherTenant',
  811: 'ZtdDeviceRegisteredByOtherTenant',
  812: 'ZtdDeviceNotFound',
  813: 'ZtdDeviceIsNotUnique',
  814: 'ZtdDeviceAlreadyAadRegistered',
  819: 'ZtdDeviceDuplicated',
};

export interface PracticeImportError {
  readonly code: number;
  readonly name: string;
}

/** An error of the catalogue; a code outside it gets a name nobody has seen, as Microsoft's next one will. */
export function importError(code: number): PracticeImportError {
  return { code, name: errorNames[code] ?? `ZtdPracticeError${code}` };
}

/** The rules every practice tenant has. Besides these, `ZTD814` anywhere in a serial number gives error 814, and so on. */
const standingRules: readonly SerialRule[] = [
  { contains: 'OTHERTENANT', outcome: { kind: 'error', ...importError(808) } },
  { contains: 'STORAGEERROR', outcome: { kind: 'error', code: 0, name: 'StorageError' } },
  // Microsoft's code for it is not known.
  { contains: 'HASHNOT4K', outcome: { kind: 'error', code: 0, name: 'HashNot4k' } },
  { contains: 'STUCK', outcome: { kind: 'stuck' } },
];

/** What a rule says about a serial number, or `null` when the import may take its course. */
export function outcomeBySerial(serialNumber: string, rules: readonly SerialRule[]): SerialRule['outcome'] | null {
  const serial = serialNumber.toUpperCase();
  const rule = [...rules, ...standingRules].find(({ contains }) => serial.includes(contains.toUpperCase()));
  if (rule) return rule.outcome;
  const code = /ZTD(\d{3})/.exec(serial)?.[1];
  return code === undefined ? null : { kind: 'error', ...importError(Number(code)) };
}
