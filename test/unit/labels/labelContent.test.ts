import { describe, expect, test } from 'vitest';
import { readyDevice } from '../../rigs/deviceRecord.ts';
import { labelContentOf, textsOnLabel } from '../../../src/main/services/labels/labelContent.ts';

const device = {
  ...readyDevice({
    serialNumber: '5CG1234567',
    model: 'Slate 13',
    groupTag: 'Kiosk',
    assignedUser: 'ada@contoso.example',
    purchaseOrderInFile: 'PO-7',
  }),
  batchName: 'Box 3',
};
const usual = ['model', 'groupTag', 'customer'] as const;

describe('a label', () => {
  test('names the device, and below it what tells devices of one batch apart', () => {
    const { name, code, lines } = labelContentOf(device, 'Contoso', usual);
    expect([name, code]).toEqual(['5CG1234567', '5CG1234567']);
    expect(lines.map(({ field, text }) => [field, text])).toEqual([
      ['model', 'Slate 13'],
      ['group tag', 'Kiosk'],
      ['customer', 'Contoso'],
    ]);
    expect(lines[1]?.shown).toMatch(/^Tag .*Kiosk/);
  });

  test('has no line for what is not known', () => {
    expect(labelContentOf({ ...device, model: null, groupTag: '' }, 'Contoso', usual).lines).toHaveLength(1);
  });

  test('is checked for characters that cannot be printed in every text of the device', () => {
    expect(textsOnLabel(labelContentOf(device, 'Contoso', usual)).map(({ field }) => field)).toEqual([
      'serial number',
      'model',
      'group tag',
      'customer',
    ]);
  });
});
