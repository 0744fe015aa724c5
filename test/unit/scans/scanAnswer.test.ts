import { describe, expect, test } from 'vitest';
import { associationAnswerOf, scanAnswerOf } from '../../../src/renderer/features/scans/scanAnswer.ts';
import { readScan } from '../../../src/shared/scans/readScan.ts';
import type { ScanReading } from '../../../src/shared/scans/scanReading.ts';
import { formatter } from '../../../src/renderer/text/formatter.ts';
import { readings } from './scanReadings.ts';

const LINK = 'deviceLink:/1/?sn=LINK1&data=eA%3D%3D';
const text = '5CG1234567';
const linkScan = readScan(LINK);
const notInQueue: ScanReading = { ...readings.notInQueue, scan: linkScan };

const answerTo = (reading: ScanReading, code = text, deviceLinkBeta = false) =>
  scanAnswerOf({ ok: true, value: reading }, code, deviceLinkBeta);

describe('the answer to a scan', () => {
  test.each([
    [readings.found, 'Next: Reseal.'],
    [readings.recorded, `Succeeded after ${formatter.minutes(38 * 60_000, 'short')}. Next: Reseal.`],
    [readings.resultNotRecorded, 'The code says failed. Nothing is recorded yet.'],
    [readings.notInQueue, 'Import it first.'],
  ])('says the serial number once, as its title: $verdict', (reading, said) => {
    expect(answerTo(reading)).toMatchObject({ serialNumber: '5CG1234567', sentence: said });
  });
});

test.each([
  ['found', 'good'],
  ['recorded', 'good'],
  ['alreadyRecorded', 'attention'],
  ['otherZtdId', 'attention'],
  ['notInQueue', 'attention'],
  ['resultUnknown', 'attention'],
  ['several', 'attention'],
  ['similar', 'attention'],
  ['inTenantNotInQueue', 'attention'],
  ['notInTenant', 'stop'],
  ['otherTenant', 'stop'],
] as const)('the verdict %s is shown as %s', (verdict, tone) => {
  expect(answerTo(readings[verdict]).tone).toBe(tone);
});

test('several devices are offered to choose from, each with what tells it apart', () => {
  const words = (reading: ScanReading) => answerTo(reading).choices.map((choice) => choice.words);
  expect(words(readings.several)).toEqual(['HP EliteBook 650 G10 of contoso', 'Dell Latitude 5440 of fabrikam']);
  expect(words(readings.similar)).toEqual(['5CG1234567 (HP EliteBook 650 G10, contoso)']);
  expect(words(readings.found)).toEqual([]);
});

test('a recorded failure stops', () => {
  expect(answerTo({ ...readings.recorded, result: 'failure' })).toMatchObject({
    tone: 'stop',
    title: 'Failure recorded',
  });
});

test('a device of another tenant is a stop that says whose it is and what to do', () => {
  expect(answerTo({ ...readings.otherTenant, tenantName: 'Contoso' })).toMatchObject({
    tone: 'stop',
    sentence: 'It belongs to Contoso. Put it aside, or switch to that tenant first.',
    deviceId: null,
  });
});

describe('the answer to the scan of a DeviceLink', () => {
  test('offers to send the link as it was scanned, and stays in sight', () => {
    expect(answerTo(notInQueue, LINK, true)).toMatchObject({ tone: 'attention', deviceLink: LINK });
  });

  test('says that the device is not in the queue, which the offer takes out of the title', () => {
    expect(answerTo(notInQueue, LINK, true)).toMatchObject({
      title: 'DeviceLink of',
      sentence: 'Not in the queue. Import it first.',
    });
  });

  test.each<[string, string, ScanReading, boolean]>([
    ['the beta is switched off', LINK, notInQueue, false],
    ['the device belongs to another tenant', LINK, { ...readings.otherTenant, scan: linkScan }, true],
    ['the code is something else', text, readings.notInQueue, true],
    [
      'the link does not say whose it is',
      'deviceLink:/1/?data=eA%3D%3D',
      { ...readings.unreadable, scan: readScan('deviceLink:/1/?data=eA%3D%3D') },
      true,
    ],
  ])('offers nothing where %s', (_, code, reading, isOn) => {
    expect(answerTo(reading, code, isOn).deviceLink).toBeNull();
  });

  test('says that it is on the way, or why it is not', () => {
    const offer = answerTo(notInQueue, LINK, true);
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

test('what is registered and not in the queue is offered to be taken in, and nothing else is', () => {
  const { takeIn } = readings.inTenantNotInQueue;
  expect(answerTo(readings.inTenantNotInQueue, text, false).takeIn).toEqual(takeIn);
  expect(answerTo({ ...readings.notInQueue, takeIn }, text, false).takeIn).toEqual(takeIn);
  expect(answerTo(readings.found, text, false).takeIn).toBeNull();
});
