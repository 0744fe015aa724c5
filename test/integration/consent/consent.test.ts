import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Backend } from '../../../src/main/backend.ts';
import type { ConsentState } from '../../../src/shared/consent/consent.ts';
import { ask } from '../../rigs/askBackend.ts';
import { offlineQueue, type OfflineQueue } from '../../rigs/offlineQueue.ts';
import { tenantId } from '../../rigs/seedStore.ts';

let queue: OfflineQueue;
let backend: Backend;

beforeEach(async () => {
  queue = offlineQueue();
  ({ backend } = queue);
  await ask(backend, 'settings.write', { technicianInitials: 'JB' });
});
afterEach(() => queue.close());

const say = (state: ConsentState, more: object = {}) =>
  backend.dispatch('consent.record', { tenantId, state, ...more });
const fresh = { registration: 'none', hasHardwareHash: false, ztdId: null } as const;

test('a customer needs no consent until somebody says so, and then nothing of it is registered or exported before it is verified', async () => {
  const deviceId = queue.addDevice({ ...fresh, serialNumber: 'CONSENT1' });
  const register = async () =>
    (await ask(backend, 'registration.register', { deviceIds: [deviceId] })).refused[0]?.refusal;
  expect(await ask(backend, 'consent.get', { tenantId })).toMatchObject({ state: 'notNeeded', way: null });
  expect(await register()).toMatchObject({ code: 'registration.hashMissing' });
  expect(await say('wanted')).toMatchObject({ error: { code: 'invalid-input', fields: [{ field: 'way' }] } });
  expect(await say('wanted', { way: 'partner' })).toMatchObject({ ok: true });
  expect(await register()).toMatchObject({ code: 'registration.consentMissing', state: 'wanted', way: 'partner' });
  const { refused } = await ask(backend, 'exports.write', { target: 'partner-center', deviceIds: [deviceId] });
  expect(refused[0]?.reason).toContain('The consent of its customer is not verified.');

  expect(await say('accepted')).toMatchObject({ error: { code: 'conflict' } });
  for (const state of ['linkSent', 'accepted'] as const) expect(await say(state)).toMatchObject({ ok: true });
  expect(await register()).toMatchObject({ code: 'registration.consentMissing', state: 'accepted' });
  expect(await say('verified')).toMatchObject({
    ok: true,
    value: { state: 'verified', verifiedBy: 'JB', verifiedAt: '2026-11-22T12:00:00.000Z' },
  });
  expect(await register()).toMatchObject({ code: 'registration.hashMissing' });
  queue.passMinutes(60);
  expect(await say('revoked')).toMatchObject({ ok: true, value: { verifiedAt: '2026-11-22T12:00:00.000Z' } });
  expect(await register()).toMatchObject({ code: 'registration.consentMissing', state: 'revoked' });
});

test('the checklist of the consent says the same, with who and when, and the audit log keeps every step', async () => {
  const stepsOf = async () => {
    const { checklists } = await ask(backend, 'checklists.ofTenant', { tenantId });
    const items = checklists.find(({ templateId }) => templateId === 'consent-maker')?.items ?? [];
    return items.filter(({ state }) => state === 'done').map(({ id, by }) => `${id} ${by ?? ''}`);
  };
  await say('wanted', { way: 'maker' });
  await say('linkSent', { link: 'https://example.com/consent' });
  expect(await stepsOf()).toEqual(['CO1 JB', 'CO2 JB']);
  await say('verified');
  expect(await stepsOf()).toEqual(['CO1 JB', 'CO2 JB', 'CO3 JB', 'CO4 JB']);
  await say('revoked');
  expect(await stepsOf()).toEqual([]);
  const { entries } = await ask(backend, 'audit.list', {});
  expect(entries.filter(({ action }) => action === 'consent.record')).toHaveLength(4);
  expect(await ask(backend, 'consent.get', { tenantId })).toMatchObject({ link: 'https://example.com/consent' });
});
