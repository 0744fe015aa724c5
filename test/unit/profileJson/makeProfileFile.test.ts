import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkProfileFile } from '../../../src/shared/profileJson/checkProfileFile.ts';
import { compareWithCustomer } from '../../../src/shared/profileJson/compareWithCustomer.ts';
import { fromTenantProfile } from '../../../src/shared/profileJson/fromTenantProfile.ts';
import { makeProfileFile } from '../../../src/shared/profileJson/makeProfileFile.ts';
import {
  bitsForUsers,
  bitsOf,
  LARGEST_OOBE,
  oobeBits,
  unknownBitsOf,
} from '../../../src/shared/profileJson/oobeBits.ts';
import { commentOf, readComment } from '../../../src/shared/profileJson/profileComment.ts';
import type { ProfileFile } from '../../../src/shared/profileJson/profileFile.ts';
import { unsuitableFor } from '../../../src/shared/profileJson/unsuitable.ts';
import { writeProfileFile } from '../../../src/shared/profileJson/writeProfileFile.ts';
import type { TenantProfile } from '../../../src/shared/profiles/tenantProfile.ts';
import { CORRELATION_ID, DOMAIN, opened, TENANT_ID } from './openedFile.ts';

const profile: TenantProfile = {
  id: CORRELATION_ID,
  name: 'Fabrikam desks',
  description: null,
  kind: '#microsoft.graph.azureADWindowsAutopilotDeploymentProfile',
  join: 'entra',
  usage: 'singleUser',
  allowsPreProvisioning: false,
  nameTemplate: '',
  language: 'os-default',
  accountType: 'standard',
  hidesLicense: true,
  hidesPrivacy: true,
  hidesChangeAccount: true,
  skipsKeyboard: true,
  skipsConnectivityCheck: null,
  convertsAll: false,
  deviceType: 'windowsPc',
  createdAt: '2026-03-01T08:00:00Z',
  modifiedAt: '2026-04-02T09:30:00Z',
  assignments: [],
  others: {},
};
const tenant = { tenantId: TENANT_ID, tenantDomain: DOMAIN };
const made = (changes: Partial<TenantProfile> = {}) => fromTenantProfile({ ...profile, ...changes }, tenant);

const text = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 });
const optionalText = fc.option(text);
const anyFile: fc.Arbitrary<ProfileFile> = fc.record({
  version: fc.constant(2049),
  tenantId: fc.uuid(),
  tenantDomain: fc.oneof(fc.domain(), fc.constant('zürich.example'), text),
  joinType: fc.constantFrom('entra' as const, 'hybrid' as const),
  oobe: fc.nat(LARGEST_OOBE),
  isForced: fc.boolean(),
  correlationId: fc.uuid(),
  deviceName: optionalText,
  language: optionalText,
  region: optionalText,
  skipsConnectivityCheck: fc.boolean(),
  hasUpdatesOff: fc.boolean(),
  comment: optionalText,
});

describe('a file that is made', () => {
  test('is read back to the same values, is ASCII without a mark, and is one object', () => {
    fc.assert(
      fc.property(anyFile, (file) => {
        const written = writeProfileFile(file);
        expect(written).toMatch(/^\{[\u0000-\u007f]*\}\r\n$/);
        const bytes = Buffer.from(written, 'ascii');
        const { file: read, findings } = checkProfileFile(opened(bytes));
        expect(read).toEqual(file);
        const codes = findings.map(({ said }) => said.code);
        expect(codes).not.toContain('profileJson.notJson');
        expect(codes).not.toContain('profileJson.domainDisagrees');
        expect(codes).not.toContain('profileJson.dataNotJson');
        expect(codes.filter((code) => /utf8|ansi|byteOrderMark|unicode/.test(code))).toEqual([]);
      }),
    );
  });

  test('has the structure of Microsoft’s example, in the same order; inside stands ForcedEnrollment besides, as in 2023', () => {
    const written = writeProfileFile({
      ...made(),
      oobe: 28,
      language: null,
      region: null,
      hasUpdatesOff: false,
      comment: 'Profile Autopilot Profile',
    });
    const parsed: unknown = JSON.parse(written);
    expect(Object.entries(parsed ?? {})).toEqual([
      ['CloudAssignedTenantId', TENANT_ID],
      ['CloudAssignedForcedEnrollment', 1],
      ['Version', 2049],
      ['Comment_File', 'Profile Autopilot Profile'],
      ['CloudAssignedAadServerData', expect.any(String)],
      ['CloudAssignedTenantDomain', DOMAIN],
      ['CloudAssignedDomainJoinMethod', 0],
      ['CloudAssignedOobeConfig', 28],
      ['ZtdCorrelationId', CORRELATION_ID],
    ]);
    const data = String(Object.entries(parsed ?? {}).find(([name]) => name === 'CloudAssignedAadServerData')?.[1]);
    expect(JSON.parse(data)).toEqual({
      ZeroTouchConfig: { CloudAssignedTenantUpn: '', ForcedEnrollment: 1, CloudAssignedTenantDomain: DOMAIN },
    });
  });

  test('of a profile has only what is to be known, and says when the profile was of', () => {
    const { findings, file } = makeProfileFile(made(), profile);
    expect(findings.map(({ said }) => said.code)).toEqual(['profileJson.oobeUndocumented']);
    expect(file).toMatchObject({
      oobe: 1310,
      language: 'os-default',
      region: 'os-default',
      comment: 'Profile Fabrikam desks (modified 2026-04-02T09:30:00Z)',
    });
  });

  test('says which settings Microsoft did not tell', () => {
    const untold = { ...profile, accountType: null, hidesLicense: null };
    expect(makeProfileFile(fromTenantProfile(untold, tenant), untold).findings[0]).toMatchObject({
      said: { code: 'profileJson.notTold', settings: ['User account type', 'Microsoft Software License Terms'] },
    });
  });

  test.each<[string, Partial<TenantProfile>, Partial<ProfileFile>]>([
    ['an administrator', { accountType: 'administrator' }, { oobe: 1308 }],
    ['the privacy page', { hidesPrivacy: false }, { oobe: 1306 }],
    ['the license terms', { hidesLicense: false }, { oobe: 1294 }],
    ['the keyboard page', { skipsKeyboard: false }, { oobe: 286, language: null, region: null }],
    ['a choice of account', { hidesChangeAccount: false }, { isForced: false }],
    [
      'Active Directory',
      { join: 'hybrid', skipsConnectivityCheck: true },
      { joinType: 'hybrid', skipsConnectivityCheck: true },
    ],
    ['a name', { nameTemplate: 'FBK-%RAND:4%' }, { deviceName: 'FBK-%RAND:4%' }],
  ])('of a profile with %s says that', (_, changes, expected) => {
    expect(made(changes)).toMatchObject(expected);
  });
});

describe('no file is made', () => {
  test.each<[string, Partial<TenantProfile>, string]>([
    ['of a self-deploying profile', { usage: 'shared' }, 'selfDeploying'],
    ['of one that allows pre-provisioning', { allowsPreProvisioning: true }, 'preProvisioning'],
    ['of a mode that is new to us', { usage: 'kioskish' }, 'unknownUsage'],
    ['of a join that is new to us', { join: null }, 'unknownJoin'],
    ['for HoloLens', { deviceType: 'holoLens' }, 'otherDevice'],
  ])('%s', (_, changes, reason) => {
    expect(unsuitableFor({ ...profile, ...changes })).toBe(reason);
  });

  test('and of a user-driven one it is', () => expect(unsuitableFor(profile)).toBeNull());
});

describe('the bits of the OOBE setting', () => {
  test('are each a power of two with a name of its own, and add up again', () => {
    expect(oobeBits.map(({ bit }) => bit)).toEqual(Array.from({ length: 11 }, (_, power) => 2 ** power));
    expect(new Set(oobeBits.map(({ name }) => name)).size).toBe(oobeBits.length);
    fc.assert(
      fc.property(fc.nat(LARGEST_OOBE), (value) => {
        expect(bitsOf(value).reduce((sum, { bit }) => sum + bit, unknownBitsOf(value))).toBe(value);
        expect(unknownBitsOf(value) % 2048).toBe(0);
      }),
    );
  });

  test('that a person may choose are none of a self-deploying device', () => {
    expect(bitsForUsers.map(({ bit }) => bit)).toEqual([1, 2, 4, 8, 16, 256, 512, 1024]);
  });
});

describe('compared with its customer', () => {
  const customer = { customer: 'Fabrikam', directoryId: TENANT_ID, domains: [DOMAIN], profiles: [profile] };
  const compared = (file: ProfileFile, changes: Partial<typeof customer> = {}) =>
    compareWithCustomer(file, { ...customer, ...changes }).map(({ said: { code, ...rest }, property }) => [
      code.replace('profileJson.', ''),
      property,
      rest,
    ]);

  test('a file of its profile as it is now has nothing', () => {
    expect(compared(made())).toEqual([]);
    expect(compared({ ...made(), tenantId: TENANT_ID.toUpperCase(), region: null })).toEqual([]);
  });

  test('each setting that was changed since is named with both values', () => {
    const changed = { ...profile, accountType: 'administrator', nameTemplate: 'FBK-%SERIAL%' };
    expect(compared(made(), { profiles: [changed] })).toEqual([
      [
        'profileChanged',
        'CloudAssignedOobeConfig',
        {
          profile: profile.name,
          now: expect.stringMatching(/^1308 /) as string,
          inFile: expect.stringMatching(/^1310 /) as string,
        },
      ],
      ['profileChanged', 'CloudAssignedDeviceName', { profile: profile.name, now: 'FBK-%SERIAL%', inFile: '' }],
    ]);
  });

  test('a profile that was saved again without a change is only to be known, by the time in the comment', () => {
    const saved = { ...profile, modifiedAt: '2026-05-01T00:00:00Z' };
    expect(compared(made(), { profiles: [saved] })).toEqual([
      ['profileModified', 'Comment_File', { profile: profile.name, now: saved.modifiedAt, inFile: profile.modifiedAt }],
    ]);
    expect(compared({ ...made(), comment: 'Profile Fabrikam desks' }, { profiles: [saved] })).toEqual([]);
  });

  test('a file of another tenant is compared no further', () => {
    expect(compared({ ...made(), tenantId: CORRELATION_ID, tenantDomain: 'contoso.example' })).toEqual([
      ['otherTenant', 'CloudAssignedTenantId', { customer: 'Fabrikam', expected: TENANT_ID }],
    ]);
  });

  test('a domain that is none of the tenant’s disagrees with its ID', () => {
    expect(compared({ ...made(), tenantDomain: 'contoso.example' })[0]).toEqual([
      'otherDomain',
      'CloudAssignedTenantDomain',
      { customer: 'Fabrikam', domains: [DOMAIN] },
    ]);
  });

  test('the profile is found by the name in the comment where the correlation ID is another', () => {
    const renamed = { ...made(), correlationId: TENANT_ID };
    expect(compared(renamed)).toEqual([]);
    expect(compared({ ...renamed, comment: 'by hand' })[0]?.[0]).toBe('profileNotFound');
  });

  test.each<[string, Partial<TenantProfile>, string]>([
    ['self-deploying', { usage: 'shared' }, 'profileSelfDeploying'],
    ['for pre-provisioning', { allowsPreProvisioning: true }, 'profilePreProvisioning'],
  ])('a profile that is %s is refused, though Microsoft’s script exports it', (_, changes, code) => {
    expect(compared(made(), { profiles: [{ ...profile, ...changes }] })[0]?.[0]).toBe(code);
  });
});

test('a comment says the profile and its time, whatever the profile is called', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (name) => {
      const at = '2026-04-02T09:30:00Z';
      expect(readComment(commentOf(name, at))).toEqual({ profileName: name, modifiedAt: at });
    }),
  );
  expect(readComment('Profile Autopilot Profile')).toEqual({ profileName: 'Autopilot Profile', modifiedAt: null });
  expect(readComment('ours')).toEqual({ profileName: null, modifiedAt: null });
});
