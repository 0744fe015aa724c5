import { afterEach, describe, expect, test } from 'vitest';
import { startRegistrationRig, type RegistrationRig } from '../../rigs/registrationRig.ts';

let rig: RegistrationRig;
afterEach(async () => rig.close());

const PATH = '/deviceManagement/deviceEnrollmentConfigurations';
const ofTenant = () => ({ tenantId: rig.tenantId });
const deviceOf = async (id: string) => {
  const { device, esp } = await rig.ask('devices.get', { id });
  return { ...device, esp };
};
const refuse = (path: string) =>
  rig.graph.send('PUT', '/practice/faults', { faults: [{ path, effect: { kind: 'forbidden' } }] });

async function register(groupTags: readonly (string | null)[]): Promise<string[]> {
  const ids = rig.addDevices(groupTags.map((groupTag, index) => ({ serialNumber: `ESP${index}`, groupTag })));
  await rig.ask('registration.register', { deviceIds: ids });
  await rig.untilSettled(ids);
  return ids;
}

describe('the status pages of a tenant', () => {
  test('are never read before a person asks, and stay when nobody can be asked', async () => {
    rig = await startRegistrationRig();
    expect(await rig.ask('esp.list', ofTenant())).toEqual({
      readAt: null,
      isWhole: false,
      pages: [],
      flowMinutes: null,
    });
    const read = await rig.ask('esp.read', ofTenant());
    expect(read.pages.map(({ page }) => page.name)).toEqual([
      'ESP kiosk',
      'ESP hybrid without progress',
      'ESP workshop',
      'All users and all devices',
    ]);
    expect(read.pages[2]?.page).toMatchObject({
      priority: 3,
      timeoutMinutes: 90,
      blocksUse: true,
      failsForBlockingOnly: true,
      blockingApps: [{ name: 'Company Portal' }, { name: 'Depot agent' }],
      isDefault: false,
    });
    expect(read.pages[3]?.page).toMatchObject({ priority: 0, isDefault: true, showsProgress: false, blocksUse: false });
    await rig.graph.close();
    await rig.restart();
    expect(await rig.ask('esp.list', ofTenant())).toEqual(read);
  });

  test('a tenant that refuses their assignments still tells the rest', async () => {
    rig = await startRegistrationRig({
      faults: { faults: [{ path: PATH, count: 1, effect: { kind: 'badRequest' } }] },
    });
    const { pages } = await rig.ask('esp.read', ofTenant());
    expect(pages).toHaveLength(4);
    expect(pages.every(({ page }) => page.assignments === null)).toBe(true);
  });

  test('a tenant that refuses the names of apps tells the rest', async () => {
    rig = await startRegistrationRig();
    await refuse('/deviceAppManagement/*');
    const { pages } = await rig.ask('esp.read', ofTenant());
    expect(pages[2]?.page.blockingApps?.map(({ name }) => name)).toEqual([null, null]);
  });

  test('a tenant that refuses them says so, and what was read before stays', async () => {
    rig = await startRegistrationRig();
    await rig.ask('esp.read', ofTenant());
    await refuse(PATH);
    expect(await rig.dispatch('esp.read', ofTenant())).toMatchObject({ ok: false, error: { code: 'forbidden' } });
    expect((await rig.ask('esp.list', ofTenant())).pages).toHaveLength(4);
  });
});

describe('the page that a device gets', () => {
  test('is known once its groups are read; until then it is said what is not known', async () => {
    rig = await startRegistrationRig();
    const [kiosk = '', hybrid = '', plain = ''] = await register(['Kiosk', 'Hybrid', null]);
    expect((await deviceOf(kiosk)).esp.doubts).toEqual(['pagesNotRead']);
    await rig.ask('esp.read', ofTenant());
    expect((await deviceOf(kiosk)).esp.doubts).toEqual(['groupsNotRead']);
    const countsOf = async () => (await rig.ask('esp.list', ofTenant())).pages.map(({ get, mayGet }) => [get, mayGet]);
    expect(await countsOf()).toEqual([0, 1, 2, 3].map(() => [0, 3]));

    const { devices, unread } = await rig.ask('groups.readMembership', { deviceIds: [kiosk, hybrid, plain] });
    expect(unread).toEqual([]);
    expect(devices[0]?.groups.map(({ name }) => name).sort()).toEqual(['Autopilot Kiosk', 'Autopilot devices']);
    const nameOf = async (id: string) => (await deviceOf(id)).esp.pages.map(({ name }) => name);
    expect(await nameOf(kiosk)).toEqual(['ESP kiosk']);
    expect(await nameOf(hybrid)).toEqual(['ESP hybrid without progress']);
    expect(await nameOf(plain)).toEqual(['ESP workshop']);

    const { pages } = await rig.ask('esp.list', ofTenant());
    expect(await countsOf()).toEqual([
      [1, 0],
      [1, 0],
      [1, 0],
      [0, 0],
    ]);
    expect(pages[1]?.findings).toEqual([{ code: 'esp.offForPreProvisioning', devices: 1 }]);
  });

  test('is not known any more once the group tag is another', async () => {
    rig = await startRegistrationRig();
    const [id = ''] = await register(['Kiosk']);
    await rig.ask('esp.read', ofTenant());
    await rig.ask('groups.readMembership', { deviceIds: [id] });
    expect((await deviceOf(id)).esp.doubts).toEqual([]);
    const { ztdId } = await deviceOf(id);
    await rig.graph.post(`/practice/devices/${ztdId ?? ''}/portal-edit`, { groupTag: 'Hybrid' });
    await rig.ask('tracking.refresh', { ...ofTenant(), deviceIds: [id] });
    expect((await deviceOf(id)).esp.doubts).toEqual(['groupsNotRead']);
  });

  test('decides when a running flow is overdue; a time of the tenant does where it is not known', async () => {
    rig = await startRegistrationRig();
    const [id = ''] = await register([null]);
    const limit = async () => (await deviceOf(id)).flowLimit;
    expect(await limit()).toEqual({ minutes: 60, source: 'usual' });
    await rig.ask('esp.setFlowMinutes', { ...ofTenant(), flowMinutes: 120 });
    expect(await limit()).toEqual({ minutes: 120, source: 'tenant' });

    await rig.ask('bench.record', { deviceId: id, step: 'start', overrideReason: 'TPM checked by hand' });
    const begun = new Date(Date.now() - 100 * 60_000).toISOString();
    rig.withStore(({ database }) => database.prepare('UPDATE device SET bench_started_at = ?').run(begun));
    expect((await rig.ask('bench.needsLook', ofTenant())).devices).toBe(0);

    await rig.ask('esp.read', ofTenant());
    await rig.ask('groups.readMembership', { deviceIds: [id] });
    expect(await limit()).toEqual({ minutes: 90, source: 'esp' });
    expect((await rig.ask('bench.needsLook', ofTenant())).devices).toBe(1);
  });
});

describe('at the reseal', () => {
  test('it is asked whether the apps were seen where the ESP is known to be off, and only there', async () => {
    rig = await startRegistrationRig();
    const [hybrid = '', plain = ''] = await register(['Hybrid', null]);
    await rig.ask('esp.read', ofTenant());
    await rig.ask('groups.readMembership', { deviceIds: [hybrid, plain] });
    for (const deviceId of [hybrid, plain])
      await rig.ask('bench.record', { deviceId, step: 'success', startUnknown: true });

    await rig.ask('bench.record', { deviceId: plain, step: 'reseal' });
    expect(await rig.dispatch('bench.record', { deviceId: hybrid, step: 'reseal' })).toMatchObject({
      ok: false,
      error: { code: 'blocked' },
    });
    await rig.ask('bench.record', { deviceId: hybrid, step: 'reseal', appsSeen: false });
    const said = async (id: string) => (await rig.ask('devices.get', { id })).timeline.map(({ sentence }) => sentence);
    expect(await said(plain)).toContain('The device was resealed.');
    expect(await said(hybrid)).toContain(
      'The device was resealed. The ESP is off, and nobody saw whether its apps were there.',
    );
  });
});

describe('the groups of a device', () => {
  test('a tenant that refuses them has all the rest, and a device that Entra does not know is named', async () => {
    rig = await startRegistrationRig();
    const [id = ''] = await register(['Kiosk']);
    const [fresh = ''] = rig.addDevices([{ serialNumber: 'FRESH' }]);
    expect(await rig.ask('groups.readMembership', { deviceIds: [fresh] })).toMatchObject({
      devices: [],
      unread: [{ serialNumber: 'FRESH', sentence: expect.stringContaining('register it') as string }],
    });
    await refuse('/devices');
    const refused = await rig.dispatch('groups.readMembership', { deviceIds: [id] });
    expect(refused).toMatchObject({ ok: true, value: { devices: [], unread: [{ deviceId: id }] } });
    expect((await rig.ask('esp.read', ofTenant())).pages).toHaveLength(4);
  });
});
