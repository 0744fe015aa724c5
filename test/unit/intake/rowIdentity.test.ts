import fc from 'fast-check';
import { expect, test } from 'vitest';
import { identityEvidenceOf } from '../../../src/shared/devices/weighIdentity.ts';
import { createIdentityIndex } from '../../../src/shared/intake/rowIdentity.ts';

const oneOf = (...values: readonly string[]) => fc.constantFrom(null, ...values);
const named = fc.record({
  serialNumber: oneOf('AAA1', ' aaa1 ', 'BBB2', '0000', 'Default string'),
  manufacturer: oneOf('HP', 'hp', 'Dell Inc.', 'System manufacturer'),
  model: oneOf('EliteBook', 'Latitude'),
  productKeyId: oneOf('3311694915731', '3311694915732'),
  smbiosUuid: oneOf('0a1b2c3d-4e5f-4a6b-8c7d-9e0f1a2b3c4d', '0A1B2C3D-4E5F-4A6B-8C7D-9E0F1A2B3C4D', '00000000-0000'),
  tpmEndorsementKeySha256: oneOf('ab'.repeat(32), 'cd'.repeat(32)),
});

test('a device that is ruled out without a closer look is none of those that are known', () => {
  fc.assert(
    fc.property(fc.array(named, { maxLength: 5 }), named, (known, asked) => {
      const index = createIdentityIndex<number>();
      for (const [number, device] of known.entries()) index.add(identityEvidenceOf(device), number);
      if (!index.mayHold(asked))
        expect(index.find(identityEvidenceOf(asked))).toEqual({ match: null, rival: null, sharing: null });
    }),
    { numRuns: 3_000 },
  );
});
