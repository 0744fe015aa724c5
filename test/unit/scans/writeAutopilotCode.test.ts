import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readScan } from '../../../src/shared/scans/readScan.ts';
import { writeAutopilotCode } from '../../../src/shared/scans/writeAutopilotCode.ts';

const outcome = fc.record({
  result: fc.constantFrom('success', 'failure'),
  elapsedMs: fc.integer({ min: 1, max: 86_400_000 }),
});
const serialNumber = fc.stringMatching(/^[A-Z0-9]{6,12}$/);

test('the code of a landing page is read as that device', () => {
  fc.assert(
    fc.property(fc.uuid(), fc.uuid(), serialNumber, (id, ztdId, serial) => {
      const scan = readScan(writeAutopilotCode({ id, ztdId, serialNumber: serial }));
      expect(scan).toMatchObject({ kind: 'autopilot', ztdId, serialNumber: serial, result: null, issues: [] });
    }),
  );
});

test('the code of a result page is read as that result, with the time it took', () => {
  fc.assert(
    fc.property(fc.uuid(), serialNumber, outcome, (ztdId, serial, { result, elapsedMs }) => {
      const written = { id: ztdId, ztdId, serialNumber: serial, outcome: { result, elapsedMs } };
      expect(readScan(writeAutopilotCode(written))).toMatchObject({
        kind: 'autopilot-result',
        ztdId,
        result,
        elapsedMs,
        issues: [],
      });
    }),
  );
});
