import { afterEach, describe, expect, test } from 'vitest';
import type { InputOf } from '../../../src/shared/api/contract.ts';
import { startRegistrationRig, type RegistrationRig } from '../../rigs/registrationRig.ts';

let rig: RegistrationRig;
afterEach(async () => rig.close());

const NAME = 'AutopilotConfigurationFile.json';
const USER_DRIVEN = 'User-driven no pre-provisioning';

async function idOf(name: string): Promise<string> {
  const { profiles } = await rig.ask('profiles.list', { tenantId: rig.tenantId });
  return profiles.find(({ profile }) => profile.name === name)?.profile.id ?? '';
}

async function inputFor(name: string): Promise<InputOf<'profileJson.make'>> {
  await rig.ask('profiles.read', { tenantId: rig.tenantId });
  const { directoryId, domains } = await rig.ask('profileJson.organization', { tenantId: rig.tenantId });
  return { tenantId: rig.tenantId, profileId: await idOf(name), directoryId, tenantDomain: domains[0]?.name ?? '' };
}

describe('the file of a profile', () => {
  test('is for the tenant as Microsoft tells it, and good when it is compared again', async () => {
    rig = await startRegistrationRig();
    const input = await inputFor(USER_DRIVEN);
    const { document, file } = await rig.ask('profileJson.make', input);
    expect(document).toMatchObject({ fileName: NAME, mediaType: 'application/json' });
    expect(file).toMatchObject({ tenantId: input.directoryId, tenantDomain: 'contoso-practice.example', oobe: 1310 });
    const given = { fileName: NAME, base64: document.base64, tenantId: rig.tenantId };
    const report = await rig.ask('profileJson.compare', given);
    expect(report.file).toEqual(file);
    expect(report.findings.map(({ said }) => said.code)).toEqual(['profileJson.oobeUndocumented']);
    expect(report.comparedWith?.readAt).not.toBeNull();
  });

  test('of another domain than the tenant’s is stopped when it is compared with Microsoft, and offline by its text alone', async () => {
    rig = await startRegistrationRig();
    const { document } = await rig.ask('profileJson.make', {
      ...(await inputFor(USER_DRIVEN)),
      tenantDomain: 'fabrikam.example',
    });
    const given = { fileName: NAME, base64: document.base64, tenantId: rig.tenantId };
    const codes = (await rig.ask('profileJson.compare', given)).findings.map(({ said }) => said.code);
    expect(codes).toContain('profileJson.otherDomain');
    await rig.graph.close();
    expect((await rig.ask('profileJson.check', given)).findings.map(({ said }) => said.code)).not.toContain(
      'profileJson.otherDomain',
    );
  });

  test.each([
    ['Kiosk self-deploying', 'It is self-deploying'],
    ['Hybrid pre-provision', 'It allows pre-provisioning'],
  ])('%s is refused in words', async (name, why) => {
    rig = await startRegistrationRig();
    const outcome = await rig.dispatch('profileJson.make', await inputFor(name));
    expect(outcome).toMatchObject({
      ok: false,
      error: { code: 'blocked', message: expect.stringContaining(why) as string },
    });
  });

  test('is refused where the profile was not read, and where the domain is none', async () => {
    rig = await startRegistrationRig();
    const input = await inputFor(USER_DRIVEN);
    expect(await rig.dispatch('profileJson.make', { ...input, profileId: 'gone' })).toMatchObject({
      error: { code: 'not-found' },
    });
    expect(await rig.dispatch('profileJson.make', { ...input, tenantDomain: 'ada@contoso.example' })).toMatchObject({
      error: { code: 'invalid-input', fields: [{ field: 'tenantDomain' }] },
    });
  });
});

test('a file is checked where there is no customer, and told to be uncompared where its profiles were never read', async () => {
  rig = await startRegistrationRig();
  const values = {
    version: 2049,
    tenantId: '4a6c1f9e-52b7-4d0a-9c38-71e2b05d8f64',
    tenantDomain: 'fabrikam.example',
    joinType: 'entra',
    oobe: 28,
    isForced: true,
    correlationId: 'c1d7e8a2-0b94-4f63-8e15-9a3b6c2d4e70',
    deviceName: null,
    language: null,
    region: null,
    skipsConnectivityCheck: false,
    hasUpdatesOff: false,
    comment: 'von Hand, für Köln',
  } as const;
  const { document, file } = await rig.ask('profileJson.makeByHand', { values });
  expect(file).toEqual(values);
  const alone = await rig.ask('profileJson.check', { fileName: NAME, base64: document.base64 });
  expect(alone).toMatchObject({ file: values, findings: [], comparedWith: null });
  const compared = await rig.ask('profileJson.check', {
    fileName: NAME,
    base64: document.base64,
    tenantId: rig.tenantId,
  });
  expect(compared.findings.map(({ said }) => said.code)).toEqual(['profileJson.notCompared']);
  for (const wrong of [{ tenantId: '{x}' }, { correlationId: '' }, { tenantDomain: 'https://x' }]) {
    const outcome = await rig.dispatch('profileJson.makeByHand', { values: { ...values, ...wrong } });
    expect(outcome).toMatchObject({ ok: false, error: { code: 'invalid-input' } });
  }
});
