import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { InputOf, OutputOf } from '../../../src/shared/api/contract.ts';
import { ask } from '../../rigs/askBackend.ts';
import { offlineQueue, otherTenantId, type OfflineQueue } from '../../rigs/offlineQueue.ts';
import { tenantId } from '../../rigs/seedStore.ts';

let queue: OfflineQueue;
beforeEach(() => {
  queue = offlineQueue();
});
afterEach(async () => queue.close());

const base64 = (text: string, encoding: BufferEncoding = 'utf8'): string =>
  Buffer.from(text, encoding).toString('base64');
const compare = (text: string, encoding?: BufferEncoding): Promise<OutputOf<'assignment.compareList'>> =>
  ask(queue.backend, 'assignment.compareList', { tenantId, base64: base64(text, encoding) });
const apply = (
  text: string,
  choice: Pick<InputOf<'assignment.applyList'>, 'overwrite' | 'leaveOut'> = {},
): Promise<OutputOf<'assignment.applyList'>> =>
  ask(queue.backend, 'assignment.applyList', { tenantId, base64: base64(text), ...choice });
const propertiesOf = async (id: string) => (await ask(queue.backend, 'devices.get', { id })).device.properties;

describe('what a list would change', () => {
  test('is told line by line, spared lines first, and the counts add up to the lines', async () => {
    queue.addDevice({ serialNumber: '5CG4122BHX', assignedUser: 'alan@contoso.example' });
    queue.addDevice({ serialNumber: '5CG4122BJ0', groupTag: null });
    queue.addDevice({ serialNumber: '5CG4122BJ7', assignedUser: 'ada@contoso.example' });
    queue.addDevice({ serialNumber: '8C6TN1Q', registration: 'removing' });
    queue.addDevice({ serialNumber: 'PFX80Q1B', tenantId: otherTenantId });
    const { counts, lines, fields } = await compare(
      [
        'Serial number,Assigned user',
        '5CG4122BHX,grace@contoso.example',
        '5cg4122bj0,hedy@contoso.example',
        '5CG4122BJ7,ADA@contoso.example',
        '8C6TN1Q,hedy@contoso.example',
        'PFX80Q1B,hedy@contoso.example',
        'NOBODY1,hedy@contoso.example',
        'NOBODY2,no address',
      ].join('\r\n'),
    );
    expect(fields).toEqual(['assignedUser']);
    expect(counts).toEqual({ spared: 1, notPossible: 1, add: 1, change: 0, same: 1, notInQueue: 3 });
    expect(lines.map(({ line, effect }) => [line, effect])).toEqual([
      [2, 'spared'],
      [5, 'notPossible'],
      [3, 'add'],
      [4, 'same'],
      [6, 'notInQueue'],
      [7, 'notInQueue'],
      [8, 'notInQueue'],
    ]);
    expect(lines[0]).toMatchObject({
      values: [
        { field: 'assignedUser', before: 'alan@contoso.example', after: 'grace@contoso.example', isOthers: true },
      ],
      issues: [{ code: 'list.otherValue', message: 'another user' }],
    });
    expect(lines[1]?.issues).toMatchObject([{ code: 'assignment.isRemoving' }]);
    expect(lines[4]?.issues).toMatchObject([{ code: 'list.otherTenant', message: 'It belongs to Fabrikam.' }]);
  });

  test('is refused by field where a value cannot be', async () => {
    queue.addDevice({ serialNumber: 'A1001' });
    queue.addDevice({ serialNumber: 'A1002' });
    const { lines } = await compare('Serial\tUPN\tDevice name\nA1001\tnobody\t\nA1002\t\tABCDEFGHIJKLMNOPQ');
    expect(lines).toMatchObject([
      { line: 2, effect: 'notPossible', issues: [{ field: 'assignedUser', code: 'userPrincipalName.shape' }] },
      { line: 3, effect: 'notPossible', issues: [{ field: 'deviceName', code: 'deviceName.length' }] },
    ]);
  });

  test('guesses none of several devices with one serial number', async () => {
    queue.addDevice({ serialNumber: 'TWIN1', manufacturer: 'Dell' });
    queue.addDevice({ serialNumber: 'TWIN1', manufacturer: 'HP' });
    const { lines } = await compare('Serial,Group tag\nTWIN1,Sales');
    expect(lines).toMatchObject([{ effect: 'notPossible', deviceId: null, issues: [{ code: 'list.several' }] }]);
  });

  test('names the other line where two contradict each other, or give one name', async () => {
    queue.addDevice({ serialNumber: 'A1001' });
    queue.addDevice({ serialNumber: 'A1002' });
    const { lines } = await compare('Serial,Computer name\nA1001,PC-1\nA1001,PC-2\nA1001,PC-1\nA1002,pc-1');
    expect(lines.map(({ line, effect, issues }) => [line, effect, issues[0]?.code])).toEqual([
      [3, 'notPossible', 'list.contradiction'],
      [5, 'notPossible', 'list.sameName'],
      [2, 'add', undefined],
      [4, 'same', 'list.alike'],
    ]);
  });

  test.each([
    [
      'pasted from a spreadsheet without headings',
      '0012345678\tada@contoso.example\n0012345679\tjean@contoso.example',
      'utf8',
    ],
    [
      'semicolons',
      'sep=;\nSeriennummer;Benutzer\n0012345678;ada@contoso.example\n0012345679;jean@contoso.example',
      'utf8',
    ],
    ['UTF-16', '\uFEFFSerial,User\n0012345678,ada@contoso.example\n0012345679,jean@contoso.example', 'utf16le'],
    [
      'quotes',
      '"Serial number","Assigned user"\n"0012345678","ada@contoso.example"\n"0012345679","jean@contoso.example"',
      'utf8',
    ],
  ] as const)('reads a list with %s', async (_, text, encoding) => {
    queue.addDevice({ serialNumber: '0012345678', assignedUser: null });
    queue.addDevice({ serialNumber: '0012345679', assignedUser: null });
    const { counts, fields } = await compare(text, encoding);
    expect(fields).toEqual(['assignedUser']);
    expect(counts).toMatchObject({ add: 2 });
  });

  test('of serial numbers alone is nothing, and says which devices they are', async () => {
    const id = queue.addDevice({ serialNumber: 'A1001' });
    const { lines } = await compare('A1001\nA1001\nA1009');
    expect(lines).toMatchObject([
      { effect: 'same', deviceId: id, issues: [{ code: 'list.nothingToChange' }] },
      { effect: 'same', deviceId: id, issues: [{ code: 'list.alike' }] },
      { effect: 'notInQueue' },
    ]);
  });

  test('says which columns it does not use', async () => {
    queue.addDevice({ serialNumber: 'A1001' });
    const { issues } = await compare('Serial,Group tag,Cost centre\nA1001,Sales,4711');
    expect(issues).toMatchObject([{ code: 'list.unusedColumns' }]);
    expect(issues[0]?.message).toContain('Cost centre');
  });

  test.each([
    ['', 'The list is empty.'],
    ['{"serial":"A1001"}', 'No column of this list holds serial numbers.'],
    ['hello there\nwho are you', 'No column of this list holds serial numbers.'],
  ])('%j is no list', async (text, message) => {
    await expect(compare(text)).rejects.toMatchObject({ message: expect.stringContaining(message) as string });
  });
});

describe('applying a list', () => {
  test('gives 40 devices their 40 users in one act, and leaves what came from others', async () => {
    const ids = Array.from({ length: 40 }, (_, index) =>
      queue.addDevice({ serialNumber: `FBK${1000 + index}`, assignedUser: index < 3 ? 'alan@contoso.example' : null }),
    );
    const text = ids.map((_, index) => `FBK${1000 + index}\tuser${index}@contoso.example`).join('\n');
    const applied = await apply(text);
    expect(applied).toMatchObject({ changed: 37, spared: 3, leftOut: 0, notPossible: 0, same: 0, notInQueue: 0 });
    expect((await propertiesOf(ids[39] ?? '')).assignedUser.wish).toBe('user39@contoso.example');
    expect((await propertiesOf(ids[0] ?? '')).assignedUser.wish).toBe('alan@contoso.example');
  });

  test('overwrites only the lines that are ticked, and only what was shown', async () => {
    const one = queue.addDevice({ serialNumber: 'A1001', groupTag: 'Warehouse' });
    const other = queue.addDevice({ serialNumber: 'A1002', groupTag: 'Lobby' });
    const applied = await apply('Serial,Group tag\nA1001,Sales\nA1002,Sales', {
      overwrite: [
        { line: 2, before: ['Warehouse'] },
        { line: 3, before: ['what stood there a while ago'] },
      ],
    });
    expect(applied).toMatchObject({ changed: 1, spared: 1 });
    expect((await propertiesOf(one)).groupTag.wish).toBe('Sales');
    expect((await propertiesOf(other)).groupTag.wish).toBe('Lobby');
  });

  test('leaves out what a person does not want', async () => {
    queue.addDevice({ serialNumber: 'A1001', groupTag: null });
    queue.addDevice({ serialNumber: 'A1002', groupTag: null });
    expect(await apply('Serial,Group tag\nA1001,Sales\nA1002,Sales', { leaveOut: [3] })).toMatchObject({
      changed: 1,
      leftOut: 1,
    });
  });

  test('replaces one’s own entry, and spares that of a colleague', async () => {
    await ask(queue.backend, 'settings.write', { technicianInitials: 'JB' });
    const id = queue.addDevice({ serialNumber: 'A1001', groupTag: null });
    await ask(queue.backend, 'assignment.setGroupTag', { deviceIds: [id], groupTag: 'Sales' });
    expect((await compare('Serial,Group tag\nA1001,Lobby')).lines).toMatchObject([
      { effect: 'change', issues: [{ code: 'list.ownEntry' }] },
    ]);
    await ask(queue.backend, 'settings.write', { technicianInitials: 'GH' });
    expect((await compare('Serial,Group tag\nA1001,Lobby')).counts).toMatchObject({ spared: 1, change: 0 });
  });

  test('sends what Microsoft holds otherwise, keeps the purchase order here, and stands in the audit log', async () => {
    const id = queue.addDevice({
      serialNumber: 'A1001',
      registration: 'registered',
      ztdId: '6d8d8a5e-0000-4000-8000-000000000001',
      groupTag: null,
    });
    await apply('Serial,Group tag,Purchase order\nA1001,Sales,PO-77');
    const { jobs } = await ask(queue.backend, 'jobs.list', {});
    expect(jobs.map(({ act }) => act.code)).toEqual(['assignment.setGroupTag']);
    expect((await propertiesOf(id)).purchaseOrder.wish).toBe('PO-77');
    const { entries } = await ask(queue.backend, 'audit.list', {});
    expect(entries.map(({ sentence }) => sentence)).toContain('Changed 1 device by a list.');
  });
});

describe('taking an act back', () => {
  test('gives each device its earlier value, and cancels what was not sent', async () => {
    const registered = queue.addDevice({
      serialNumber: 'A1001',
      registration: 'registered',
      ztdId: '6d8d8a5e-0000-4000-8000-000000000001',
      assignedUser: null,
    });
    const fresh = queue.addDevice({
      serialNumber: 'A1002',
      registration: 'none',
      assignedUser: 'alan@contoso.example',
    });
    await ask(queue.backend, 'jobs.pause', { paused: true });
    const { actId } = await ask(queue.backend, 'assignment.assignUser', {
      deviceIds: [registered, fresh],
      userPrincipalName: 'ada@contoso.example',
    });
    expect(await ask(queue.backend, 'assignment.takeBack', { actId })).toEqual({ takenBack: 2, sent: 0, changed: 0 });
    expect((await propertiesOf(registered)).assignedUser).toMatchObject({ wish: null, onItsWay: null });
    expect((await propertiesOf(fresh)).assignedUser.wish).toBe('alan@contoso.example');
    expect((await ask(queue.backend, 'jobs.status', {})).jobs).toMatchObject({ waiting: 0, cancelled: 1 });
    expect(await ask(queue.backend, 'assignment.takeBack', { actId })).toEqual({ takenBack: 0, sent: 0, changed: 0 });
  });

  test('sends the earlier entry again where that had not been sent either', async () => {
    const id = queue.addDevice({
      serialNumber: 'A1001',
      registration: 'registered',
      ztdId: '6d8d8a5e-0000-4000-8000-000000000001',
      groupTag: null,
    });
    await ask(queue.backend, 'jobs.pause', { paused: true });
    await ask(queue.backend, 'assignment.setGroupTag', { deviceIds: [id], groupTag: 'Sales' });
    const { actId } = await ask(queue.backend, 'assignment.setGroupTag', { deviceIds: [id], groupTag: 'Lobby' });
    await ask(queue.backend, 'assignment.takeBack', { actId });
    expect((await propertiesOf(id)).groupTag).toMatchObject({
      wish: 'Sales',
      onItsWay: { value: 'Sales', isSent: false },
    });
  });

  test('leaves what somebody has entered anew since', async () => {
    const id = queue.addDevice({ serialNumber: 'A1001', groupTag: null });
    const { actId } = await ask(queue.backend, 'assignment.setGroupTag', { deviceIds: [id], groupTag: 'Sales' });
    await ask(queue.backend, 'assignment.setGroupTag', { deviceIds: [id], groupTag: 'Lobby' });
    expect(await ask(queue.backend, 'assignment.takeBack', { actId })).toMatchObject({ takenBack: 0 });
    expect((await propertiesOf(id)).groupTag.wish).toBe('Lobby');
  });
});

describe('an entry for many devices', () => {
  test('spares those for which another value stands, and counts them', async () => {
    const withOther = queue.addDevice({ serialNumber: 'A1001', assignedUser: 'alan@contoso.example' });
    const without = queue.addDevice({ serialNumber: 'A1002', assignedUser: null });
    const same = queue.addDevice({ serialNumber: 'A1003', assignedUser: 'Ada@contoso.example' });
    const deviceIds = [withOther, without, same];
    expect(
      await ask(queue.backend, 'assignment.others', { deviceIds, field: 'assignedUser', value: 'ada@contoso.example' }),
    ).toEqual({ devices: 1, examples: [{ serialNumber: 'A1001', value: 'alan@contoso.example' }] });
    expect(
      await ask(queue.backend, 'assignment.assignUser', {
        deviceIds,
        userPrincipalName: 'ada@contoso.example',
        overwrites: false,
      }),
    ).toMatchObject({ queued: 2, spared: 1 });
    expect((await propertiesOf(withOther)).assignedUser.wish).toBe('alan@contoso.example');
  });
});
