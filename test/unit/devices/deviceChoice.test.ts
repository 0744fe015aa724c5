import { expect, test } from 'vitest';
import { wordsToChoose } from '../../../src/shared/devices/deviceChoice.ts';
import { readings } from '../scans/scanReadings.ts';

const [choice, other] = readings.several.choices;

test('devices to choose from are never said in the same words', () => {
  if (choice === undefined || other === undefined) throw new Error('There are two choices in the rig.');
  const twin = { ...choice, device: { ...choice.device, id: other.device.id } };
  const renamed = { ...choice, device: { ...choice.device, serialNumber: 'CG1234567' } };
  expect(wordsToChoose([choice, other])).toEqual(['HP EliteBook 650 G10 of contoso', 'Dell Latitude 5440 of fabrikam']);
  expect(wordsToChoose([choice, twin])).toEqual([
    `HP EliteBook 650 G10 of contoso, id ${choice.device.id}`,
    `HP EliteBook 650 G10 of contoso, id ${twin.device.id}`,
  ]);
  expect(wordsToChoose([choice, renamed])).toEqual([
    '5CG1234567 (HP EliteBook 650 G10, contoso)',
    'CG1234567 (HP EliteBook 650 G10, contoso)',
  ]);
});
