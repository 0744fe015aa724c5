import { afterEach, describe, expect, test } from 'vitest';
import { startRegistrationRig, type RegistrationRig } from '../../rigs/registrationRig.ts';

let rig: RegistrationRig;
afterEach(async () => rig.close());

const ofTenant = () => ({ tenantId: rig.tenantId });
const change = (body: object) => rig.graph.post('/practice/preparation-policy', body);

async function findings(): Promise<readonly string[]> {
  const { policies } = await rig.ask('preparation.read', ofTenant());
  return policies.flatMap(({ findings: found }) => found.map(({ code }) => code));
}

describe('device preparation of a tenant', () => {
  test('is never read before a person asks; one that is set up right has nothing to find, and stays when nobody can be asked', async () => {
    rig = await startRegistrationRig();
    expect(await rig.ask('preparation.list', ofTenant())).toEqual({ readAt: null, isWhole: false, policies: [] });
    const read = await rig.ask('preparation.read', ofTenant());
    expect(read).toMatchObject({
      isWhole: true,
      policies: [
        {
          findings: [],
          policy: {
            name: 'Device preparation · user-driven',
            kind: 'userDriven',
            priority: 1,
            settings: {
              join: 'Microsoft Entra joined',
              accountType: 'standard user',
              minutes: 60,
              errorMessage: 'Ask the depot for help.',
              allowsSkip: false,
              allowsDiagnostics: true,
            },
            deviceGroup: { name: 'Device preparation · devices', isSecurity: true, isDynamic: false, hasOwner: true },
            apps: [
              { name: 'Company Portal', type: '#microsoft.graph.winGetApp', runAs: 'system' },
              { name: 'Depot agent' },
              { name: 'Microsoft 365 Apps' },
            ],
            scripts: [{ name: 'Set the time zone', runAs: 'system' }],
            unread: [],
          },
        },
      ],
    });
    await rig.graph.close();
    await rig.restart();
    expect(await rig.ask('preparation.list', ofTenant())).toEqual(read);
  });

  test('a device-preparation tenant with a missing group owner is found', async () => {
    rig = await startRegistrationRig();
    await change({ hasGroupOwner: false });
    expect(await findings()).toEqual(['preparation.ownerMissing']);
    // Told by Intune itself, in the other shape.
    await change({ validates: true });
    expect(await findings()).toEqual(['preparation.ownerMissing']);
    await change({ hasGroupOwner: true });
    expect(await findings()).toEqual([]);
  });

  test.each([
    [{ hasDeviceGroup: false }, ['preparation.noDeviceGroup']],
    [{ groupKind: 'dynamic' }, ['preparation.groupDynamic']],
    [{ groupKind: 'roleAssignable' }, ['preparation.groupRoleAssignable']],
    [{ isAssigned: false }, ['preparation.notAssigned']],
    [{ minutes: 5 }, ['preparation.minutesOutOfRange']],
    [
      { reachesDevices: false },
      [
        'preparation.appNotRequired',
        'preparation.appNotRequired',
        'preparation.appNotRequired',
        'preparation.scriptNotAssigned',
      ],
    ],
  ])('%j is found', async (wrong, codes) => {
    rig = await startRegistrationRig();
    await change(wrong);
    expect(await findings()).toEqual(codes);
  });

  test.each([
    ['/deviceManagement/configurationPolicies/*/retrieve*', 'badRequest', ['deviceGroup']],
    ['/groups/*/owners', 'forbidden', ['groupOwner']],
    ['/groups/*', 'forbidden', ['groupRules', 'groupOwner']],
    ['/deviceAppManagement/*', 'forbidden', ['apps']],
    ['/deviceManagement/deviceManagementScripts/*', 'forbidden', ['scripts']],
  ] as const)('what is refused of %s is not known, and all the rest is there', async (path, kind, parts) => {
    rig = await startRegistrationRig();
    await rig.graph.send('PUT', '/practice/faults', { faults: [{ path, effect: { kind } }] });
    const { policies } = await rig.ask('preparation.read', ofTenant());
    const [{ policy, findings: found } = { policy: null, findings: [] }] = policies;
    expect(policy?.unread.map(({ part }) => part).sort()).toEqual([...parts].sort());
    expect(found.map(({ code }) => code)).toEqual(parts.map(() => 'preparation.notRead'));
    expect(policy?.settings?.minutes).toBe(60);
  });

  test('a tenant that refuses the filter is looked through as a whole', async () => {
    const path = '/deviceManagement/configurationPolicies';
    rig = await startRegistrationRig({ faults: { faults: [{ path, count: 1, effect: { kind: 'badRequest' } }] } });
    expect((await rig.ask('preparation.read', ofTenant())).policies).toHaveLength(1);
  });

  test('a tenant that refuses the policies says which permission is missing, and has all else', async () => {
    rig = await startRegistrationRig();
    const path = '/deviceManagement/configurationPolicies*';
    await rig.graph.send('PUT', '/practice/faults', { faults: [{ path, effect: { kind: 'forbidden' } }] });
    expect(await rig.dispatch('preparation.read', ofTenant())).toMatchObject({
      ok: false,
      error: {
        code: 'forbidden',
        message: expect.stringContaining('DeviceManagementConfiguration.Read.All') as unknown,
      },
    });
    expect((await rig.ask('profiles.read', ofTenant())).profiles).toHaveLength(4);
    const { checks } = await rig.ask('directory.checkPermissions', { id: rig.tenantId });
    expect(checks.find(({ purpose }) => purpose === 'checkPreparation')).toMatchObject({ state: 'refused' });
    expect(checks.find(({ purpose }) => purpose === 'seeGroups')).toMatchObject({ state: 'works' });
  });
});

describe('the report of device preparation', () => {
  const IDENTIFIERS = '/beta/deviceManagement/importedDeviceIdentities';

  /** Plays users who sign in on such devices. */
  async function prepare(devices: readonly { readonly serialNumber: string; readonly errorCode?: string }[]) {
    const model = { manufacturer: 'Fabrikam', model: 'Slate 13' };
    await rig.graph.post(`${IDENTIFIERS}/importDeviceIdentityList`, {
      importedDeviceIdentities: devices.map(({ serialNumber }) => ({
        importedDeviceIdentifier: `Fabrikam,Slate 13,${serialNumber}`,
        importedDeviceIdentityType: 'manufacturerModelSerial',
      })),
    });
    for (const device of devices) {
      const result = device.errorCode === undefined ? 'success' : 'failure';
      await rig.graph.post('/practice/device-preparation', { ...model, ...device, result });
    }
  }

  test('is ordered, fetched and kept, with numbers as they came', async () => {
    rig = await startRegistrationRig();
    expect(await rig.ask('preparation.report', ofTenant())).toMatchObject({ readAt: null, devices: [] });
    await prepare([{ serialNumber: 'OK1' }, { serialNumber: 'LATE1', errorCode: '0x800705b4' }]);
    expect(await rig.ask('preparation.readReport', ofTenant())).toEqual({ rows: 2 });
    const report = await rig.ask('preparation.report', ofTenant());
    expect(report).toMatchObject({
      isWhole: true,
      matching: 2,
      states: [
        { state: '2', count: 1 },
        { state: '3', count: 1 },
      ],
      devices: [
        { serialNumber: 'LATE1', status: '3', resultCode: '-2147023436', durationSeconds: 1260 },
        {
          serialNumber: 'OK1',
          status: '2',
          resultCode: '0',
          userPrincipalName: expect.stringContaining('@') as unknown,
        },
      ],
    });
    expect(report.devices[0]?.enrolledAt).toMatch(/^\d{4}-\d\d-\d\dT.*Z$/);
    expect((await rig.ask('preparation.report', { ...ofTenant(), search: 'late' })).matching).toBe(1);
    // The address of the file is a key to it.
    expect(JSON.stringify(rig.log.lines)).not.toContain('/reports/');
  });

  test('a tenant that refuses it says so, and what was read before stays', async () => {
    rig = await startRegistrationRig();
    await prepare([{ serialNumber: 'OK1' }]);
    await rig.ask('preparation.readReport', ofTenant());
    const path = '/deviceManagement/reports/*';
    await rig.graph.send('PUT', '/practice/faults', { faults: [{ path, effect: { kind: 'forbidden' } }] });
    expect(await rig.dispatch('preparation.readReport', ofTenant())).toMatchObject({
      ok: false,
      error: { code: 'forbidden' },
    });
    expect((await rig.ask('preparation.report', ofTenant())).matching).toBe(1);
  });
});
