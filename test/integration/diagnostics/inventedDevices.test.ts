import { afterAll, describe, expect, test } from 'vitest';
import { diagnosisRig } from '../../fixtures/diagnostics/diagnosisRig.ts';
import { agentLine, failing, OTHER_TENANT, pageNote, TENANT } from '../../fixtures/diagnostics/makeDiagnostics.ts';
import { hex32 } from '../../fixtures/diagnostics/writeEventLog.ts';

const { answer, end } = diagnosisRig();
afterAll(end);
const APP = '1788c62b-b916-4e47-aa83-72b5e9dfc2fd';
const SECOND = '2788c62b-b916-4e47-aa83-72b5e9dfc2fd';
const profile = { CloudAssignedTenantId: TENANT, CloudAssignedDomainJoinMethod: 0, DeploymentProfileName: 'Bench' };
const ids = ({ diagnosis }: Awaited<ReturnType<typeof answer>>) => diagnosis.causes.map(({ entry }) => entry.id);

describe('where the flow stopped', () => {
  test.each([
    ['Securing your hardware', 'DevicePreparation', 'TpmAttestationSubcategory', 'devicePreparation'],
    ['Joining your organization’s network', 'DevicePreparation', 'AadjSubcategory', 'devicePreparation'],
    [
      'Registering your device for mobile management',
      'DevicePreparation',
      'MdmEnrollmentSubcategory',
      'devicePreparation',
    ],
    [
      'Preparing your device for mobile management',
      'DevicePreparation',
      'EspProviderInstallationSubcategory',
      'devicePreparation',
    ],
    ['Security policies', 'DeviceSetup', 'SecurityPoliciesSubcategory', 'deviceSetup'],
    ['Certificates', 'DeviceSetup', 'CertificatesSubcategory', 'deviceSetup'],
    ['Network connections', 'DeviceSetup', 'NetworkProfilesSubcategory', 'deviceSetup'],
    ['Apps', 'AccountSetup', 'AppsSubcategory', 'accountSetup'],
  ])('%s', async (words, part, step, phase) => {
    const { diagnosis } = await answer({
      profile,
      status: {
        [part]: {
          categoryState: 'failed',
          [`${part}.${step}`]: { subcategoryState: 'failed', subcategoryStatusText: 'Fehler (0x80180014)' },
        },
      },
    });
    expect(diagnosis.failure).toMatchObject({
      phase,
      step: `${part}.${step}`,
      code: '0x80180014',
      text: 'Fehler (0x80180014)',
    });
    expect(diagnosis.failure?.screen).toContain(words);
    expect(diagnosis.causes[0]?.entry.id).toBe('enrollment.blocked');
  });

  test('the older form of the status has the text alone', async () => {
    const { diagnosis } = await answer({
      status: {
        DeviceSetup: { CertificatesSubcategory: 'Certificates (1 of 1 applied)', AppsSubcategory: 'Apps (0x87D1041C)' },
      },
    });
    expect(diagnosis.failure).toMatchObject({ step: 'DeviceSetup.AppsSubcategory', code: '0x87d1041c' });
  });

  test('without the registry, the log of the setup tells it', async () => {
    const { diagnosis } = await answer({
      shell: [
        pageNote(
          '09:10:00',
          'BootstrapStatusCategory_SubcategoryProcessing_Failed',
          'Subcategory ID = DeviceSetup.CertificatesSubcategory; state = failed.',
        ),
        pageNote('09:11:00', 'ESPProgress_WhiteGlove_Failed', '', -2_147_023_436),
      ],
    });
    expect(diagnosis.failure).toMatchObject({ step: 'DeviceSetup.CertificatesSubcategory', code: '0x800705b4' });
    expect(diagnosis.technicianFlow.result?.value).toBe('failure');
  });

  test('an attestation that failed and then succeeded is no failure', async () => {
    const { diagnosis } = await answer({ autopilot: [failing('09:01:00', 171, 0x81039024), ['09:02:00', 169]] });
    expect(diagnosis.failure).toBeNull();
    expect(diagnosis.attestation).toMatchObject({ state: { value: 'succeeded' }, code: null });
  });

  test('an enrollment that failed is told by its event', async () => {
    const found = await answer({ autopilot: [failing('09:01:00', 180, 0x80180014)] });
    expect(found.diagnosis.failure).toMatchObject({
      step: 'DevicePreparation.MdmEnrollmentSubcategory',
      code: '0x80180014',
    });
    expect(ids(found)).toEqual(['enrollment.blocked']);
  });
});

describe('apps', () => {
  const failed = {
    DeviceSetup: {
      categoryState: 'failed',
      'DeviceSetup.AppsSubcategory': { subcategoryState: 'failed', subcategoryStatusText: 'Fallo' },
    },
  };

  test('that was installed and not detected is called so', async () => {
    const found = await answer({
      status: failed,
      apps: [
        { id: APP, name: 'Étiquettes 日本', state: 4, exitCode: 0, errorCode: 0x87d1041c - 2 ** 32, enforcement: 5000 },
      ],
    });
    expect(found.diagnosis.failedApp).toMatchObject({ name: 'Étiquettes 日本', code: '0x87d1041c', exitCode: 0 });
    expect(ids(found)).toEqual(['app.not-detected']);
  });

  test('that were running or never reached did not fail', async () => {
    const { diagnosis } = await answer({
      status: failed,
      apps: [
        { id: APP, state: 2 },
        { id: SECOND, state: 1 },
      ],
    });
    expect(diagnosis.apps.apps.map(({ outcome }) => outcome)).toEqual(['running', 'neverReached']);
    expect(diagnosis.failedApp).toBeNull();
  });

  test('an MSI package that failed is the app that failed', async () => {
    const { diagnosis } = await answer({
      registry: {
        'EnterpriseDesktopAppManagement\\S-0-0-00-0000000000-0000000000-000000000-000\\MSI\\{A}': {
          Status: 60,
          LastError: 0x80070652,
          ProductCode: '{A}',
        },
      },
    });
    expect(diagnosis.failedApp).toMatchObject({ kind: 'msi', id: '{A}', code: '0x80070652' });
  });

  test('whose list never came leave the page at “Identifying”', async () => {
    const { diagnosis } = await answer({
      registry: {
        'Windows\\Autopilot\\EnrollmentStatusTracking\\Device\\Setup\\Apps\\PolicyProviders\\Sidecar': {
          TrackingPoliciesCreated: 0,
        },
      },
    });
    expect(diagnosis.apps.isListed?.value).toBe(false);
  });
});

test('an agent that could not be installed is told by its provider', async () => {
  const { diagnosis } = await answer({
    registry: {
      'Windows\\Autopilot\\EnrollmentStatusTracking\\Device\\DevicePreparation\\PolicyProviders\\Sidecar': {
        InstallationState: 4,
        LastError: 0x87d30000,
      },
    },
    status: {
      DevicePreparation: {
        'DevicePreparation.EspProviderInstallationSubcategory': {
          subcategoryState: 'failed',
          subcategoryStatusText: 'Erreur',
        },
      },
    },
  });
  expect(diagnosis.failure).toMatchObject({ code: '0x87d30000', text: 'Erreur' });
});

test('the story of the agent is told in the time of the device', async () => {
  const line = `Updating ESP tracked install status from InProgress to Error for application ${APP}`;
  const { diagnosis } = await answer({
    agentLog:
      agentLine(`Get policies = [{"Id":"${APP}","Name":"Labels"}]`) +
      agentLine(line) +
      agentLine('Installation is timeout'),
  });
  expect(diagnosis.agentStory).toMatchObject({
    changes: [{ name: 'Labels', from: 'InProgress', to: 'Error', at: '2026-03-02T09:41:24.900' }],
    timeouts: 1,
    failedDownloads: 0,
  });
});

describe('the profile', () => {
  test.each([
    [
      [
        ['09:00:00', 161],
        ['09:01:00', 807],
      ],
      'notRegistered',
      ['profile.not-registered-event'],
    ],
    [
      [
        ['09:00:00', 164],
        ['09:01:00', 815],
      ],
      'noneAssigned',
      ['profile.none-event'],
    ],
    [
      [
        ['09:00:00', 164],
        ['09:01:00', 704],
      ],
      'empty',
      [],
    ],
    [[['09:00:00', 164]], 'noneReturned', []],
    [[['09:00:00', 165]], 'noInternet', []],
    [[['09:00:00', 100]], 'waiting', []],
    [
      [
        ['09:00:00', 165],
        ['09:01:00', 166],
        ['09:02:00', 161],
      ],
      'downloaded',
      [],
    ],
  ] as const)('%j is %s', async (autopilot, verdict, entries) => {
    const found = await answer({ autopilot });
    expect(found.diagnosis.profile.verdict?.value).toBe(verdict);
    const known = ids(found);
    if (entries.length > 0) expect(known[0]?.startsWith('profile.') || known[0]?.startsWith('import.')).toBe(true);
    else expect(known).toEqual([]);
  });

  test('without a name and with a tenant is that of an existing device', async () => {
    const { diagnosis } = await answer({
      registry: {
        'Provisioning\\Diagnostics\\AutoPilot': {
          CloudAssignedTenantId: TENANT.toUpperCase(),
          DeploymentProfileName: '',
        },
      },
    });
    expect(diagnosis.profile).toMatchObject({
      tenantId: { value: TENANT },
      isExistingDevice: { value: true },
      name: null,
    });
  });
});

test('a hybrid join that waited for its connector', async () => {
  const { diagnosis } = await answer({
    profile: { ...profile, CloudAssignedDomainJoinMethod: 1, HybridJoinSkipDCConnectivityCheck: 0 },
    mdm: [
      ['09:00:00', 72],
      ['09:01:00', 110, { HexInt1: hex32(1) }],
      ['09:26:00', 109, { HexInt1: hex32(3) }],
      ['09:27:00', 100, { HexInt1: hex32(5), HRESULT: hex32(0x80070774) }],
    ],
  });
  expect(diagnosis.profile.joinType?.value).toBe('hybrid');
  expect(diagnosis.domainJoin).toMatchObject({
    state: { value: 'timedOut', place: 'event 109' },
    noController: { value: '0x80070774' },
    skipsConnectivityCheck: { value: false },
    isBlobApplied: null,
  });
  expect(diagnosis.enrollment.isEnrolled?.value).toBe(true);
});

test('device preparation is recognised as another product', async () => {
  const { diagnosis } = await answer({
    registry: { 'Provisioning\\AutopilotSettings': { AutopilotDevicePrepHint: 1 } },
  });
  expect(diagnosis.product).toBe('devicePreparation');
});

test('a clock that is off, beyond what Windows allows', async () => {
  const clock = (client: string) =>
    answer({ autopilot: [['09:00:00', 753, { ServerTime: '2026-03-02T09:00:00Z', ClientTime: client }]] });
  expect((await clock('2026-03-02T08:54:00Z')).diagnosis.clock).toMatchObject({
    aheadSeconds: { value: -360 },
    isOff: true,
  });
  expect((await clock('2026-03-02T09:04:00Z')).diagnosis.clock).toMatchObject({
    aheadSeconds: { value: 240 },
    isOff: false,
  });
});

describe('a second tenant is a hard stop', () => {
  const enrolled = (tenant: string) => ({ 'Enrollments\\A': { ProviderID: 'MS DM Server', AADTenantID: tenant } });

  test('where the device is enrolled to another one than its profile is of', async () => {
    const { diagnosis } = await answer({
      profile,
      registry: enrolled(OTHER_TENANT),
      autopilot: [failing('09:01:00', 180, 0x80180014)],
    });
    expect(diagnosis.stop?.tenants.map(({ value }) => value)).toEqual([TENANT, OTHER_TENANT]);
    expect(diagnosis.causes).toEqual([]);
  });

  test('where Windows itself says that the tenants do not match', async () => {
    const { diagnosis } = await answer({
      profile,
      registry: { 'Provisioning\\Diagnostics\\Autopilot': { TenantMatched: 0 } },
    });
    expect(diagnosis.stop?.code).toBe('second-tenant');
  });

  test('and the same tenant in another case is none', async () => {
    expect((await answer({ profile, registry: enrolled(TENANT.toUpperCase()) })).diagnosis.stop).toBeNull();
  });
});
