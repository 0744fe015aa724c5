import { describe, expect, test } from 'vitest';
import { createFormatter } from '../../../src/shared/format/formatter.ts';
import { readScan } from '../../../src/shared/scans/readScan.ts';
import type { ScanReading, ScanVerdict } from '../../../src/shared/scans/scanReading.ts';
import { scanWords } from '../../../src/shared/scans/scanWords.ts';
import { readings } from './scanReadings.ts';

const english = createFormatter('en-US');

type Said = readonly [headline: string, rest: string, sentence: string];

const webAddress = readings.unreadable.scan.issues[0]?.message ?? '';
const unknownResult = readings.resultUnknown.scan.issues[0]?.message ?? '';
const notInTenant =
  'Stop: 5CG1234567 is not registered in contoso by the ZTDID of this code; it may be another customer’s. Do not start it, and ask whose it is.';
const registeredAnew =
  'contoso has it under another ZTDID than this queue; it was registered anew. Refresh the tenant, then scan again.';

const unknownShelf = 'The lab has no shelf “99”. Name it in Settings, under Workplace.';

const said: Readonly<Record<ScanVerdict, Said>> = {
  found: ['Found', 'Next: Reseal.', '5CG1234567. Next: Reseal.'],
  recorded: [
    'Success recorded',
    'Succeeded after 38 min. Next: Reseal.',
    '5CG1234567 succeeded after 38 min. Next: Reseal.',
  ],
  alreadyRecorded: [
    'Not recorded',
    'Recorded as succeeded already. Next: Reseal.',
    '5CG1234567 is recorded as succeeded already. Next: Reseal.',
  ],
  resultNotRecorded: [
    'Not recorded',
    'The code says failed. Nothing is recorded yet.',
    '5CG1234567: the code says failed. Nothing is recorded yet.',
  ],
  resultUnknown: ['Not recorded', unknownResult, `5CG1234567: ${unknownResult}`],
  several: [
    'Which one?',
    'Several devices may be meant. Compare maker and model, and choose the one in front of you.',
    '5CG1234567 is HP EliteBook 650 G10 of contoso, or Dell Latitude 5440 of fabrikam.',
  ],
  similar: [
    'Not in the queue',
    'Did you mean 5CG1234567 (HP EliteBook 650 G10, contoso)?',
    'CG1234567 is not in the queue. Did you mean 5CG1234567 (HP EliteBook 650 G10, contoso)?',
  ],
  notInQueue: ['Not in the queue', 'Import it first.', '5CG1234567 is not in the queue. Import it first.'],
  inTenantNotInQueue: [
    'Not in the queue',
    'Registered in contoso (profile “Kiosk”), but not in this queue. Take it in.',
    '5CG1234567 is registered in contoso (profile “Kiosk”), but not in this queue. Take it in.',
  ],
  otherZtdId: ['Another registration', registeredAnew, `5CG1234567: ${registeredAnew}`],
  notInTenant: ['Stop: not in this tenant', notInTenant, notInTenant],
  otherTenant: [
    'Stop: another tenant',
    'It belongs to contoso. Put it aside, or switch to that tenant first.',
    'Stop: 5CG1234567 belongs to contoso.',
  ],
  shelved: [
    'Shelf 7',
    'On shelf 7. PF4XK2L9 stood there, and has no shelf now.',
    '5CG1234567: On shelf 7. PF4XK2L9 stood there, and has no shelf now.',
  ],
  shelf: ['Shelf 7', 'Next: Reseal.', 'Shelf 7: 5CG1234567. Next: Reseal.'],
  unknownShelf: ['Unknown shelf', unknownShelf, unknownShelf],
  unreadable: ['Not readable', webAddress, webAddress],
};

function expectSaid(reading: ScanReading, [headline, rest, sentence]: Said): void {
  expect(scanWords(reading, english)).toEqual({ headline, rest, sentence });
}

describe('a verdict is said beside the serial number, and as a sentence of its own', () => {
  test.each(Object.values(readings).map((reading) => [reading.verdict, reading] as const))('%s', (verdict, reading) => {
    expectSaid(reading, said[verdict]);
  });
});

test('a result whose start nobody recorded', () => {
  expectSaid({ ...readings.recorded, startUnknown: true }, [
    'Success recorded',
    'Succeeded after 38 min. Its start was not recorded here. Next: Reseal.',
    '5CG1234567 succeeded after 38 min. Its start was not recorded here. Next: Reseal.',
  ]);
});

test('a failure, and a result without a time that can be right', () => {
  expectSaid({ ...readings.recorded, result: 'failure', elapsedMs: null }, [
    'Failure recorded',
    'Failed. Next: Reseal.',
    '5CG1234567 failed. Next: Reseal.',
  ]);
});

describe('a code without a serial number is not said to have one', () => {
  const ztdId = '6d8d8a5e-2f2c-4d44-9d0e-0a4c9d1c2b3a';
  const guid = readScan(ztdId);

  test.each<readonly [code: string, reading: ScanReading, sentence: string]>([
    [
      'a product key ID',
      { ...readings.notInQueue, scan: readScan('3355683689423') },
      'No device in the queue has this product key ID. Scan the serial number.',
    ],
    [
      'the code of the Autopilot page',
      { ...readings.notInQueue, scan: readScan(JSON.stringify({ ZtdId: ztdId })) },
      'This device is registered with Autopilot, but not in this queue. Import it first.',
    ],
    ['a GUID', { ...readings.notInQueue, scan: guid }, 'This device is not in the queue. Import it first.'],
    [
      'a GUID that the tenant knows',
      { ...readings.inTenantNotInQueue, scan: guid, profileName: null, profileStatus: null },
      '5CG1234567 is registered in contoso (profile unknown), but not in this queue. Take it in.',
    ],
  ])('%s', (_, reading, sentence) => {
    const { headline } = scanWords(reading, english);
    expectSaid(reading, [headline, sentence, sentence]);
  });
});

test('a serial number that several devices of the tenant have is chosen from the list', () => {
  const { rest } = scanWords({ ...readings.inTenantNotInQueue, takeIn: null }, english);
  expect(rest).toMatch(/choose it in the queue under “Take in from the tenant”\.$/);
});

test('without the network the code alone says that a device is registered, and not whose it is', () => {
  const { takeIn } = readings.inTenantNotInQueue;
  const byCode = takeIn === null ? null : { ...takeIn, by: 'code' as const };
  const { rest } = scanWords({ ...readings.notInQueue, takeIn: byCode }, english);
  expect(rest).toMatch(/contoso could not be asked whether it is its own/);
});

test('without the network nobody can say whose another ZTDID is', () => {
  const { rest, sentence } = scanWords({ ...readings.otherZtdId, isInTenant: false }, english);
  expect(rest).toMatch(/^The code’s ZTDID is not the one in the queue/);
  expect(sentence).toMatch(/^5CG1234567: the code’s ZTDID is not the one in the queue/);
});
