import { describe, expect, test } from 'vitest';
import {
  associationAnswerOf,
  scanAnswerOf,
  type ScanReading,
} from '../../../src/renderer/features/scans/scanAnswer.ts';
import { readScan } from '../../../src/shared/scans/readScan.ts';

const LINK = 'deviceLink:/1/?sn=LINK1&data=eA%3D%3D';

function reading(text: string, change: Partial<ScanReading> = {}) {
  const value: ScanReading = {
    scan: readScan(text),
    device: null,
    otherTenant: null,
    verdict: 'notInQueue',
    sentence: 'LINK1 is not in the queue. Import it first.',
    ...change,
  };
  return { ok: true, value } as const;
}

describe('the answer to a scan', () => {
  test.each([
    ['5CG1234567. Next: Reseal.', 'Next: Reseal.'],
    ['5CG1234567 succeeded after 38 min. Next: Reseal.', 'Succeeded after 38 min. Next: Reseal.'],
    ['5CG1234567: the code says failed. Nothing is recorded yet.', 'The code says failed. Nothing is recorded yet.'],
    ['5CG1234567 is not in the queue. Import it first.', 'Import it first.'],
  ])('says the serial number once, as its title: %s', (sentence, said) => {
    const text = '5CG1234567';
    expect(scanAnswerOf(reading(text, { sentence }), text, false)).toMatchObject({
      serialNumber: '5CG1234567',
      sentence: said,
    });
  });
});

test.each([
  ['found', 'good'],
  ['otherZtdId', 'attention'],
  ['notInQueue', 'attention'],
  ['notInTenant', 'stop'],
  ['otherTenant', 'stop'],
] as const)('the verdict %s is shown as %s', (verdict, tone) => {
  expect(scanAnswerOf(reading('5CG1234567', { verdict }), '5CG1234567', false).tone).toBe(tone);
});

test('a device of another tenant is a stop that says whose it is and what to do', () => {
  const text = '5CG1234567';
  const stop = reading(text, { verdict: 'otherTenant', otherTenant: 'Contoso', sentence: 'Stop.' });
  expect(scanAnswerOf(stop, text, false)).toMatchObject({
    tone: 'stop',
    sentence: 'It belongs to Contoso. Put it aside, or switch to that tenant first.',
    deviceId: null,
  });
});

describe('the answer to the scan of a DeviceLink', () => {
  test('offers to send the link as it was scanned, and stays in sight', () => {
    expect(scanAnswerOf(reading(LINK), LINK, true)).toMatchObject({ tone: 'attention', deviceLink: LINK });
  });

  test.each<[string, string, Partial<ScanReading>, boolean]>([
    ['the beta is switched off', LINK, {}, false],
    ['the device belongs to another tenant', LINK, { verdict: 'otherTenant', otherTenant: 'Contoso' }, true],
    ['the code is something else', '5CG1234567', {}, true],
    ['the link does not say whose it is', 'deviceLink:/1/?data=eA%3D%3D', { verdict: 'unreadable' }, true],
  ])('offers nothing where %s', (_, text, change, isOn) => {
    expect(scanAnswerOf(reading(text, change), text, isOn).deviceLink).toBeNull();
  });

  test('says that it is on the way, or why it is not', () => {
    const offer = scanAnswerOf(reading(LINK), LINK, true);
    const sent = associationAnswerOf({ ok: true, value: { queued: 1, refused: [] } }, offer, 'Contoso');
    expect(sent).toMatchObject({ tone: 'good', serialNumber: 'LINK1', deviceLink: null });
    expect(sent.sentence).toContain('Contoso');
    const error = { code: 'unsupported', message: 'It is switched off.', remedy: 'Switch it on.' } as const;
    expect(associationAnswerOf({ ok: false, error }, offer, 'Contoso')).toMatchObject({
      tone: 'stop',
      sentence: 'It is switched off. Switch it on.',
    });
  });
});
