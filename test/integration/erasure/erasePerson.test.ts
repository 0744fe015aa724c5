import { afterEach, expect, test } from 'vitest';
import { DOMAIN } from '../../../src/main/practice-tenant/directory.ts';
import { readPdf } from '../../rigs/readPdf.ts';
import { serials, startRegistrationRig, type RegistrationRig } from '../../rigs/registrationRig.ts';
import { columnsWith, filesWith } from '../../rigs/scanQueue.ts';

let rig: RegistrationRig;
afterEach(async () => rig.close());

const address = `ada.lovelace@${DOMAIN}`;
const name = 'Ada Lovelace';
const traces = [address, name];

/** A registered device of a person, who stands in as many places as people do. */
async function usedDevice(): Promise<string> {
  const [id = ''] = rig.addDevices(serials(1, 'USED').map((serialNumber) => ({ serialNumber })));
  await rig.ask('registration.register', { deviceIds: [id] });
  await rig.untilSettled([id]);
  await rig.ask('assignment.assignUser', { deviceIds: [id], userPrincipalName: address, displayName: name });
  await rig.until(async () => {
    const { jobs } = await rig.ask('jobs.status', { tenantId: rig.tenantId });
    expect(jobs.waiting + jobs.leased + jobs.retrying).toBe(0);
  });
  await rig.ask('tracking.refresh', { tenantId: rig.tenantId, deviceIds: [id] });
  await rig.ask('devices.note', { id, note: `For ${name} (${address.toUpperCase()}), second floor` });
  const { id: checklistId, items } = await rig.ask('checklists.start', { deviceId: id, templateId: await template() });
  const item = items.find(({ scope }) => scope !== 'tenant');
  await rig.ask('checklists.mark', {
    id: checklistId,
    itemId: item?.id ?? '',
    state: 'skipped',
    note: `Ask ${address}`,
  });
  return id;
}

async function template(): Promise<string> {
  const { templates } = await rig.ask('checklists.templates', {});
  return templates[0]?.id ?? '';
}

test('an erased person stands in no column of the database, no file but the backups, and does not come back', async () => {
  rig = await startRegistrationRig();
  const id = await usedDevice();
  await keepImport(`Device Serial Number,Windows Product ID,Hardware Hash,Group Tag,Assigned User\nX1,,,,${address}\n`);
  await rig.ask('settings.write', { labName: `Lab of ${address}` });
  const log = Buffer.from(`signed in as ${address}`);
  const attached = await rig.ask('attachments.add', { deviceId: id, name: `${name}.log`, sizeBytes: log.length });
  await rig.ask('attachments.append', { id: attached.id, base64: log.toString('base64') });
  expect(rig.withStore((store) => columnsWith(store, traces)).length).toBeGreaterThan(5);

  const plan = await rig.ask('erasure.planPerson', { address });
  expect(plan.refusal).toBeNull();
  expect(plan.places).toContainEqual({ what: 'devices of this user', count: 1 });
  expect(plan.places).toContainEqual({ what: 'unfinished imports, which are discarded', count: 1 });
  const { receipt, document } = await rig.ask('erasure.person', { address, confirmedAddress: address.toUpperCase() });

  expect(rig.withStore((store) => columnsWith(store, traces))).toEqual([]);
  expect(filesWith(rig.dataFolder, traces)).toEqual([]);
  expect(JSON.stringify(receipt)).not.toMatch(/lovelace/i);
  expect(readPdf(Buffer.from(document.base64, 'base64')).pages).toBe(1);

  const { timeline, device } = await rig.ask('devices.get', { id });
  expect(device).toMatchObject({ assignedUser: null, assignedUserName: null });
  expect(timeline.map(({ sentence }) => sentence)).toContain('For (erased) (a person who was erased), second floor');
  expect(timeline.map(({ sentence }) => sentence)).toContain('1 file was removed together with the user.');
  expect((await rig.ask('attachments.list', { deviceId: id })).attachments).toEqual([]);
  const { entries } = await rig.ask('audit.list', {});
  expect(entries.map(({ sentence }) => sentence)).toContain('Chose a person who was erased as the user of 1 device.');
  expect(entries[0]?.sentence).toBe('Erased a person who was erased.');
  expect(await rig.ask('audit.verify', { head: receipt.auditHead })).toMatchObject({ isWhole: true });

  await rig.graph.post(`/practice/devices/${device.ztdId ?? ''}/portal-edit`, { userPrincipalName: address });
  await rig.ask('tracking.refresh', { tenantId: rig.tenantId, deviceIds: [id] });
  await rig.ask('tracking.readEvents', { tenantId: rig.tenantId });
  expect(rig.withStore((store) => columnsWith(store, traces))).toEqual([]);

  await rig.ask('assignment.assignUser', { deviceIds: [id], userPrincipalName: `grace.hopper@${DOMAIN}` });
  expect((await rig.ask('devices.get', { id })).device.userErasedAt).toBeNull();
});

test('is refused while a change for the person is on its way, and where the address is not repeated', async () => {
  rig = await startRegistrationRig();
  const id = await usedDevice();
  await rig.ask('jobs.pause', { paused: true });
  await rig.ask('assignment.assignUser', { deviceIds: [id], userPrincipalName: `grace.hopper@${DOMAIN}` });
  const grace = `grace.hopper@${DOMAIN}`;
  expect((await rig.ask('erasure.planPerson', { address: grace })).refusal).toEqual({
    reason: 'A change for this person is on its way to Microsoft.',
    remedy: 'Wait until it is done, or cancel it in Activity, then erase.',
  });
  expect(await rig.dispatch('erasure.person', { address: grace, confirmedAddress: grace })).toMatchObject({
    ok: false,
    error: { code: 'blocked' },
  });
  expect(await rig.dispatch('erasure.person', { address, confirmedAddress: 'ada' })).toMatchObject({
    ok: false,
    error: { code: 'invalid-input' },
  });
  expect(await rig.dispatch('erasure.person', { address: 'x@y.zz', confirmedAddress: 'x@y.zz' })).toMatchObject({
    ok: false,
    error: { code: 'not-found' },
  });
});

test('the address of another person that ends alike stays', async () => {
  rig = await startRegistrationRig();
  const [one = '', other = ''] = rig.addDevices(serials(2, 'TWO').map((serialNumber) => ({ serialNumber })));
  await rig.ask('assignment.assignUser', { deviceIds: [one], userPrincipalName: 'da@contoso.com' });
  await rig.ask('assignment.assignUser', { deviceIds: [other], userPrincipalName: 'canada@contoso.com' });
  await rig.ask('devices.note', { id: other, note: 'not da@contoso.com but canada@contoso.com' });
  await rig.ask('erasure.person', { address: 'da@contoso.com', confirmedAddress: 'da@contoso.com' });
  const { device, timeline } = await rig.ask('devices.get', { id: other });
  expect(device.assignedUser).toBe('canada@contoso.com');
  expect(timeline[0]?.sentence).toBe('not a person who was erased but canada@contoso.com');
});

async function keepImport(text: string): Promise<void> {
  const bytes = Buffer.from(text);
  const { fileId } = await rig.ask('intake.openFile', { name: 'users.csv', sizeBytes: bytes.length });
  await rig.ask('intake.appendToFile', { fileId, bytes });
  const { previewId } = await rig.ask('intake.preview', { fileIds: [fileId], tenantId: rig.tenantId, attended: true });
  await rig.ask('intake.applyToAll', { previewId, orderNumber: 'PO-1' });
}
