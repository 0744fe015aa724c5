import { afterEach, describe, expect, test } from 'vitest';
import { rowsOf } from '../../rigs/practiceGraph.ts';
import { startRegistrationRig, type RegistrationRig } from '../../rigs/registrationRig.ts';

let rig: RegistrationRig;
afterEach(async () => rig.close());

const PATH = '/deviceManagement/windowsAutopilotDeploymentProfiles';
const PROFILES = `/beta${PATH}`;
const ofTenant = () => ({ tenantId: rig.tenantId });
const KIOSK = 'Kiosk self-deploying';

describe('the profiles of a tenant', () => {
  test('are never read before a person asks, and stay when nobody can be asked', async () => {
    rig = await startRegistrationRig();
    expect(await rig.ask('profiles.list', ofTenant())).toEqual({ readAt: null, isWhole: false, profiles: [] });
    const read = await rig.ask('profiles.read', ofTenant());
    expect(read).toMatchObject({ isWhole: true });
    expect(read.profiles.map(({ profile }) => profile.name)).toEqual([
      'Pre-provision · Entra join',
      KIOSK,
      'User-driven no pre-provisioning',
      'Hybrid pre-provision',
    ]);
    expect(read.profiles[1]).toMatchObject({
      profile: { join: 'entra', usage: 'shared', allowsPreProvisioning: false, deviceType: 'windowsPc' },
      reach: 'group',
    });
    await rig.graph.close();
    await rig.restart();
    expect(await rig.ask('profiles.list', ofTenant())).toEqual(read);
  });

  test('are counted in the queue, by what devices have and expect', async () => {
    rig = await startRegistrationRig();
    const ids = rig.addDevices(
      Array.from({ length: 200 }, (_, index) => ({
        serialNumber: `TAG${index}`,
        groupTag: index < 120 ? 'Kiosk' : 'Office',
      })),
    );
    const rule = { groupTag: 'Kiosk', profileName: KIOSK, scenario: 'preProvisioned', joinType: null } as const;
    await rig.ask('scenarios.setRule', { ...ofTenant(), ...rule });
    await rig.ask('devices.expectProfile', { ids: ids.slice(190), profileName: KIOSK });
    const { profiles } = await rig.ask('profiles.read', ofTenant());
    const kiosk = profiles.find(({ profile }) => profile.name === KIOSK);
    expect(kiosk).toMatchObject({ have: 0, expect: 130 });
    expect(kiosk?.findings).toContainEqual({ code: 'profiles.preProvisioningOff', devices: 120 });
  });

  test('two that share a group are in conflict, and the older one wins', async () => {
    rig = await startRegistrationRig();
    const rows = rowsOf(await rig.graph.get(`${PROFILES}?$expand=assignments`));
    const [, kiosk, userDriven] = rows.map(({ id }) => String(id));
    const [assignment] = rowsOf(await rig.graph.get(`${PROFILES}/${kiosk ?? ''}/assignments`));
    await rig.graph.post(`${PROFILES}/${userDriven ?? ''}/assignments`, { target: assignment?.['target'] });
    const { profiles } = await rig.ask('profiles.read', ofTenant());
    const codes = (name: string) =>
      profiles.find(({ profile }) => profile.name === name)?.findings.map(({ code }) => code) ?? [];
    expect(codes(KIOSK)).toContain('profiles.winsConflict');
    expect(codes('User-driven no pre-provisioning')).toContain('profiles.losesConflict');
  });

  test('a tenant that refuses their assignments still tells the rest', async () => {
    const faults = [{ path: PATH, count: 1, effect: { kind: 'badRequest' as const } }];
    rig = await startRegistrationRig({ faults: { faults } });
    const { profiles } = await rig.ask('profiles.read', ofTenant());
    expect(profiles).toHaveLength(4);
    expect(profiles.every(({ profile, reach }) => profile.assignments === null && reach === 'unknown')).toBe(true);
  });

  test('a tenant that refuses them says so, and what was read before stays', async () => {
    rig = await startRegistrationRig();
    await rig.ask('profiles.read', ofTenant());
    await rig.graph.send('PUT', '/practice/faults', {
      faults: [{ path: PATH, effect: { kind: 'forbidden' } }],
    });
    expect(await rig.dispatch('profiles.read', ofTenant())).toMatchObject({ ok: false, error: { code: 'forbidden' } });
    expect((await rig.ask('profiles.list', ofTenant())).profiles).toHaveLength(4);
    const [id = ''] = rig.addDevices([{ serialNumber: 'STILL1' }]);
    await rig.ask('registration.register', { deviceIds: [id] });
    expect((await rig.untilSettled([id])).counts.assigned).toBe(1);
  });
});
