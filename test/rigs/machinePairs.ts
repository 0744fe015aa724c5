import fc from 'fast-check';
import { expect } from 'vitest';
import { identityEvidenceOf, weighIdentity, type Evidence } from '../../src/shared/devices/weighIdentity.ts';
import { oneDeviceOf } from '../../src/shared/intake/rowIdentity.ts';

/** A machine as it stands on the bench, before anything reads it. */
interface Machine {
  readonly serialNumber: string;
  readonly manufacturer: string;
  readonly model: string;
  readonly smbiosUuid: string;
  readonly tpmEndorsementKeySha256: string;
  readonly address: string;
  readonly diskSerialNumber: string;
}

/** What a capture leaves out. */
interface Gaps {
  readonly names: boolean;
  readonly uuid: boolean;
  readonly key: boolean;
  readonly hardware: boolean;
}

const hex = (length: number) =>
  fc
    .array(
      fc.integer({ min: 0, max: 15 }).map((digit) => digit.toString(16)),
      { minLength: length, maxLength: length },
    )
    .map((digits) => digits.join(''));
const uuid = hex(32).map((text) => text.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-'));
const machine: fc.Arbitrary<Machine> = fc.record({
  serialNumber: hex(9).map((text) => `5CG${text.toUpperCase()}`),
  manufacturer: fc.constantFrom('HP', 'Dell Inc.', 'LENOVO'),
  model: fc.constantFrom('EliteBook 650', 'Latitude 5540', '21HM004QMH'),
  smbiosUuid: uuid,
  tpmEndorsementKeySha256: hex(64),
  address: hex(12),
  diskSerialNumber: hex(16).map((text) => `D_${text}`),
});
const whole: Gaps = { names: false, uuid: false, key: false, hardware: false };
const gaps = fc.record({ names: fc.boolean(), uuid: fc.boolean(), key: fc.boolean(), hardware: fc.boolean() });
/** What the second machine has of the first, though it is another one. */
const inCommon = fc.record({
  serialNumber: fc.boolean(),
  make: fc.boolean(),
  uuid: fc.boolean(),
  key: fc.boolean(),
});

function capture(machineSeen: Machine, missing: Gaps): Evidence {
  const { serialNumber, manufacturer, model, smbiosUuid, tpmEndorsementKeySha256, address, diskSerialNumber } =
    machineSeen;
  return identityEvidenceOf(
    {
      serialNumber,
      manufacturer: missing.names ? null : manufacturer,
      model: missing.names ? null : model,
      smbiosUuid: missing.uuid ? null : smbiosUuid,
      tpmEndorsementKeySha256: missing.key ? null : tpmEndorsementKeySha256,
      productKeyId: null,
    },
    missing.hardware ? null : { macAddresses: [{ medium: 'ethernet', address, bus: 'PCI' }], diskSerialNumber },
  );
}

/** Weighs so many pairs of invented machines, of which it is known whether they are one. */
export function checkMachinePairs(numRuns: number): void {
  fc.assert(
    fc.property(machine, machine, inCommon, gaps, gaps, (first, second, common, missing, missingToo) => {
      const again = weighIdentity(capture(first, missing), capture(first, missingToo));
      expect(['same', 'cannotBeTold']).toContain(again.kind);

      const other: Machine = {
        ...second,
        ...(common.serialNumber ? { serialNumber: first.serialNumber } : {}),
        ...(common.make ? { manufacturer: first.manufacturer, model: first.model } : {}),
        ...(common.uuid ? { smbiosUuid: first.smbiosUuid } : {}),
        ...(common.key ? { tpmEndorsementKeySha256: first.tpmEndorsementKeySha256 } : {}),
      };
      const a = capture(first, missing);
      const b = capture(other, missingToo);
      const weighing = weighIdentity(a, b);
      expect(weighIdentity(b, a)).toEqual(weighing);
      if (!common.serialNumber) expect(oneDeviceOf(weighing)).toBeNull();
      // Seen whole, two machines with nothing but a serial number, or a factory's UUID, in common are never made one.
      const seenWhole = weighIdentity(capture(first, whole), capture(other, whole));
      if (!common.serialNumber || !common.key) expect(oneDeviceOf(seenWhole)).toBeNull();
      if (common.serialNumber && common.uuid && common.key) expect(seenWhole.kind).not.toBe('different');
      if (!common.serialNumber && common.uuid && common.key) {
        expect(seenWhole).toEqual({ kind: 'sharesValue', value: 'board' });
      }

      const repaired = {
        ...first,
        smbiosUuid: second.smbiosUuid,
        tpmEndorsementKeySha256: second.tpmEndorsementKeySha256,
      };
      expect(weighIdentity(capture(first, whole), capture(repaired, whole))).toEqual({
        kind: 'changedPart',
        parts: ['board'],
      });
    }),
    { numRuns },
  );
}
