import fc from 'fast-check';
import { expect, test } from 'vitest';
import { labelContentOf } from '../../../src/main/services/labels/labelContent.ts';
import { paperGrid, printerGrid } from '../../../src/main/services/labels/labelGrid.ts';
import { layOutLabel } from '../../../src/main/services/labels/labelLayout.ts';
import { labelCode } from '../../../src/shared/labels/labelLook.ts';

const device = {
  serialNumber: fc.stringMatching(/^[A-Z0-9-]{1,40}$/),
  productKeyId: fc.constant(null),
  model: fc.option(fc.string({ maxLength: 80 })),
  groupTag: fc.option(fc.string({ maxLength: 128 })),
};
const unlabelled = {
  assignedUser: null,
  assignedUserName: null,
  deviceName: null,
  purchaseOrder: null,
  purchaseOrderInFile: null,
  batchName: null,
};
const usual = ['model', 'groupTag', 'customer'] as const;
const grids = [paperGrid, printerGrid(203), printerGrid(300)];
const content = fc
  .tuple(fc.record(device), fc.string({ maxLength: 80 }))
  .map(([labelled, tenantName]) => labelContentOf({ ...labelled, ...unlabelled }, tenantName, usual));
const ROUNDING_MM = 0.2;

test('nothing on a label lies outside of it, whatever it says and however small it is', () => {
  fc.assert(
    fc.property(
      content,
      fc.integer({ min: 20, max: 170 }),
      fc.integer({ min: 10, max: 170 }),
      fc.constantFrom(...labelCode.options),
      fc.constantFrom(...grids),
      (says, widthMm, heightMm, code, grid) => {
        const [width, height] = [widthMm, heightMm];
        const label = layOutLabel(says, { widthMm, heightMm, code, grid });
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
      const [serial, ...others] = layOutLabel(says, { widthMm: 62, heightMm: 29, code: 'both', grid: paperGrid }).texts;
      expect(serial?.text).toBe(says.name);
      if (says.name.length <= 12) for (const other of others) expect(other.size).toBeLessThan(serial?.size ?? 0);
    }),
  );
});

test('a model is never cut, however long it is and however small the label: every word of it is there, in order', () => {
  const word = fc.stringMatching(/^[A-Za-z0-9äöüß()/+-]{1,30}$/);
  const model = fc.array(word, { minLength: 1, maxLength: 14 }).map((words) => words.join(' '));
  fc.assert(
    fc.property(
      model,
      fc.integer({ min: 34, max: 170 }),
      fc.integer({ min: 10, max: 170 }),
      fc.constantFrom(...labelCode.options),
      fc.constantFrom(...grids),
      (text, widthMm, heightMm, code, grid) => {
        const says = labelContentOf(
          { ...unlabelled, serialNumber: '5CG1234567', productKeyId: null, model: text, groupTag: 'Kiosk' },
          'Contoso',
          usual,
        );
        const { leftOut, texts } = layOutLabel(says, { widthMm, heightMm, code, grid });
        const shown = texts.map((line) => line.text).join('');
        expect(shown.replaceAll(' ', '')).toContain(text.replaceAll(' ', ''));
        expect(leftOut).not.toContain('model');
      },
    ),
  );
});
