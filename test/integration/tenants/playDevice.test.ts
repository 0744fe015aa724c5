import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createBackend, type Backend } from '../../../src/main/backend.ts';
import type { DeviceView } from '../../../src/shared/devices/deviceView.ts';
import { readScan } from '../../../src/shared/scans/readScan.ts';
import { ask } from '../../rigs/askBackend.ts';
import { temporaryFolder, testPorts } from '../../rigs/testPorts.ts';

let folder: ReturnType<typeof temporaryFolder>;
let backend: Backend;
let tenantId: string;

beforeEach(async () => {
  folder = temporaryFolder();
  backend = createBackend(testPorts(folder.path, { runsOutbox: true }));
  ({ id: tenantId } = await ask(backend, 'tenants.addPractice', { speed: 5_000 }));
});
afterEach(async () => {
  await backend.close();
  folder.remove();
});

const queue = async (): Promise<readonly DeviceView[]> => (await ask(backend, 'devices.list', { tenantId })).devices;

describe('sample devices', () => {
  test('come into the queue under every profile, and into boxes that the queue does not know', async () => {
    const first = await ask(backend, 'tenants.addSamples', { id: tenantId });
    expect(first).toEqual({ added: 12, known: 0, boxes: 3 });
    const devices = await queue();
    expect(new Set(devices.map(({ groupTag }) => groupTag))).toEqual(new Set([null, 'Hybrid', 'UserDriven', 'Kiosk']));
    expect(devices.every(({ hasHardwareHash }) => hasHardwareHash)).toBe(true);
    const { devices: boxes } = await ask(backend, 'tenants.sealedBoxes', { id: tenantId });
    expect(boxes.map(({ serialNumber }) => serialNumber)).toEqual(['5CGPO76221', '5CGPO76222', '5CGPO76223']);
  });

  test('brought in a second time are the same, and say so', async () => {
    await ask(backend, 'tenants.addSamples', { id: tenantId });
    expect(await ask(backend, 'tenants.addSamples', { id: tenantId })).toEqual({ added: 0, known: 12, boxes: 3 });
    expect(await queue()).toHaveLength(12);
    expect((await ask(backend, 'tenants.sealedBoxes', { id: tenantId })).devices).toHaveLength(3);
  });

  test('are not for a tenant with real devices', async () => {
    const { id } = await ask(backend, 'tenants.add', {
      name: 'Contoso',
      directoryId: 'contoso.onmicrosoft.com',
      clientId: crypto.randomUUID(),
    });
    expect(await backend.dispatch('tenants.addSamples', { id })).toMatchObject({
      ok: false,
      error: {
        code: 'unsupported',
        message: 'Contoso has real devices; pretend devices are for the practice tenant.',
      },
    });
  });
});

describe('a pretend device', () => {
  /** A sealed box is registered already: no import to wait for. */
  async function boxWithProfile(): Promise<string> {
    await ask(backend, 'tenants.addSamples', { id: tenantId });
    const [box] = (await ask(backend, 'tenants.sealedBoxes', { id: tenantId })).devices;
    const ztdId = box?.ztdId ?? '';
    await expect.poll(async () => (await play(ztdId, 'windowsKey')).page, { timeout: 20_000 }).toBe('landing');
    return ztdId;
  }

  const play = (ztdId: string, step: 'windowsKey' | 'signIn') =>
    ask(backend, 'tenants.playDevice', { id: tenantId, ztdId, step });
  const finish = (ztdId: string, result: 'success' | 'failure', errorCode?: string) =>
    ask(backend, 'tenants.playDevice', {
      id: tenantId,
      ztdId,
      step: 'finish',
      result,
      elapsedMs: 1_500_000,
      ...(errorCode === undefined ? {} : { errorCode }),
    });

  test('shows its organisation, its profile, and the code that a scanner reads as this device', async () => {
    const ztdId = await boxWithProfile();
    const screen = await play(ztdId, 'windowsKey');
    expect(screen).toMatchObject({
      page: 'landing',
      device: { serialNumber: '5CGPO76221', organization: 'Contoso Practice' },
      profile: 'Pre-provision · Entra join',
    });
    if (screen.page !== 'landing') throw new Error('No landing page.');
    expect(readScan(screen.code.text)).toMatchObject({ kind: 'autopilot', ztdId, serialNumber: '5CGPO76221' });
    expect(screen.code.bars.length).toBeGreaterThan(100);
  });

  test('turns green with the time it took, and is then not enrolled a second time', async () => {
    const ztdId = await boxWithProfile();
    const green = await finish(ztdId, 'success');
    if (green.page !== 'green') throw new Error('Not green.');
    expect(readScan(green.code.text)).toMatchObject({
      kind: 'autopilot-result',
      result: 'success',
      elapsedMs: 1_500_000,
    });
    expect(await finish(ztdId, 'success')).toMatchObject({
      page: 'red',
      errorCode: '0x80180014',
      refusal: 'The device has enrolled before: delete its Intune device, or unblock it for the next enrollment.',
    });
  });

  test('turns red with the chosen code', async () => {
    const ztdId = await boxWithProfile();
    const red = await finish(ztdId, 'failure', '0x800705b4');
    expect(red).toMatchObject({ page: 'red', errorCode: '0x800705b4', refusal: null });
    if (red.page !== 'red' || red.code === null) throw new Error('Not red.');
    expect(readScan(red.code.text)).toMatchObject({ kind: 'autopilot-result', result: 'failure' });
  });

  test('is shipped green, and its user signs in', async () => {
    const ztdId = await boxWithProfile();
    await finish(ztdId, 'success');
    expect(await play(ztdId, 'signIn')).toEqual({ page: 'desktop', user: null, isShared: false });
  });

  test('that failed lets nobody sign in', async () => {
    const ztdId = await boxWithProfile();
    await finish(ztdId, 'failure');
    const outcome = await backend.dispatch('tenants.playDevice', { id: tenantId, ztdId, step: 'signIn' });
    expect(outcome).toMatchObject({ ok: false, error: { code: 'blocked' } });
  });

  /** One of the sample devices, registered and with its profile. */
  async function sampleWithProfile(groupTag: string): Promise<string> {
    await ask(backend, 'tenants.addSamples', { id: tenantId });
    const sample = (await queue()).find((device) => device.groupTag === groupTag);
    const deviceId = sample?.id ?? '';
    await ask(backend, 'registration.register', { deviceIds: [deviceId] });
    await expect
      .poll(async () => (await ask(backend, 'devices.get', { id: deviceId })).device.profile, { timeout: 30_000 })
      .toBe('assigned');
    return (await ask(backend, 'devices.get', { id: deviceId })).device.ztdId ?? '';
  }

  test('for a kiosk deploys by itself, and shows a failure without a code to scan', async () => {
    const ztdId = await sampleWithProfile('Kiosk');
    expect(await play(ztdId, 'windowsKey')).toMatchObject({ page: 'landing', mode: 'selfDeploying' });
    expect(await finish(ztdId, 'failure', '0x800705b4')).toMatchObject({
      page: 'red',
      errorCode: '0x800705b4',
      code: null,
    });
    expect(await finish(ztdId, 'success')).toMatchObject({ page: 'red', errorCode: '0x80180014' });
  });

  test('for a kiosk ends at the sign-on screen of Windows', async () => {
    const ztdId = await sampleWithProfile('Kiosk');
    expect(await finish(ztdId, 'success')).toEqual({ page: 'signOn', elapsedMs: 1_500_000 });
    expect(await play(ztdId, 'signIn')).toMatchObject({ page: 'desktop', isShared: true });
  });

  test('for a user is set up by that user, from the first page to the desktop', async () => {
    const ztdId = await sampleWithProfile('UserDriven');
    expect(await play(ztdId, 'windowsKey')).toMatchObject({ page: 'landing', mode: 'userDriven' });
    const screen = await play(ztdId, 'signIn');
    expect(screen).toMatchObject({ page: 'desktop', isShared: false });
    await ask(backend, 'tracking.refresh', { tenantId });
    const device = (await queue()).find((one) => one.ztdId === ztdId);
    expect(device).toMatchObject({ enrollment: 'enrolled', nextStep: { code: 'done' } });
  });

  test('that the practice tenant does not hold is refused with what to do', async () => {
    const outcome = await backend.dispatch('tenants.playDevice', {
      id: tenantId,
      ztdId: crypto.randomUUID(),
      step: 'windowsKey',
    });
    expect(outcome).toMatchObject({
      ok: false,
      error: { code: 'not-found', remedy: 'Register the device, and wait until it is listed.' },
    });
  });
});
