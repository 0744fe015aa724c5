import fc from 'fast-check';
import { expect, test } from 'vitest';
import { labelContentOf } from '../../../src/main/services/labels/labelContent.ts';
import { layOutLabel } from '../../../src/main/services/labels/labelLayout.ts';

const device = {
  serialNumber: fc.stringMatching(/^[A-Z0-9-]{1,40}$/),
  productKeyId: fc.constant(null),
  model: fc.option(fc.string({ maxLength: 80 })),
  groupTag: fc.option(fc.string({ maxLength: 128 })),
};
const content = fc
  .tuple(fc.record(device), fc.string({ maxLength: 80 }))
  .map(([labelled, tenantName]) => labelContentOf(labelled, tenantName));
const ROUNDING_MM = 0.2;

test('nothing on a label lies outside of it, whatever it says and however small it is', () => {
  fc.assert(
    fc.property(
      content,
      fc.integer({ min: 20, max: 110 }),
      fc.integer({ min: 10, max: 110 }),
      (says, width, height) => {
        const label = layOutLabel(says, width, height);
        for (const bar of label.bars) {
          expect(bar.x).toBeGreaterThanOrEqual(0);
          expect(bar.y).toBeGreaterThanOrEqual(0);
          expect(bar.x + bar.width).toBeLessThanOrEqual(width + ROUNDING_MM);
          expect(bar.y + bar.height).toBeLessThanOrEqual(height + ROUNDING_MM);
        }
        for (const text of label.texts) {
          expect(text.x).toBeGreaterThanOrEqual(0);
          expect(text.x + text.width).toBeLessThanOrEqual(width + ROUNDING_MM);
          expect(text.y).toBeLessThanOrEqual(height);
          expect(text.y - text.size).toBeGreaterThanOrEqual(-ROUNDING_MM);
        }
      },
    ),
  );
});

test('the serial number is the largest text, and whole', () => {
  fc.assert(
    fc.property(content, (says) => {
      const [serial, ...others] = layOutLabel(says, 62, 29).texts;
      expect(serial?.text).toBe(says.name);
      if (says.name.length <= 12) for (const other of others) expect(other.size).toBeLessThan(serial?.size ?? 0);
    }),
  );
});
