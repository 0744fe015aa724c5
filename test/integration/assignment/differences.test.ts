import fc from 'fast-check';
import { afterEach, describe, expect, test } from 'vitest';
import type { OutputOf } from '../../../src/shared/api/contract.ts';
import { serials, startRegistrationRig, type RegistrationRig } from '../../rigs/registrationRig.ts';

let rig: RegistrationRig;
afterEach(async () => rig.close());

type Detail = OutputOf<'devices.get'>;

async function registered(count: number, change: { readonly groupTag?: string } = {}): Promise<string[]> {
  const deviceIds = rig.addDevices(serials(count).map((serialNumber) => ({ serialNumber, ...change })));
  await rig.ask('registration.register', { deviceIds });
  expect((await rig.untilSettled(deviceIds)).counts.assigned).toBe(count);
  await untilNothingWaits();
  return deviceIds;
}

async function untilNothingWaits(): Promise<void> {
  await rig.until(async () => {
    const { jobs } = await rig.ask('jobs.status', {});
    expect(jobs).toMatchObject({ waiting: 0, leased: 0, retrying: 0 });
  });
}

const detailOf = (id: string): Promise<Detail> => rig.ask('devices.get', { id });
const sentencesOf = ({ timeline }: Detail) => timeline.map(({ sentence }) => sentence);

interface Edit {
  readonly groupTag?: string;
  readonly userPrincipalName?: string;
  readonly displayName?: string;
}

async function editInPortal(deviceId: string, edit: Edit): Promise<void> {
  const { device } = await detailOf(deviceId);
  const { status } = await rig.graph.post(`/practice/devices/${device.ztdId ?? ''}/portal-edit`, edit);
  expect(status).toBe(200);
}

const refresh = (deviceIds: readonly string[]) =>
  rig.ask('tracking.refresh', { tenantId: rig.tenantId, deviceIds: [...deviceIds] });

async function atMicrosoft(deviceId: string): Promise<Readonly<Record<string, unknown>>> {
  const { device } = await detailOf(deviceId);
  const path = `/beta/deviceManagement/windowsAutopilotDeviceIdentities/${device.ztdId ?? ''}`;
  return (await rig.graph.get(path)).body;
}

const differing = async (): Promise<number> =>
  (await rig.ask('devices.list', { tenantId: rig.tenantId, differsFromMicrosoft: true })).matching;

describe('a change in the portal', () => {
  test('is noticed, told and shown with both values, whichever property it is, set or cleared', async () => {
    rig = await startRegistrationRig();
    const [deviceId = ''] = await registered(1, { groupTag: 'SALES-1' });
    await editInPortal(deviceId, {
      groupTag: 'SALES-2',
      userPrincipalName: 'grace.hopper@contoso-practice.example',
      displayName: 'PORTAL-1',
    });
    const before = (await detailOf(deviceId)).device.properties.groupTag;
    expect(before).toMatchObject({ state: 'same', microsoft: 'SALES-1' });
    await refresh([deviceId]);
    const detail = await detailOf(deviceId);
    expect(detail.device).toMatchObject({
      groupTag: 'SALES-2',
      assignedUser: 'grace.hopper@contoso-practice.example',
      deviceName: 'PORTAL-1',
      properties: {
        groupTag: { state: 'differs', wish: 'SALES-1', microsoft: 'SALES-2' },
        assignedUser: { state: 'differs', wish: null },
        deviceName: { state: 'differs', wish: null, microsoft: 'PORTAL-1' },
      },
    });
    const { groupTag } = detail.device.properties;
    expect(groupTag.changedElsewhereAt).not.toBeNull();
    expect(groupTag.readAt).toBe(detail.microsoftReadAt);
    expect(sentencesOf(detail)).toContain('Somebody changed the group tag in Intune to “SALES-2”.');
    expect(await differing()).toBe(1);

    await editInPortal(deviceId, { groupTag: '' });
    await refresh([deviceId]);
    expect((await detailOf(deviceId)).device).toMatchObject({
      groupTag: null,
      properties: { groupTag: { state: 'differs', microsoft: null } },
    });
  });

  test('to a tag that is longer than ours may be passes through as it came, and is taken', async () => {
    rig = await startRegistrationRig();
    const [deviceId = ''] = await registered(1, { groupTag: 'SALES-1' });
    const long = 'x'.repeat(300);
    await editInPortal(deviceId, { groupTag: long });
    await refresh([deviceId]);
    expect(await rig.ask('assignment.takeTheirs', { deviceIds: [deviceId] })).toEqual({ taken: 1 });
    const detail = await detailOf(deviceId);
    expect(detail.device.properties.groupTag).toMatchObject({ state: 'same', wish: long, microsoft: long });
    expect(detail.timeline[0]).toMatchObject({ from: 'SALES-1', to: long });
  });

  test('that came while ours waited is not overruled unseen; trying again overrules it', async () => {
    rig = await startRegistrationRig();
    const [deviceId = ''] = await registered(1, { groupTag: 'SALES-1' });
    await rig.ask('jobs.pause', { paused: true });
    await rig.ask('assignment.setGroupTag', { deviceIds: [deviceId], groupTag: 'OURS' });
    expect((await detailOf(deviceId)).device).toMatchObject({
      groupTag: 'SALES-1',
      properties: { groupTag: { state: 'onItsWay', wish: 'OURS', onItsWay: { value: 'OURS', isSent: false } } },
    });
    await editInPortal(deviceId, { groupTag: 'THEIRS' });
    await rig.ask('jobs.pause', { paused: false });
    await untilNothingWaits();
    expect((await detailOf(deviceId)).device.properties.groupTag).toMatchObject({
      state: 'differs',
      wish: 'OURS',
      microsoft: 'THEIRS',
      reason: { code: 'assignment.changedElsewhere' },
    });
    expect(await atMicrosoft(deviceId)).toMatchObject({ groupTag: 'THEIRS' });

    await rig.ask('assignment.sendOurs', { deviceIds: [deviceId] });
    await untilNothingWaits();
    const detail = await detailOf(deviceId);
    expect(detail.device.properties.groupTag).toMatchObject({ state: 'same', microsoft: 'OURS', reason: null });
    expect(sentencesOf(detail)).toContain('Somebody changed the group tag in Intune to “THEIRS”.');
  });

  test('is seen by the list alone, set or cleared', async () => {
    rig = await startRegistrationRig();
    const [set = '', cleared = ''] = await registered(3, { groupTag: 'SALES-1' });
    await editInPortal(set, { groupTag: 'SALES-2' });
    await editInPortal(cleared, { groupTag: '' });
    await rig.ask('tracking.refresh', { tenantId: rig.tenantId, depth: 'list' });
    expect((await detailOf(set)).device.groupTag).toBe('SALES-2');
    expect((await detailOf(cleared)).device.groupTag).toBeNull();
    expect(await differing()).toBe(2);
  });
});

describe('several devices that differ', () => {
  test('are looked at, taken for one property and overruled for another, in bulk', async () => {
    rig = await startRegistrationRig();
    const deviceIds = await registered(4, { groupTag: 'SALES-1' });
    const [first = '', second = ''] = deviceIds;
    await rig.ask('assignment.rename', { deviceIds, pattern: '%SERIAL%' });
    await untilNothingWaits();
    for (const id of [first, second]) await editInPortal(id, { groupTag: 'SALES-2', displayName: '' });
    await refresh(deviceIds);
    const look = await rig.ask('assignment.differences', { deviceIds });
    expect(look).toMatchObject({
      devices: 2,
      counts: [
        { field: 'groupTag', devices: 2, withoutTheirs: 0, withoutOurs: 0 },
        { field: 'deviceName', devices: 2, withoutTheirs: 2, withoutOurs: 0 },
      ],
    });
    expect(look.examples).toHaveLength(4);
    expect(await rig.ask('assignment.takeTheirs', { deviceIds, fields: ['groupTag'] })).toEqual({ taken: 2 });
    expect(await differing()).toBe(2);
    expect(await rig.ask('assignment.sendOurs', { deviceIds })).toEqual({ queued: 2, refused: [] });
    await untilNothingWaits();
    expect(await differing()).toBe(0);
    expect(await atMicrosoft(first)).toMatchObject({ groupTag: 'SALES-2', displayName: 'FBK00001' });
    expect((await rig.ask('assignment.differences', { deviceIds })).devices).toBe(0);
  });
});

const UPDATE = '/deviceManagement/windowsAutopilotDeviceIdentities/*/updateDeviceProperties';

/** Lets everything that waits go, and nothing more afterwards. */
async function sendAll(): Promise<void> {
  await rig.ask('jobs.pause', { paused: false });
  await untilNothingWaits();
  await rig.ask('jobs.pause', { paused: true });
}

type Step = { readonly type: 'wish' | 'portal'; readonly tag: string } | { readonly type: (typeof acts)[number] };

const acts = ['send', 'refuse', 'refresh', 'take', 'sendOurs'] as const;

const tags = fc.constantFrom('', 'A', 'a', 'B', 'C');
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ type: fc.constantFrom('wish' as const, 'portal' as const), tag: tags }),
  fc.record({ type: fc.constantFrom(...acts) }),
);

test('whatever happens in whatever order, no value is lost unseen and the state is right', async () => {
  rig = await startRegistrationRig();
  const RUNS = 8;
  const fresh = await registered(RUNS, { groupTag: 'A' });
  await rig.ask('jobs.pause', { paused: true });
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 7 }), async (steps) => {
      const deviceId = fresh.pop();
      if (deviceId === undefined) return;
      const deviceIds = [deviceId];
      const tagOf = async () => {
        const tag = (await atMicrosoft(deviceId))['groupTag'];
        return typeof tag === 'string' ? tag : '';
      };
      let wish = 'A';
      /** What an administrator set last. */
      let portal: string | null = null;
      for (const one of steps) {
        const before = await detailOf(deviceId);
        const held = before.device.properties.groupTag;
        switch (one.type) {
          case 'wish':
            wish = one.tag;
            await rig.ask('assignment.setGroupTag', { deviceIds, groupTag: one.tag });
            break;
          case 'portal':
            portal = one.tag;
            await editInPortal(deviceId, { groupTag: one.tag });
            break;
          case 'refuse':
            rig.graph.tenant.setFaults({ faults: [{ effect: { kind: 'badRequest' }, path: UPDATE }] });
            await sendAll();
            rig.graph.tenant.setFaults({ faults: [] });
            break;
          case 'send':
            await sendAll();
            break;
          case 'refresh':
            await refresh(deviceIds);
            break;
          case 'take':
            if (held.state === 'differs' || held.state === 'refused') wish = held.microsoft ?? '';
            await rig.ask('assignment.takeTheirs', { deviceIds });
            break;
          case 'sendOurs':
            await rig.ask('assignment.sendOurs', { deviceIds });
            break;
        }
        const { device, timeline } = await detailOf(deviceId);
        const { groupTag } = device.properties;
        // What a person entered stands there until it is true, or until they gave it up.
        expect(groupTag.wish ?? '').toBe(wish);
        expect(device.groupTag).toBe(groupTag.microsoft);
        expect(groupTag.state === 'same').toBe(groupTag.onItsWay === null && (groupTag.microsoft ?? '') === wish);
        const isListed = (
          await rig.ask('devices.list', {
            tenantId: rig.tenantId,
            search: before.device.serialNumber ?? '',
            differsFromMicrosoft: true,
          })
        ).matching;
        expect(isListed).toBe(groupTag.state === 'differs' || groupTag.state === 'refused' ? 1 : 0);
        // What was read is what Microsoft holds then.
        const isJustRead = one.type === 'refresh' || (one.type === 'send' && held.onItsWay !== null);
        if (isJustRead) expect(groupTag.microsoft ?? '').toBe(await tagOf());
        if (one.type === 'refuse') expect(groupTag.onItsWay).toBeNull();
        // What somebody else set is there still, or stands in the history, or was never another value than known ones.
        if (portal !== null && (await tagOf()) !== portal) {
          const told = timeline.flatMap(({ from, to }) => [from ?? '', to ?? '']);
          expect(['', 'A', wish, ...told]).toContain(portal);
        }
      }
      await sendAll();
    }),
    { numRuns: RUNS },
  );
}, 110_000);
