import { describe, expect, test } from 'vitest';
import {
  listPreparationPolicies,
  readMembershipTarget,
  readPolicySettings,
} from '../../../src/main/graph/resources/configurationPolicies.ts';
import { isOwnedByApp } from '../../../src/main/graph/resources/groups.ts';
import { clientOf, json, leapingClock, scriptedGraph } from '../../fakes/graphFetch.ts';

const never = new AbortController().signal;
const answering = (...bodies: readonly unknown[]) =>
  clientOf(scriptedGraph(...bodies.map((body) => json(200, body))).fetch, leapingClock());

describe('policies of device preparation', () => {
  test('are known by their template whatever its version, and a new template by its name; others are left out', async () => {
    const template = (templateId: string, templateDisplayName = '') => ({ templateId, templateDisplayName });
    const client = answering({
      value: [
        { id: '1', name: 'A', templateReference: template('80d33118-b7b4-40d8-b15f-81be745e053f_7') },
        { id: '2', name: 'B', templateReference: template('a6157a7f-aa00-42d9-ac82-7d2479f545db_1') },
        { id: '3', templateReference: template('new_1', 'Device Preparation'), priorityMetaData: { priority: 4 } },
        { id: '4', name: 'D', templateReference: template('other_1', 'Restrictions') },
        { id: '5', name: 'E', templateReference: null },
      ],
    });
    const { rows } = await listPreparationPolicies(client, never);
    expect(rows.map(({ name, kind, priority }) => [name, kind, priority])).toEqual([
      ['A', 'userDriven', null],
      ['B', 'automatic', null],
      ['3', null, 4],
    ]);
  });
});

describe('the settings of a policy', () => {
  const setting = (name: string, value: object) => ({
    settingInstance: { settingDefinitionId: `enrollment_autopilot_dpp_${name}`, ...value },
  });
  const simple = (value: unknown) => ({ simpleSettingValue: { value } });
  const choice = (value: string) => ({ choiceSettingValue: { value } });
  const many = (...values: readonly unknown[]) => ({
    simpleSettingCollectionValue: values.map((value) => ({ value })),
  });

  test('are read by the end of their ids, as they are spelt now and were in 2024', async () => {
    const spellings = [
      ['accountype', 'customerrormessage', 'allowedappids', 'allowedscriptids'],
      ['accounttype', 'custonerror', 'allowedapps', 'allowedscripts'],
    ] as const;
    for (const [account, message, apps, scripts] of spellings) {
      const client = answering({
        value: [
          setting(account, choice('enrollment_autopilot_dpp_accountype_1')),
          setting(message, simple('Call us.')),
          setting('timeout', simple('90')),
          setting('allowskip', simple('true')),
          setting('allowdiagnostics', choice('x_0')),
          setting(apps, many('{"id":"a","type":"#microsoft.graph.win32LobApp"}', 'bare')),
          setting(scripts, many('s')),
          setting('somethingnew', simple(1)),
        ],
      });
      expect(await readPolicySettings(client, 'p', never)).toEqual({
        settings: {
          mode: null,
          type: null,
          join: null,
          accountType: 'standard user',
          minutes: 90,
          errorMessage: 'Call us.',
          allowsSkip: true,
          allowsDiagnostics: false,
        },
        apps: [
          { id: 'a', type: '#microsoft.graph.win32LobApp' },
          { id: 'bare', type: null },
        ],
        scriptIds: ['s'],
      });
    }
  });

  test('whose values are new pass as they came', async () => {
    const client = answering({ value: [setting('jointype', choice('enrollment_autopilot_dpp_jointype_9'))] });
    expect((await readPolicySettings(client, 'p', never)).settings.join).toBe('enrollment_autopilot_dpp_jointype_9');
  });
});

describe('the device group of a policy', () => {
  const target = { targetType: 'staticSecurityGroup', targetId: 'g' };
  const status = (targetValidationErrorCode: string | null) => ({
    validationSucceeded: targetValidationErrorCode === null,
    enrollmentTimeDeviceMembershipTargetValidationStatuses: [{ targetId: 'g', targetValidationErrorCode }],
  });

  test.each([
    [{ enrollmentTimeDeviceMembershipTargets: [target] }, { groupId: 'g', problem: null, isValid: false }],
    [{ value: { enrollmentTimeDeviceMembershipTargets: [target] } }, { groupId: 'g', problem: null, isValid: false }],
    [{ value: [{ enrollmentTimeDeviceMembershipTargets: [target] }] }, { groupId: 'g', problem: null, isValid: false }],
    [{ enrollmentTimeDeviceMembershipTargets: [] }, { groupId: null, problem: null, isValid: false }],
    [status(null), { groupId: 'g', problem: null, isValid: true }],
    [status('firstPartyAppNotAnOwner'), { groupId: 'g', problem: 'firstPartyAppNotAnOwner', isValid: false }],
  ])('is read of %j', async (body, read) => {
    expect(await readMembershipTarget(answering(body), 'p', never)).toEqual(read);
  });

  test('that is not told is not the same as none', async () => {
    await expect(readMembershipTarget(answering({ validationSucceeded: true }), 'p', never)).rejects.toMatchObject({
      kind: 'protocol',
    });
  });
});

describe('the owner of a group', () => {
  const APP = 'f1346770-5b25-470b-88bd-d5744ab7952c';
  const principal = (appId: string | null) => ({ id: 'o', '@odata.type': '#microsoft.graph.servicePrincipal', appId });
  const user = { id: 'u', '@odata.type': '#microsoft.graph.user' };

  test.each([
    ['an app with this id, whatever it is called', [[principal(APP.toUpperCase())]], true],
    ['another app', [[principal('other')]], false],
    ['an app that is not told', [[principal(null)]], null],
    ['nobody in v1.0 and the app in beta', [[user], [principal(APP)]], true],
    ['nobody in both', [[], [user]], false],
  ])('is %s', async (_, answers, isOwner) => {
    const client = answering(...answers.map((value) => ({ value })));
    expect(await isOwnedByApp(client, 'g', APP, never)).toBe(isOwner);
  });
});
