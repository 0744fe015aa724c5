import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { goGateFailures } from '../../../src/shared/bench/goGate.ts';
import type { DeviceRecord } from '../../../src/shared/devices/device.ts';
import { deviceViewOf } from '../../../src/shared/devices/deviceViewOf.ts';
import {
  benchStatus,
  enrollmentStatus,
  profileStatus,
  registrationStatus,
  resealStatus,
} from '../../../src/shared/devices/status.ts';
import {
  answerRules,
  bandOfDevice,
  bandOfScan,
  type AnswerColour,
  type AnswerWord,
} from '../../../src/shared/scans/answerBand.ts';
import { answerLine, answerWords } from '../../../src/shared/scans/answerWords.ts';
import { createFormatter } from '../../../src/shared/format/formatter.ts';
import type { ScanVerdict } from '../../../src/shared/scans/scanReading.ts';
import { nothingBeside } from '../../rigs/besideDevice.ts';
import { readyDevice } from '../../rigs/deviceRecord.ts';
import { readings } from './scanReadings.ts';

const now = new Date('2026-11-22T12:00:00.000Z');
const view = (change: Partial<DeviceRecord>) => deviceViewOf(readyDevice(change), nothingBeside, now);
const band = (change: Partial<DeviceRecord>) => bandOfDevice(view(change), now);
const line = (change: Partial<DeviceRecord>) => answerLine(view(change), now, createFormatter('en-US'));
const minutesAgo = (minutes: number) => new Date(now.getTime() - minutes * 60_000).toISOString();

describe('how a device stands is one colour and one word', () => {
  test.each<readonly [string, Partial<DeviceRecord>, AnswerColour, AnswerWord]>([
    ['nothing is missing', {}, 'green', 'start'],
    ['not registered', { registration: 'none', ztdId: null }, 'green', 'register'],
    ['not registered, and no hash', { registration: 'none', ztdId: null, hasHardwareHash: false }, 'amber', 'stop'],
    ['on its way', { registration: 'submitted', registrationAt: minutesAgo(2) }, 'blue', 'waiting'],
    ['too long on its way', { registration: 'submitted', registrationAt: minutesAgo(200) }, 'amber', 'stop'],
    ['refused by Microsoft', { registration: 'failed' }, 'amber', 'stop'],
    ['blocked: no TPM 2.0', { tpmVersion: 'TPM-Version:1.2 -Level:0-Revision:1.38' }, 'amber', 'stop'],
    ['running', { bench: 'running', benchStartedAt: minutesAgo(18) }, 'blue', 'running'],
    ['running for too long', { bench: 'running', benchStartedAt: minutesAgo(71) }, 'amber', 'stop'],
    ['failed', { bench: 'failed', benchError: { code: null, name: null, message: null } }, 'red', 'failed'],
    ['green, to be resealed', { bench: 'succeeded', benchEndedAt: minutesAgo(5) }, 'green', 'reseal'],
    ['resealed', { bench: 'succeeded', benchEndedAt: minutesAgo(9), reseal: 'resealed' }, 'green', 'ship'],
    ['deregistered', { registration: 'removed' }, 'blue', 'done'],
  ])('%s', (_, change, colour, word) => {
    expect(band(change)).toEqual({ colour, word });
  });
});

test('a device that somebody has already is asked about before it starts', () => {
  expect(band({ enrollment: 'enrolled', managedDeviceId: 'm', enrollmentDetail: 'enrolled' }).colour).not.toBe('green');
});

describe('what the code is comes before how its device stands', () => {
  test.each<readonly [ScanVerdict, AnswerColour, AnswerWord]>([
    ['found', 'green', 'reseal'],
    ['recorded', 'green', 'reseal'],
    ['alreadyRecorded', 'green', 'reseal'],
    ['resultNotRecorded', 'amber', 'stop'],
    ['resultUnknown', 'amber', 'stop'],
    ['several', 'amber', 'stop'],
    ['otherZtdId', 'amber', 'stop'],
    ['notInTenant', 'amber', 'stop'],
    ['otherTenant', 'amber', 'stop'],
    ['similar', 'amber', 'unknown'],
    ['notInQueue', 'amber', 'unknown'],
    ['inTenantNotInQueue', 'amber', 'unknown'],
    ['unreadable', 'amber', 'unknown'],
    ['technician', 'blue', 'technician'],
  ])('%s', (verdict, colour, word) => {
    expect(bandOfScan(readings[verdict], now)).toEqual({ colour, word });
  });
});

describe('the line below says why and what is next', () => {
  test.each<readonly [string, Partial<DeviceRecord>, string]>([
    ['nothing is missing', {}, 'Nothing is missing.'],
    [
      'running',
      { bench: 'running', benchStartedAt: minutesAgo(18) },
      '18:00 of 60 min. Scan the code of the result screen when it comes, or press N.',
    ],
    [
      'overdue',
      { bench: 'running', benchStartedAt: minutesAgo(71) },
      '11 min over its longest time. 1:11:00 of 60 min: look at its screen.',
    ],
    ['blocked', { tpmVersion: 'TPM-Version:1.2 -Level:0-Revision:1.38' }, 'TPM'],
  ])('%s', (_, change, said) => {
    expect(line(change)).toContain(said);
  });
});

test('each colour has a shape, a sound and a rule for Enter of its own, and Enter starts nothing that is amber or red', () => {
  const rules = Object.values(answerRules);
  expect(new Set(rules.map(({ shape }) => shape)).size).toBe(4);
  expect(new Set(rules.map(({ enter }) => enter)).size).toBe(4);
  expect(new Set(rules.map(({ sound }) => JSON.stringify(sound))).size).toBe(4);
  expect(answerRules.amber.enter).toBe('open');
  expect(answerRules.red.enter).toBe('saveCode');
  expect(answerRules.blue.enter).toBe('nothing');
  expect(new Set(Object.values(answerWords)).size).toBe(Object.keys(answerWords).length);
});

describe('whatever is known of a device', () => {
  const anyDevice = fc.record({
    registration: fc.constantFrom(...registrationStatus.options),
    profile: fc.constantFrom(...profileStatus.options),
    enrollment: fc.constantFrom(...enrollmentStatus.options),
    bench: fc.constantFrom(...benchStatus.options),
    reseal: fc.constantFrom(...resealStatus.options),
    tpmVersion: fc.constantFrom(
      null,
      'TPM-Version:1.2 -Level:0-Revision:1.38',
      'TPM-Version:2.0 -Level:0-Revision:1.38',
    ),
    hasHardwareHash: fc.boolean(),
    profileAllowsPreProvisioning: fc.constantFrom(null, true, false),
    managedDeviceId: fc.constantFrom(null, 'managed'),
    benchStartedAt: fc.constantFrom(null, minutesAgo(10), minutesAgo(200)),
    shippedAt: fc.constantFrom(null, minutesAgo(3)),
    benchError: fc.constantFrom(null, { code: '0x81039001', name: null, message: null }),
  });

  test('a failed or a blocked one is never green, and only green lets Enter start anything', () => {
    fc.assert(
      fc.property(anyDevice, (change) => {
        const device = view(change);
        const { colour, word } = bandOfDevice(device, now);
        if (device.bench === 'failed') expect(colour).not.toBe('green');
        if (word === 'start') expect(goGateFailures(device)).toEqual([]);
        if (device.nextStep.code === 'clearGate') expect(colour).toBe('amber');
        expect(colour === 'green').toBe(answerRules[colour].enter === 'act');
        expect(answerLine(device, now, createFormatter('en-US'))).not.toBe('');
      }),
    );
  });
});
