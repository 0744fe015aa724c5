import { describe, expect, test } from 'vitest';
import { associationAnswerOf, deviceAnswerOf, scanAnswerOf } from '../../../src/renderer/features/scans/scanAnswer.ts';
import { readScan } from '../../../src/shared/scans/readScan.ts';
import type { ScanReading } from '../../../src/shared/scans/scanReading.ts';
import { formatter } from '../../../src/renderer/text/formatter.ts';
import { readings } from './scanReadings.ts';

const LINK = 'deviceLink:/1/?sn=LINK1&data=eA%3D%3D';
const text = '5CG1234567';
const now = new Date('2026-11-22T12:00:00.000Z');
const linkScan = readScan(LINK);
const notInQueue: ScanReading = { ...readings.notInQueue, scan: linkScan };
const reseal = 'Press Reseal on the device, wait until it is off, then record it here.';

const answerTo = (reading: ScanReading, code = text, deviceLinkBeta = false) =>
  scanAnswerOf({ ok: true, value: reading }, code, deviceLinkBeta, now);

describe('the answer to a scan', () => {
  test.each([
    [readings.found, 'Reseal it', reseal],
    [readings.recorded, 'Reseal it', `Success is recorded after ${formatter.minutes(38 * 60_000, 'short')}. ${reseal}`],
    [readings.alreadyRecorded, 'Reseal it', `Its success was recorded already. ${reseal}`],
    [readings.resultNotRecorded, 'Stop', 'The code says failed. Nothing is recorded yet.'],
    [readings.notInQueue, 'Unknown', 'Not in the queue. Import it first.'],
  ])('says the serial number once, behind its word: $verdict', (reading, word, line) => {
    expect(answerTo(reading)).toMatchObject({ name: '5CG1234567', word, line });
  });

  test('says that the start of a result is not known', () => {
    expect(answerTo({ ...readings.recorded, startUnknown: true }).line).toContain('Its start was not recorded here.');
  });
});

test('several devices are offered to choose from, each with what tells it apart', () => {
  const words = (reading: ScanReading) => answerTo(reading).choices.map((choice) => choice.words);
  expect(words(readings.several)).toEqual(['HP EliteBook 650 G10 of contoso', 'Dell Latitude 5440 of fabrikam']);
  expect(words(readings.similar)).toEqual(['5CG1234567 (HP EliteBook 650 G10, contoso)']);
  expect(words(readings.found)).toEqual([]);
});

test('a recorded failure is red, and says when and that the screen stays on', () => {
  const device = {
    ...readings.recorded.device,
    bench: 'failed' as const,
    benchEndedAt: now.toISOString(),
    benchError: { code: null, name: null, message: null },
  };
  expect(answerTo({ ...readings.recorded, device, result: 'failure' })).toMatchObject({
    colour: 'red',
    word: 'Failed',
  });
  expect(deviceAnswerOf(device, now).line).toMatch(/^Recorded .+\. Leave the red screen on\.$/);
  const known = { ...device, benchError: { code: '0x81036502', name: null, message: null } };
  expect(deviceAnswerOf(known, now).line).toMatch(/^0x81036502 recorded /);
});

test('a device of another tenant is a stop that says whose it is and what to do, and leads nobody to it', () => {
  expect(answerTo({ ...readings.otherTenant, tenantName: 'Contoso' })).toMatchObject({
    colour: 'amber',
    line: 'It belongs to Contoso. Put it aside, or switch to that tenant first.',
    deviceId: null,
  });
});

test('a badge can be taken back where it changed something', () => {
  expect(answerTo(readings.technician)).toMatchObject({ colour: 'blue', name: 'JB', initialsBefore: 'AB' });
  expect(answerTo({ ...readings.technician, before: 'JB' }).initialsBefore).toBeNull();
});

describe('the answer to the scan of a DeviceLink', () => {
  test('offers to send the link as it was scanned, and stops a person until that is decided', () => {
    expect(answerTo(notInQueue, LINK, true)).toMatchObject({
      colour: 'amber',
      word: 'Unknown',
      line: 'A DeviceLink. Not in the queue. Import it first.',
      deviceLink: LINK,
    });
    expect(answerTo({ ...readings.found, scan: linkScan }, LINK, true)).toMatchObject({
      colour: 'amber',
      word: 'Stop',
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

  test('says that it is on its way, or why it is not', () => {
    const offer = answerTo(notInQueue, LINK, true);
    const sent = associationAnswerOf({ ok: true, value: { queued: 1, refused: [] } }, offer, 'Contoso');
    expect(sent).toMatchObject({ colour: 'blue', name: 'LINK1', deviceLink: null });
    expect(sent.line).toContain('Contoso');
    const error = { code: 'unsupported', message: 'It is switched off.', remedy: 'Switch it on.' } as const;
    expect(associationAnswerOf({ ok: false, error }, offer, 'Contoso')).toMatchObject({
      colour: 'amber',
      word: 'Stop',
      line: 'It is switched off. Switch it on.',
    });
  });
});

test('what is registered and not in the queue is offered to be taken in, and nothing else is', () => {
  const { takeIn } = readings.inTenantNotInQueue;
  expect(answerTo(readings.inTenantNotInQueue, text, false).takeIn).toEqual(takeIn);
  expect(answerTo({ ...readings.notInQueue, takeIn }, text, false).takeIn).toEqual(takeIn);
  expect(answerTo(readings.found, text, false).takeIn).toBeNull();
});
