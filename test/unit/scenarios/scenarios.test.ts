import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { userFlowWindowOf } from '../../../src/shared/bench/userFlowWindowOf.ts';
import type { DeviceRecord } from '../../../src/shared/devices/device.ts';
import type { NextStep } from '../../../src/shared/devices/nextStep.ts';
import { nextStepOf } from '../../../src/shared/devices/nextStepOf.ts';
import { nextStepSentence, nextStepTitle } from '../../../src/shared/devices/nextStepWords.ts';
import {
  benchStatus,
  enrollmentStatus,
  profileStatus,
  registrationStatus,
  remediationStatus,
  resealStatus,
} from '../../../src/shared/devices/status.ts';
import { isInUse } from '../../../src/shared/scenarios/inUse.ts';
import { chosenJoinType, chosenScenario } from '../../../src/shared/scenarios/scenarioName.ts';
import { scenarioOf } from '../../../src/shared/scenarios/scenarioOf.ts';
import { scenarios } from '../../../src/shared/scenarios/scenarios.ts';
import { makeScenarios, scenariosFile } from '../../fixtures/makeScenarios.ts';
import { readyDevice } from '../../rigs/deviceRecord.ts';

const now = new Date('2026-11-22T12:00:00.000Z');
const stepOf = (change: Partial<DeviceRecord>) => {
  const device = readyDevice(change);
  return nextStepOf(device, userFlowWindowOf(device, now), now);
};
const kiosk = { profileUsage: 'shared', profileAllowsPreProvisioning: false } as const;
const userDriven = { profileUsage: 'singleUser', profileAllowsPreProvisioning: false, tpmVersion: null } as const;
const preparation = { registration: 'none', ztdId: null, profile: 'unknown', hasDeviceLink: true } as const;

const tuple = { registration: 'none', ztdId: null, profile: 'unknown', hasHardwareHash: false } as const;

describe('the way of a device without a hash', () => {
  test.each<[string, Partial<DeviceRecord>, string, RegExp]>([
    ['serial number, maker and model', tuple, 'sendToPartner', /only a partner can register it/],
    ['a product key ID alone', { ...tuple, serialNumber: null, productKeyId: '3301234567891' }, 'sendToPartner', /./],
    [
      'what is in a file',
      { ...tuple, partnerFileAt: now.toISOString(), partnerFileName: 'a.csv' },
      'waitForPartner',
      /a\.csv/,
    ],
    ['a serial number alone', { ...tuple, manufacturer: null }, 'register', /Import the device’s hardware hash/],
    ['what somebody wants to register here', { ...tuple, registrationWay: 'hash' }, 'register', /hardware hash/],
    [
      'what got its hash later',
      { ...tuple, hasHardwareHash: true, partnerFileAt: now.toISOString() },
      'register',
      /Register/,
    ],
  ])('with %s', (_, change, code, sentence) => {
    const step = stepOf(change);
    expect(step.code).toBe(code);
    expect(nextStepSentence(step)).toMatch(sentence);
  });
});

describe('the way of a device', () => {
  test.each<[string, Partial<DeviceRecord>, string, RegExp]>([
    ['a kiosk with its profile', kiosk, 'startBench', /deploys by itself/],
    ['a kiosk that deploys', { ...kiosk, bench: 'running' }, 'finishBench', /sign-on screen/],
    ['a kiosk whose sign-on screen was seen', { ...kiosk, bench: 'succeeded' }, 'done', /deployed itself/],
    ['a kiosk with a user', { ...kiosk, assignedUser: 'ada@contoso.com' }, 'clearGate', /Windows ignores/],
    ['a user-driven device without a TPM', userDriven, 'ship', /Nothing is left to do at the bench/],
    ['a user-driven virtual machine', { ...userDriven, isVirtualMachine: true }, 'ship', /Ship the device/],
    ['a user-driven device on its way', { ...userDriven, reseal: 'shipped' }, 'waitForUserFlow', /signs in/],
    ['a user-driven device of its user', { ...userDriven, enrollment: 'enrolled' }, 'done', /enrolled/],
    ['device preparation', preparation, 'ship', /prepared when its user signs in/],
    [
      'device preparation of a registered device',
      { chosenScenario: 'devicePreparation' },
      'fixRegistration',
      /would come before that/,
    ],
    [
      'pre-provisioning with a profile that does not allow it',
      { profileAllowsPreProvisioning: false, chosenScenario: 'preProvisioned' },
      'clearGate',
      /does not allow pre-provisioning/,
    ],
  ])('%s', (_, change, code, sentence) => {
    const step = stepOf(change);
    expect(step.code).toBe(code);
    expect(nextStepSentence(step)).toMatch(sentence);
  });

  test('what has no technician flow is not called one', () => {
    expect(nextStepTitle(stepOf(kiosk))).toBe('Start deployment');
    expect(nextStepTitle({ code: 'startBench' })).toBe('Start technician flow');
  });

  test('whoever chose user-driven is not told of pre-provisioning, though the profile would allow it', () => {
    expect(stepOf({ chosenScenario: 'userDriven' }).code).toBe('ship');
  });
});

const instant = fc.option(
  fc
    .date({ min: new Date('2026-01-01'), max: new Date('2026-12-01'), noInvalidDate: true })
    .map((at) => at.toISOString()),
);
const anyDevice = fc
  .record({
    registration: fc.constantFrom(...registrationStatus.options),
    profile: fc.constantFrom(...profileStatus.options),
    remediation: fc.constantFrom(...remediationStatus.options),
    enrollment: fc.constantFrom(...enrollmentStatus.options),
    bench: fc.constantFrom(...benchStatus.options),
    reseal: fc.constantFrom(...resealStatus.options),
    chosenScenario: fc.option(fc.constantFrom(...chosenScenario.options)),
    batchScenario: fc.option(fc.constantFrom(...chosenScenario.options)),
    tagRule: fc.option(
      fc.record({
        groupTag: fc.constant('Kiosk'),
        profile: fc.constantFrom('Pre-provisioning', 'Kiosks', null),
        scenario: fc.option(fc.constantFrom(...chosenScenario.options)),
        joinType: fc.option(fc.constantFrom(...chosenJoinType.options)),
      }),
    ),
    tenantDefault: fc.option(
      fc.record({
        scenario: fc.option(fc.constantFrom(...chosenScenario.options)),
        joinType: fc.option(fc.constantFrom(...chosenJoinType.options)),
      }),
    ),
    profileUsage: fc.constantFrom('singleUser', 'shared', 'brandNew', null),
    profileAllowsPreProvisioning: fc.option(fc.boolean()),
    hasDeviceLink: fc.boolean(),
    hasHardwareHash: fc.boolean(),
    needsNewRegistration: fc.boolean(),
    isVirtualMachine: fc.boolean(),
    tpmVersion: fc.constantFrom('2.0', '1.2', null),
    registeredSerialNumber: fc.constantFrom('5CG1234567', 'OTHER1', null),
    computerAccount: fc.constantFrom('PC-1', null),
    managedDeviceId: fc.constantFrom('m1', null),
    benchEndedAt: instant,
    resealedAt: instant,
    shippedAt: instant,
    lastContactAt: instant,
    microsoftReadAt: instant,
    enrollmentDetail: fc.constantFrom('allowed', null),
    intuneEnrolledAt: instant,
    intuneContactAt: instant,
    intuneHasUser: fc.option(fc.boolean()),
    intuneReadAt: instant,
    remediationAt: instant,
    serialNumber: fc.constantFrom('5CG1234567', null),
    productKeyId: fc.constantFrom('3301234567891', null),
    registrationWay: fc.constantFrom('hash', 'partner', null),
    partnerFileAt: instant,
    partnerFileName: fc.constantFrom('partner-center-2026-11-22.csv', null),
    pageScannedAt: instant,
    tpmConfirmedAt: instant,
  })
  .map((change) => readyDevice(change));

/** What would take a device from its user. One with another mainboard than before was serviced, and is set up anew anyway. */
const harms = (step: NextStep): boolean =>
  step.code === 'redoTechnicianFlow' ||
  step.code === 'unblock' ||
  step.code === 'retryBench' ||
  step.code === 'deregister' ||
  (step.reason === 'gateClosed' &&
    (step.problem.finding === 'enrolledBefore' || step.problem.finding === 'enrollmentBlocked'));

test('every device has a next step in words, and none is advised what its scenario forbids', () => {
  fc.assert(
    fc.property(anyDevice, (device) => {
      const step = nextStepOf(device, userFlowWindowOf(device, now), now);
      expect(nextStepTitle(step)).not.toBe('');
      expect(nextStepSentence(step)).toMatch(/\S/);
      expect(scenarios[scenarioOf(device).name].never).not.toContain(step.code);
      // Without a hash and its like nothing can be sent, neither here nor by a partner.
      if (step.code === 'sendToPartner' || step.code === 'waitForPartner') expect(device.hasHardwareHash).toBe(false);
      if (isInUse(device)) expect(harms(step)).toBe(false);
    }),
    { numRuns: 3_000 },
  );
});

test('docs/scenarios.md is made from the scenarios', async () => {
  expect(readFileSync(scenariosFile, 'utf8')).toBe(await makeScenarios());
});

test('every checklist that a scenario names is there', () => {
  const named = Object.values(scenarios).flatMap(({ checklist }) => [checklist.entra, checklist.hybrid]);
  for (const id of named) {
    if (id === null) continue;
    const file = join(import.meta.dirname, '../../../resources/checklists', `${id}.json`);
    expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject({ id });
  }
});
