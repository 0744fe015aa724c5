import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Backend } from '../../../src/main/backend.ts';
import type { ChecklistView } from '../../../src/shared/checklists/checklist.ts';
import { ask } from '../../rigs/askBackend.ts';
import { otherTenantId, offlineQueue, type OfflineQueue } from '../../rigs/offlineQueue.ts';

let workshop: OfflineQueue;
let backend: Backend;

beforeEach(() => {
  workshop = offlineQueue();
  ({ backend } = workshop);
});
afterEach(() => workshop.close());

const templateId = 'pre-provisioning-entra';
const start = (deviceId: string) => ask(backend, 'checklists.start', { deviceId, templateId });
const read = (id: string) => ask(backend, 'checklists.get', { id });
const bench = (
  deviceId: string,
  step: 'start' | 'success' | 'failure' | 'reseal' | 'ship' | 'userFlowDone',
  again = false,
) => ask(backend, 'bench.record', { deviceId, step, again, acceptsLoss: again });
const stateOf = ({ items }: ChecklistView, id: string) => items.find((item) => item.id === id)?.state;
const tickedBy = ({ items }: ChecklistView, by: string) =>
  items.filter((item) => item.by === by).map((item) => item.id);

/** Ticks by hand what nothing else ticks. */
async function tickTheRest(id: string): Promise<ChecklistView> {
  const { items } = await read(id);
  for (const { id: itemId, scope, need, state } of items) {
    if (scope === 'device' && need === 'required' && state === 'open')
      await ask(backend, 'checklists.mark', { id, itemId, state: 'done' });
  }
  return read(id);
}

describe('the checklists that ship with Reseal', () => {
  test('have the technician flow of seventeen steps where there is pre-provisioning, and none where there is not', async () => {
    const { templates } = await ask(backend, 'checklists.templates', {});
    const technicianFlow = (id: string) =>
      templates.find((template) => template.id === id)?.blocks.find((block) => block.id === 'T')?.items.length;
    expect(technicianFlow('pre-provisioning-entra')).toBe(17);
    expect(technicianFlow('pre-provisioning-hybrid')).toBe(17);
    expect(technicianFlow('user-driven-entra')).toBeUndefined();
  });
});

describe('a checklist of a device', () => {
  test('starts with what the device proves already, and names the next step', async () => {
    const checklist = await start(workshop.addDevice());
    expect(tickedBy(checklist, 'Reseal')).toEqual(['A11', 'A12', 'A13b', 'A20', 'T1']);
    expect(checklist).toMatchObject({ serialNumber: '5CG1234567', nextItemId: 'A10', completedAt: null });
  });

  test('follows the bench: start, result, reseal and shipping tick their items with their time', async () => {
    const deviceId = workshop.addDevice();
    const { id } = await start(deviceId);
    await bench(deviceId, 'start');
    expect(stateOf(await read(id), 'T11')).toBe('done');
    expect(stateOf(await read(id), 'T14')).toBe('open');
    workshop.passMinutes(30);
    await bench(deviceId, 'success');
    expect((await read(id)).items.find((item) => item.id === 'T14')).toMatchObject({
      state: 'done',
      by: 'Reseal',
      at: '2026-11-22T12:30:00.000Z',
    });
    expect(stateOf(await read(id), 'T16')).toBe('open');
    await bench(deviceId, 'reseal');
    await bench(deviceId, 'ship');
    const shipped = await read(id);
    expect(['T12', 'T13', 'T16', 'T17'].map((item) => stateOf(shipped, item))).toEqual(Array(4).fill('done'));
    await ask(backend, 'bench.undo', { deviceId });
    expect(stateOf(await read(id), 'T17')).toBe('open');
  });

  test('keeps what a person marks, with initials and note, and tells it in the history when it is opened again', async () => {
    await ask(backend, 'settings.write', { technicianInitials: 'JB' });
    const { id } = await start(workshop.addDevice());
    const marked = await ask(backend, 'checklists.mark', { id, itemId: 'T7', state: 'failed', note: 'Fabrikam!' });
    expect(marked.items.find((item) => item.id === 'T7')).toMatchObject({
      state: 'failed',
      note: 'Fabrikam!',
      by: 'JB',
      at: '2026-11-22T12:00:00.000Z',
    });
    expect(stateOf(await ask(backend, 'checklists.mark', { id, itemId: 'T7', state: 'open' }), 'T7')).toBe('open');
    const { timeline } = await ask(backend, 'devices.get', { id: marked.deviceId });
    expect(timeline.slice(0, 2).map(({ sentence, source }) => `${source}: ${sentence}`)).toEqual([
      expect.stringMatching(/^JB: T7 .* – open again, after “failed: Fabrikam!”$/),
      expect.stringMatching(/^JB: T7 .* – failed: Fabrikam!$/),
    ]);
  });

  test('lets a required step be skipped only with a reason', async () => {
    const { id } = await start(workshop.addDevice());
    expect(await backend.dispatch('checklists.mark', { id, itemId: 'T5', state: 'skipped' })).toMatchObject({
      error: { code: 'invalid-input', fields: [{ field: 'note' }] },
    });
    const skipped = { id, itemId: 'T5', state: 'skipped' as const, note: 'Provisioned by script' };
    expect(stateOf(await ask(backend, 'checklists.mark', skipped), 'T5')).toBe('skipped');
    expect(stateOf(await ask(backend, 'checklists.mark', { id, itemId: 'T4', state: 'skipped' }), 'T4')).toBe(
      'skipped',
    );
  });

  test('holds every step behind a gate that is not settled, until it is skipped with a reason or passed at the bench', async () => {
    const deviceId = workshop.addDevice({ isVirtualMachine: true });
    const { id } = await start(deviceId);
    const tick = (itemId: string) => backend.dispatch('checklists.mark', { id, itemId, state: 'done' });
    expect(await tick('A18')).toMatchObject({ ok: true });
    expect(await tick('T5')).toMatchObject({
      error: { code: 'conflict', message: expect.stringMatching(/^T1 comes first: /) as string },
    });
    await ask(backend, 'checklists.mark', { id, itemId: 'T1', state: 'skipped', note: 'A trial on a virtual machine' });
    expect(await tick('T5')).toMatchObject({ ok: true });

    const other = workshop.addDevice({ serialNumber: 'OTHER', isVirtualMachine: true });
    const sheet = await start(other);
    await ask(backend, 'bench.record', { deviceId: other, step: 'start', overrideReason: 'A trial' });
    await ask(backend, 'checklists.mark', { id: sheet.id, itemId: 'T5', state: 'done' });
  });

  test('is worded for the Windows of the newest hash, for what a person says, and for both while neither tells', async () => {
    const { id } = await start(workshop.addDevice());
    const hintsOf = ({ items }: ChecklistView) => items.find((item) => item.id === 'T6')?.hints;
    expect(hintsOf(await read(id))).toHaveLength(2);
    const chosen = await ask(backend, 'checklists.setOptions', { id, options: { windows: '11' } });
    expect(chosen.options.windows).toBe('11');
    expect(hintsOf(chosen)).toEqual(['Pre-provision with Windows Autopilot, then Next.']);
    await ask(backend, 'checklists.setOptions', { id, options: { network: 'cable' } });
    expect(hintsOf(await read(id))).toHaveLength(1);
  });

  test('is the one that the device’s scenario asks for', async () => {
    const proposal = async (device: Parameters<OfflineQueue['addDevice']>[0]) =>
      (await ask(backend, 'checklists.proposal', { deviceId: workshop.addDevice(device) })).templateId;
    expect(await proposal({ serialNumber: 'P1' })).toBe('pre-provisioning-entra');
    expect(await proposal({ serialNumber: 'P2', profileJoin: 'hybrid' })).toBe('pre-provisioning-hybrid');
    expect(await proposal({ serialNumber: 'P3', profileUsage: 'shared' })).toBe('self-deploying');
    expect(await proposal({ serialNumber: 'P4', chosenScenario: 'existingDevice' })).toBe('existing-devices');
    expect(await proposal({ serialNumber: 'P5', chosenScenario: 'devicePreparation' })).toBe('device-preparation');
  });

  test('that is about no technician flow goes on while one begins', async () => {
    const deviceId = workshop.addDevice();
    const { id } = await ask(backend, 'checklists.start', { deviceId, templateId: 'deregister-by-it' });
    await bench(deviceId, 'start');
    await bench(deviceId, 'failure');
    workshop.passMinutes(10);
    await bench(deviceId, 'start');
    expect((await read(id)).endedAt).toBeNull();
  });

  test('ticks what the device’s facts show, and opens again when they are withdrawn', async () => {
    const deviceId = workshop.addDevice({ heldUser: 'ada@contoso.com', microsoftReadAt: '2026-11-22T11:00:00.000Z' });
    const { id } = await ask(backend, 'checklists.start', { deviceId, templateId: 'deregister-by-it' });
    expect(stateOf(await read(id), 'D3')).toBe('open');
    workshop.changeDevice(deviceId, { heldUser: null });
    expect(stateOf(await read(id), 'D3')).toBe('done');
    workshop.changeDevice(deviceId, { heldUser: 'grace@contoso.com' });
    expect(stateOf(await read(id), 'D3')).toBe('open');
  });

  test('of a customer needs no device: it is read, ticked and printed for the tenant, and shared steps count in every list', async () => {
    const tenantId = otherTenantId;
    const ofTenant = async (id: string) =>
      (await ask(backend, 'checklists.ofTenant', { tenantId })).checklists.find((one) => one.templateId === id);
    expect(await ofTenant('consent-partner')).toMatchObject({ isWhole: true, done: 0, required: 4, nextItemId: 'CC1' });
    const mark = (itemId: string, templateId = 'consent-partner') =>
      backend.dispatch('checklists.markForTenant', { tenantId, templateId, itemId, state: 'done' });
    expect(await mark('CC1')).toMatchObject({ ok: true });
    expect(await ofTenant('consent-partner')).toMatchObject({ done: 1, nextItemId: 'CC2' });
    expect(await mark('A1', 'self-deploying')).toMatchObject({ ok: true });
    expect((await ofTenant('pre-provisioning-entra'))?.items.find(({ id }) => id === 'A1')?.state).toBe('done');
    expect(await mark('T1', 'self-deploying')).toMatchObject({ error: { code: 'not-found' } });
    const { base64 } = await ask(backend, 'checklists.tenantDocument', {
      tenantId,
      templateId: 'consent-partner',
      format: 'json',
    });
    expect(JSON.parse(Buffer.from(base64, 'base64').toString('utf8'))).toMatchObject({
      code: null,
      done: 1,
      required: 4,
    });
    expect(
      await backend.dispatch('checklists.start', { deviceId: workshop.addDevice(), templateId: 'consent-partner' }),
    ).toMatchObject({ error: { code: 'invalid-input' } });
  });

  test('shares the tenant’s steps with every other device of the tenant, and with no other tenant', async () => {
    const first = await start(workshop.addDevice());
    const second = await start(workshop.addDevice({ serialNumber: 'SECOND' }));
    const foreign = await start(workshop.addDevice({ serialNumber: 'FOREIGN', tenantId: otherTenantId }));
    await ask(backend, 'checklists.mark', { id: first.id, itemId: 'A1', state: 'done' });
    expect(stateOf(await read(second.id), 'A1')).toBe('done');
    expect(stateOf(await read(foreign.id), 'A1')).toBe('open');
    await ask(backend, 'checklists.mark', { id: second.id, itemId: 'A1', state: 'open' });
    expect(stateOf(await read(first.id), 'A1')).toBe('open');
    const { entries } = await ask(backend, 'audit.list', {});
    expect(entries.filter(({ action }) => action === 'checklists.mark')).toHaveLength(2);
  });

  test('is started once, and stays as it was when a new technician flow begins a new one', async () => {
    const deviceId = workshop.addDevice();
    const first = await start(deviceId);
    expect((await start(deviceId)).id).toBe(first.id);
    await bench(deviceId, 'start');
    workshop.passMinutes(30);
    for (const step of ['success', 'reseal', 'ship'] as const) await bench(deviceId, step);
    workshop.passMinutes(120);
    await bench(deviceId, 'userFlowDone');
    const finished = await tickTheRest(first.id);
    expect(finished).toMatchObject({ nextItemId: null, completedAt: '2026-11-22T14:30:00.000Z', endedAt: null });
    expect((await start(deviceId)).id).toBe(first.id);

    workshop.passMinutes(60);
    await bench(deviceId, 'start', true);
    const second = await start(deviceId);
    expect(second.id).not.toBe(first.id);
    expect(stateOf(second, 'T16')).toBe('open');
    const kept = await read(first.id);
    expect(kept).toMatchObject({ completedAt: '2026-11-22T14:30:00.000Z', done: finished.done });
    expect(kept.items).toEqual(finished.items);
  });

  test('that is not finished ends with its technician flow as well: the next run inherits no tick of it', async () => {
    const deviceId = workshop.addDevice();
    const first = await start(deviceId);
    await ask(backend, 'checklists.mark', { id: first.id, itemId: 'A10', state: 'done', note: 'Label is on' });
    await bench(deviceId, 'start');
    await ask(backend, 'checklists.mark', { id: first.id, itemId: 'T7', state: 'done' });
    workshop.passMinutes(30);
    await bench(deviceId, 'failure');
    expect((await start(deviceId)).id).toBe(first.id);
    workshop.passMinutes(10);
    await bench(deviceId, 'start');

    const second = await start(deviceId);
    expect(second.id).not.toBe(first.id);
    expect(['T7', 'T11', 'T14'].map((item) => stateOf(second, item))).toEqual(['open', 'done', 'open']);
    // What was done for the registration holds after a reset too.
    expect(second.items.find(({ id }) => id === 'A10')).toMatchObject({ state: 'done', note: 'Label is on' });
    const ended = await read(first.id);
    expect(ended.endedAt).toBe('2026-11-22T12:40:00.000Z');
    expect(['T7', 'T11', 'T16'].map((item) => stateOf(ended, item))).toEqual(['done', 'done', 'open']);
    expect(await backend.dispatch('checklists.mark', { id: first.id, itemId: 'T8', state: 'done' })).toMatchObject({
      error: { code: 'conflict' },
    });
    expect((await ask(backend, 'checklists.list', { deviceId, open: true })).checklists.map(({ id }) => id)).toEqual([
      second.id,
    ]);
    await bench(deviceId, 'success');
    expect(stateOf(await read(first.id), 'T14')).toBe(stateOf(ended, 'T14'));
  });

  test('goes on where it stood when the start of the new technician flow is taken back', async () => {
    const deviceId = workshop.addDevice();
    const first = await start(deviceId);
    await bench(deviceId, 'start');
    workshop.passMinutes(30);
    await bench(deviceId, 'success');
    await ask(backend, 'checklists.mark', { id: first.id, itemId: 'T7', state: 'done' });
    const before = await read(first.id);
    workshop.passMinutes(10);
    await bench(deviceId, 'start', true);
    const second = await start(deviceId);
    await ask(backend, 'checklists.mark', { id: second.id, itemId: 'T8', state: 'done' });
    await ask(backend, 'bench.undo', { deviceId });

    const again = await start(deviceId);
    expect(again).toMatchObject({ id: first.id, endedAt: null });
    expect(stateOf(again, 'T8')).toBe('done');
    expect(again.items.filter(({ id }) => id !== 'T8')).toEqual(before.items.filter(({ id }) => id !== 'T8'));
    await ask(backend, 'bench.undo', { deviceId });
    expect(stateOf(await read(first.id), 'T14')).toBe('open');
  });

  test('begun after a failure is the sheet of the run that follows', async () => {
    const deviceId = workshop.addDevice();
    await bench(deviceId, 'start');
    workshop.passMinutes(30);
    await bench(deviceId, 'failure');
    workshop.passMinutes(10);
    const { id } = await start(deviceId);
    workshop.passMinutes(10);
    await bench(deviceId, 'start');
    expect((await start(deviceId)).id).toBe(id);
  });

  test('is found by tenant, device and batch, open or finished', async () => {
    const deviceId = workshop.addDevice();
    const { id } = await start(deviceId);
    await start(workshop.addDevice({ serialNumber: 'FOREIGN', tenantId: otherTenantId }));
    const found = (filter: object) => ask(backend, 'checklists.list', filter);
    expect((await found({})).total).toBe(2);
    expect(await found({ deviceId })).toMatchObject({ total: 1, checklists: [{ id }] });
    expect((await found({ tenantId: otherTenantId })).total).toBe(1);
    expect((await found({ open: true })).total).toBe(2);
    expect((await found({ open: false })).total).toBe(0);
    expect((await found({ limit: 1 })).checklists).toHaveLength(1);
    await ask(backend, 'devices.takeOff', { ids: [deviceId] });
    expect((await found({})).total).toBe(1);
  });

  test('says which checklists there are when asked for another', async () => {
    const deviceId = workshop.addDevice();
    expect(await backend.dispatch('checklists.start', { deviceId, templateId: 'moon-landing' })).toMatchObject({
      error: { code: 'not-found', remedy: expect.stringContaining('pre-provisioning-entra') as string },
    });
    const { id } = await start(deviceId);
    expect(await backend.dispatch('checklists.mark', { id, itemId: 'Z9', state: 'done' })).toMatchObject({
      error: { code: 'not-found' },
    });
  });
});
