import { describe, expect, test } from 'vitest';
import { readScan } from '../../../src/shared/scans/readScan.ts';
import { scanWords, type VerdictOnCode } from '../../../src/shared/scans/scanWords.ts';
import { readings } from './scanReadings.ts';

const webAddress = readings.unreadable.scan.issues[0]?.message ?? '';
const unknownResult = readings.resultUnknown.scan.issues[0]?.message ?? '';

const said: Readonly<Record<VerdictOnCode['verdict'], string>> = {
  resultNotRecorded: 'The code says failed. Nothing is recorded yet.',
  resultUnknown: unknownResult,
  several: 'Several devices may be meant. Compare maker and model, and choose the one in front of you.',
  similar: 'Not in the queue. Did you mean 5CG1234567 (HP EliteBook 650 G10, contoso)?',
  notInQueue: 'Not in the queue. Import it first.',
  inTenantNotInQueue: 'Registered in contoso (profile “Kiosk”), but not in this queue. Take it in.',
  otherZtdId:
    'contoso has it under another ZTDID than this queue; it was registered anew. Refresh the tenant, then scan again.',
  notInTenant:
    'Not registered in contoso by the ZTDID of this code; it may be another customer’s. Do not start it, and ask whose it is.',
  otherTenant: 'It belongs to contoso. Put it aside, or switch to that tenant first.',
  technician: 'This bench records for these initials from now on. Before: AB.',
  unreadable: webAddress,
  shelf: '5CG1234567 stands there.',
  unknownShelf: 'The lab has no shelf “99”. Name it in Settings, under Workplace.',
};

const onCode = [
  readings.resultNotRecorded,
  readings.resultUnknown,
  readings.several,
  readings.similar,
  readings.notInQueue,
  readings.inTenantNotInQueue,
  readings.otherZtdId,
  readings.notInTenant,
  readings.otherTenant,
  readings.technician,
  readings.shelf,
  readings.unknownShelf,
  readings.unreadable,
];

describe('a verdict on the code is said below the word and the serial number', () => {
  test.each(onCode.map((reading) => [reading.verdict, reading] as const))('%s', (verdict, reading) => {
    expect(scanWords(reading)).toBe(said[verdict]);
  });
});

describe('a code without a serial number is not said to have one', () => {
  const ztdId = '6d8d8a5e-2f2c-4d44-9d0e-0a4c9d1c2b3a';
  const guid = readScan(ztdId);

  test.each<readonly [code: string, reading: VerdictOnCode, sentence: string]>([
    [
      'a product key ID',
      { ...readings.notInQueue, scan: readScan('3355683689423') },
      'No device in the queue has this product key ID. Scan the serial number.',
    ],
    [
      'the code of the Autopilot page',
      { ...readings.notInQueue, scan: readScan(JSON.stringify({ ZtdId: ztdId })) },
      'Registered with Autopilot, but not in this queue. Import it first.',
    ],
    [
      'a GUID that the tenant knows',
      { ...readings.inTenantNotInQueue, scan: guid, profileName: null, profileStatus: null },
      '5CG1234567 is registered in contoso (profile unknown), but not in this queue. Take it in.',
    ],
  ])('%s', (_, reading, sentence) => {
    expect(scanWords(reading)).toBe(sentence);
  });
});

test('a serial number that several devices of the tenant have is chosen from the list', () => {
  expect(scanWords({ ...readings.inTenantNotInQueue, takeIn: null })).toMatch(
    /choose it in the queue under “Take in…”\.$/,
  );
});

test('without the network the code alone says that a device is registered, and not whose it is', () => {
  const { takeIn } = readings.inTenantNotInQueue;
  const byCode = takeIn === null ? null : { ...takeIn, by: 'code' as const };
  expect(scanWords({ ...readings.notInQueue, takeIn: byCode })).toMatch(
    /contoso could not be asked whether it is its own/,
  );
});

test('without the network nobody can say whose another ZTDID is', () => {
  expect(scanWords({ ...readings.otherZtdId, isInTenant: false })).toMatch(
    /^The code’s ZTDID is not the one in the queue/,
  );
});

test('a badge says who worked here before, if anybody did', () => {
  expect(scanWords({ ...readings.technician, before: '' })).toContain('Nobody was named before.');
  expect(scanWords({ ...readings.technician, before: 'JB' })).toBe('This bench records for these initials already.');
});
