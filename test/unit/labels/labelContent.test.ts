import { describe, expect, test } from 'vitest';
import { labelContentOf, textsOnLabel } from '../../../src/main/services/labels/labelContent.ts';

const device = { serialNumber: '5CG1234567', productKeyId: null, model: 'Slate 13', groupTag: 'Kiosk' };

describe('a label', () => {
  test('names the device, and below it what tells devices of one batch apart', () => {
    const { name, code, lines } = labelContentOf(device, 'Contoso');
    expect([name, code]).toEqual(['5CG1234567', '5CG1234567']);
    expect(lines.map(({ field, text }) => [field, text])).toEqual([
      ['model', 'Slate 13'],
      ['group tag', 'Kiosk'],
      ['organisation', 'Contoso'],
    ]);
    expect(lines[1]?.shown).toMatch(/^Tag .*Kiosk/);
  });

  test('has no line for what is not known', () => {
    expect(labelContentOf({ ...device, model: null, groupTag: '' }, 'Contoso').lines).toHaveLength(1);
  });

  test('is checked for characters that cannot be printed in every text of the device', () => {
    expect(textsOnLabel(labelContentOf(device, 'Contoso')).map(({ field }) => field)).toEqual([
      'serial number',
      'model',
      'group tag',
      'organisation',
    ]);
  });
});
