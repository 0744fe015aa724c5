import fc from 'fast-check';
import { expect, test } from 'vitest';
import { pageSizeOf } from '../../../src/main/paper/pageSize.ts';
import { handoverColumns, handoverGroups, type HandoverRow } from '../../../src/shared/handover/handoverList.ts';
import { userStepsOf } from '../../../src/shared/handover/userSteps.ts';
import { withoutCard } from '../../../src/shared/handover/withoutCard.ts';
import { joinType, scenarioName } from '../../../src/shared/scenarios/scenarioName.ts';
import { deviceViewOf } from '../../../src/shared/devices/deviceViewOf.ts';
import type { DeviceRecord } from '../../../src/shared/devices/device.ts';
import { nothingBeside } from '../../rigs/besideDevice.ts';
import { readyDevice } from '../../rigs/deviceRecord.ts';

const now = new Date('2026-11-22T12:00:00.000Z');
const row = (change: Partial<HandoverRow>): HandoverRow => ({
  box: null,
  user: null,
  serialNumber: 'S1',
  model: null,
  deviceName: null,
  scenario: 'Pre-provisioned',
  notBefore: null,
  mustBeUsedBy: null,
  ...change,
});
const titles = (name: Parameters<typeof userStepsOf>[0]['name'], join: Parameters<typeof userStepsOf>[0]['joinType']) =>
  (userStepsOf({ name, joinType: join }) ?? []).map(({ title }) => title);

test('a pre-provisioned hybrid device asks for the domain first, a user-driven one for the work account', () => {
  expect(titles('preProvisioned', 'hybrid')).not.toContain('Sign in with your work account');
  const userDriven = titles('userDriven', 'hybrid');
  expect(userDriven.indexOf('Sign in with your work account')).toBeLessThan(userDriven.indexOf('Sign in to Windows'));
  expect(titles('preProvisioned', 'entra')).toContain('Sign in with your work account');
});

test('a self-deploying device asks for no account', () => {
  expect(titles('selfDeploying', 'entra').some((title) => title.startsWith('Sign in'))).toBe(false);
});

test('every scenario that is known tells what the user sees, in so few steps that they fit on a page', () => {
  for (const name of scenarioName.options) {
    for (const join of joinType.options) {
      const steps = userStepsOf({ name, joinType: join });
      if (name === 'unknown') expect(steps).toBeNull();
      else expect(steps?.length).toSatisfy((count: number) => count >= 4 && count <= 8);
    }
  }
});

test('devices without a box come last, and no device is lost between the groups', () => {
  const names = fc.option(fc.constantFrom('Box 2', 'Box 10', 'box 1'));
  fc.assert(
    fc.property(fc.array(names), (boxes) => {
      const groups = handoverGroups(
        boxes.map((box) => row({ box })),
        'box',
      );
      expect(groups.flatMap(({ rows }) => rows)).toHaveLength(boxes.length);
      expect(groups.slice(0, -1).map(({ name }) => name)).not.toContain(null);
    }),
  );
  const two = handoverGroups([row({ box: 'Box 10' }), row({ box: 'Box 2' })], 'box');
  expect(two.map(({ name }) => name)).toEqual(['Box 2', 'Box 10']);
});

test('a list has no column for users where they are not named', () => {
  expect(handoverColumns(false)).not.toContain('user');
  expect(handoverColumns(true)).toContain('user');
});

const green = { bench: 'succeeded', benchEndedAt: '2026-11-20T10:00:00.000Z', reseal: 'resealed' } as const;
const reasonOf = (change: Partial<DeviceRecord>) =>
  withoutCard(deviceViewOf(readyDevice({ ...green, ...change }), nothingBeside, now));

test.each([
  ['resealed', {}, null],
  ['not finished', { bench: 'running', benchEndedAt: null, reseal: 'notResealed' }, 'has not ended well yet'],
  ['not resealed', { reseal: 'notResealed' }, 'not resealed yet'],
  ['too old', { benchEndedAt: '2026-05-01T10:00:00.000Z' }, 'six months are over'],
  ['set up already', { reseal: 'userFlowDone' }, 'set it up already'],
  ['user-driven', { chosenScenario: 'userDriven', bench: 'notStarted', benchEndedAt: null }, null],
] satisfies [string, Partial<DeviceRecord>, string | null][])(
  'a device that is %s has a card or a reason',
  (_, change, reason) => {
    if (reason === null) expect(reasonOf(change)).toBeNull();
    else expect(reasonOf(change)).toContain(reason);
  },
);

test('paper is what was asked for, else the lab’s, else that of the region', () => {
  expect(pageSizeOf('a4', 'letter', 'en-US').name).toBe('A4');
  expect(pageSizeOf(undefined, 'letter', 'de-DE').name).toBe('LETTER');
  expect(pageSizeOf(undefined, 'region', 'en-US').name).toBe('LETTER');
  expect(pageSizeOf(undefined, 'region', 'fr-CA').name).toBe('LETTER');
  expect(pageSizeOf(undefined, 'region', 'de').name).toBe('A4');
});
