import { describe, expect, test } from 'vitest';
import { collect } from '../../../src/main/graph/paging.ts';
import { autopilotDevice, autopilotDeviceRow } from '../../../src/main/graph/resources/autopilotDeviceWire.ts';
import { listAutopilotEvents, listPolicyStatusDetails } from '../../../src/main/graph/resources/autopilotEvents.ts';
import { deploymentProfile, tenantProfile } from '../../../src/main/graph/resources/deploymentProfiles.ts';
import { clientOf, json, leapingClock, never, scriptedGraph } from '../../fakes/graphFetch.ts';

const id = '6D8D8A5E-0000-4000-8000-00000000000A';

describe('what Graph writes for “none”', () => {
  test.each([[null], [undefined], [''], ['00000000-0000-0000-0000-000000000000']])('is no id: %j', (none) => {
    const wire = { id, managedDeviceId: none, azureAdDeviceId: none, azureActiveDirectoryDeviceId: none };
    expect(autopilotDeviceRow.parse(wire)).toMatchObject({ managedDeviceId: null, entraDeviceId: null });
  });

  test.each([[null], [undefined], [''], ['0001-01-01T00:00:00Z'], ['no date']])('is no instant: %j', (never) => {
    expect(autopilotDeviceRow.parse({ id, lastContactedDateTime: never })).toMatchObject({ lastContactedAt: null });
  });
});

test('the ZTDID is lower case, so that it can be compared', () => {
  expect(autopilotDeviceRow.parse({ id })).toMatchObject({ id: id.toLowerCase() });
});

test('the newer of the two Entra device ids wins, and the older one fills in', () => {
  const [older, newer] = ['11111111-0000-4000-8000-000000000000', '22222222-0000-4000-8000-000000000000'];
  const both = { id, azureActiveDirectoryDeviceId: older, azureAdDeviceId: newer };
  expect(autopilotDeviceRow.parse(both)).toMatchObject({ entraDeviceId: newer });
  expect(autopilotDeviceRow.parse({ ...both, azureAdDeviceId: '' })).toMatchObject({ entraDeviceId: older });
});

test('words and properties that are new to us are kept as they came', () => {
  const row = autopilotDeviceRow.parse({ id, enrollmentState: 'teleported', cloudPower: { level: 9 } });
  expect(row).toMatchObject({ enrollmentState: 'teleported', properties: { cloudPower: { level: 9 } } });
});

describe('what is kept beside what is understood', () => {
  const sent = {
    '@odata.type': '#microsoft.graph.windowsAutopilotDeviceIdentity',
    id,
    serialNumber: '',
    managedDeviceId: '00000000-0000-0000-0000-000000000000',
    enrollmentState: 'EnRolled',
    lastContactedDateTime: '0001-01-01T00:00:00Z',
    deploymentProfileAssignedDateTime: '2026-01-02T03:04:05.1234567Z',
    deploymentProfile: { id: 'p-1', '@odata.type': '#microsoft.graph.lunarProfile', newSwitch: null },
    cloudPower: { level: 9 },
  };

  test('is every property of a device, letter by letter', () => {
    expect(autopilotDeviceRow.parse(sent).properties).toEqual(sent);
    expect(autopilotDevice.parse(sent).properties).toEqual(sent);
  });

  test('is every property of a row of the deployment report', async () => {
    const row = { id: 'E-1', deviceId: '', deploymentState: 'SuccessWithTimeout', moonPhase: 'full' };
    const graph = scriptedGraph(json(200, { value: [row] }));
    const client = clientOf(graph.fetch, leapingClock());
    const { rows: events } = await collect(listAutopilotEvents(client, never));
    expect(events).toMatchObject([{ deviceId: null, deploymentState: 'SuccessWithTimeout', properties: row }]);
    expect(await listPolicyStatusDetails(client, 'E-1', never)).toMatchObject([{ properties: row }]);
  });
});

test('the password of a Surface Hub account goes no further', () => {
  const row = autopilotDeviceRow.parse({ id, deviceAccountPassword: 'hunter2' });
  expect(JSON.stringify(row)).not.toContain('hunter2');
});

test('a device that cannot be told from another is refused', () => {
  expect(autopilotDeviceRow.safeParse({ serialNumber: 'PF0001' }).success).toBe(false);
});

test('a profile that cannot be read does not hide the device', () => {
  expect(autopilotDevice.parse({ id, deploymentProfile: { nonsense: true } })).toMatchObject({
    id: id.toLowerCase(),
    deploymentProfile: null,
    intendedDeploymentProfile: null,
  });
});

describe('a deployment profile', () => {
  const old = {
    '@odata.type': '#microsoft.graph.activeDirectoryWindowsAutopilotDeploymentProfile',
    id: 'p-1',
    displayName: 'Hybrid',
    enableWhiteGlove: true,
    outOfBoxExperienceSettings: { deviceUsageType: 'singleUser' },
  };
  test('is read by its names before 2024', () => {
    expect(deploymentProfile.parse(old)).toMatchObject({
      join: 'hybrid',
      allowsPreProvisioning: true,
      deviceUsageType: 'singleUser',
    });
  });
  test('is read by its newer names first', () => {
    const both = { ...old, preprovisioningAllowed: false, outOfBoxExperienceSetting: { deviceUsageType: 'shared' } };
    expect(deploymentProfile.parse(both)).toMatchObject({ allowsPreProvisioning: false, deviceUsageType: 'shared' });
  });
  test('of a kind nobody knows is still a profile', () => {
    const strange = { ...old, '@odata.type': '#microsoft.graph.lunarProfile' };
    expect(deploymentProfile.parse(strange)).toMatchObject({ join: null, displayName: 'Hybrid' });
    expect(tenantProfile.parse(strange)).toMatchObject({ join: null, kind: '#microsoft.graph.lunarProfile' });
  });
  test('tells every setting, by its names before 2024 too', () => {
    const settings = { userType: 'administrator', hideEULA: true, hidePrivacySettings: false, hideEscapeLink: true };
    const sent = { ...old, language: '', extractHardwareHash: true, outOfBoxExperienceSettings: settings };
    expect(tenantProfile.parse(sent)).toMatchObject({
      language: '',
      accountType: 'administrator',
      hidesLicense: true,
      hidesPrivacy: false,
      hidesChangeAccount: true,
      skipsKeyboard: null,
      convertsAll: true,
      assignments: null,
      others: {},
    });
  });
  test('lets pass what is new to us, and a setting that is not as documented hides nothing else', () => {
    const sent = {
      ...old,
      locale: 7,
      deviceType: 'moonRover',
      createdDateTime: 5,
      moonPhase: 'full',
      outOfBoxExperienceSetting: { deviceUsageType: 'pooled', eulaHidden: 'yes', greetingHidden: true },
      assignments: [{ target: { '@odata.type': '#microsoft.graph.lunarAssignmentTarget' } }],
    };
    expect(tenantProfile.parse(sent)).toMatchObject({
      usage: 'pooled',
      language: null,
      deviceType: 'moonRover',
      createdAt: null,
      hidesLicense: null,
      assignments: [{ target: 'lunar', groupId: null }],
      others: { moonPhase: 'full', outOfBoxExperienceSetting: { greetingHidden: true } },
    });
    expect(deploymentProfile.parse(sent)).toMatchObject({ join: 'hybrid', deviceUsageType: 'pooled' });
  });
});
