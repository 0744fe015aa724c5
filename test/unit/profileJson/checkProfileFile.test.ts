import { describe, expect, test } from 'vitest';
import { checkProfileFile, LARGEST_PROFILE_FILE_BYTES } from '../../../src/shared/profileJson/checkProfileFile.ts';
import { PROFILE_FILE_NAME } from '../../../src/shared/profileJson/profileFile.ts';
import type { ProfileJsonFinding } from '../../../src/shared/profileJson/profileJsonFinding.ts';
import { byLevel, gravestOf, placeWords, tellFinding } from '../../../src/shared/profileJson/tellFinding.ts';
import { CORRELATION_ID, DOMAIN, goodFile, opened, serverData, TENANT_ID, textWith, utf16 } from './openedFile.ts';

const found = (content: string | Uint8Array, name?: string) => checkProfileFile(opened(content, name)).findings;
const codesOf = (findings: readonly ProfileJsonFinding[]) =>
  findings.map(({ said }) => said.code.replace('profileJson.', ''));

describe('a good file has nothing that stops or warns', () => {
  test.each<[string, string]>([
    ['as Microsoft’s example is built', textWith()],
    ['in one line', JSON.stringify(goodFile)],
    ['with Windows’ ends of lines', textWith().replaceAll('\n', '\r\n')],
    ['with its properties in another order', JSON.stringify(Object.fromEntries(Object.entries(goodFile).reverse()))],
    ['without a version and a comment', textWith({ Version: undefined, Comment_File: undefined })],
    ['with escaped letters', textWith({ Comment_File: 'Profile Z' }).replace('Profile Z', 'Profile Z\\u00fcrich')],
    [
      'whose domain is written in other capitals inside',
      textWith({ CloudAssignedAadServerData: serverData({ CloudAssignedTenantDomain: DOMAIN.toUpperCase() }) }),
    ],
    [
      'that says twice that joining is required',
      textWith({ CloudAssignedAadServerData: serverData({ ForcedEnrollment: 1 }) }),
    ],
    ['with a template for names', textWith({ CloudAssignedDeviceName: 'FBK-%RAND:5%' })],
    [
      'hybrid, without a domain controller',
      textWith({ CloudAssignedDomainJoinMethod: 1, HybridJoinSkipDCConnectivityCheck: 1 }),
    ],
  ])('%s', (_, content) => {
    const { file, findings } = checkProfileFile(opened(content));
    expect(findings).toEqual([]);
    expect(file).toMatchObject({ tenantId: TENANT_ID, tenantDomain: DOMAIN, correlationId: CORRELATION_ID, oobe: 28 });
  });

  test('what Microsoft’s module writes into every file is only to be known', () => {
    const written = textWith({
      CloudAssignedOobeConfig: 2 + 4 + 8 + 16 + 256 + 1024,
      CloudAssignedLanguage: 'os-default',
      CloudAssignedRegion: 'os-default',
      CloudAssignedAutopilotUpdateDisabled: 1,
      CloudAssignedAutopilotUpdateTimeout: 1_800_000,
    });
    expect(codesOf(found(written))).toEqual(['oobeUndocumented']);
    expect(gravestOf(found(written))).toBe('note');
  });
});

/** Each file with the one thing that is wrong with it, and where. */
const bad: readonly (readonly [string, string, number | null, string | null, string | Uint8Array, string?])[] = [
  ['another name', 'fileName', null, null, textWith(), 'profile.json'],
  [
    'a number behind its name, as browsers give',
    'fileName',
    null,
    null,
    textWith(),
    'AutopilotConfigurationFile (1).json',
  ],
  ['an ending that Notepad added', 'fileName', null, null, textWith(), 'AutopilotConfigurationFile.json.txt'],
  ['other capitals in its name', 'fileNameCase', null, null, textWith(), 'autopilotconfigurationfile.json'],
  ['nothing in it', 'empty', null, null, ''],
  ['only blanks', 'empty', null, null, ' \r\n\t'],
  ['UTF-16, as PowerShell’s “>” writes', 'unicode', null, null, utf16(textWith())],
  ['the mark of UTF-8', 'byteOrderMark', 1, null, `\ufeff${textWith()}`],
  ['UTF-8 letters', 'utf8', 5, null, textWith({ Comment_File: 'Profile Zürich' })],
  ['ANSI letters', 'ansi', 5, null, Buffer.from(textWith({ Comment_File: 'Profile Zürich' }), 'latin1')],
  ['a comma too many', 'notJson', 11, null, textWith().replace(/\n\}$/, ',\n}')],
  ['a brace too few', 'notJson', 10, null, textWith().replace(/\n\}$/, '')],
  ['a comment', 'notJson', 1, null, textWith().replace('{', '{ // ours')],
  ['single quotation marks', 'notJson', 4, null, textWith().replace('"Version"', "'Version'")],
  ['a text that goes on in the next line', 'notJson', 5, null, textWith().replace('Fabrikam desks', 'Fabrikam\ndesks')],
  ['words and no JSON', 'notJson', 1, null, 'Get-AutopilotProfile'],
  ['two profiles', 'severalObjects', 12, null, `${textWith()}\n${textWith()}`],
  ['two profiles with a comma', 'severalObjects', 12, null, `${textWith()},\n${textWith()}`],
  ['a list of one profile', 'list', 1, null, `[${textWith()}]`],
  ['a list of nothing', 'notObject', 1, null, '[]'],
  ['a text', 'notObject', 1, null, '"AutopilotConfigurationFile"'],
  ['no tenant ID', 'missing', null, 'CloudAssignedTenantId', textWith({ CloudAssignedTenantId: undefined })],
  ['no branding', 'missing', null, 'CloudAssignedAadServerData', textWith({ CloudAssignedAadServerData: undefined })],
  [
    'a property in other capitals',
    'nameCase',
    10,
    'ZtdCorrelationId',
    textWith({ ZtdCorrelationId: undefined, ZTDCorrelationID: CORRELATION_ID }),
  ],
  [
    'a property twice',
    'duplicate',
    4,
    'Version',
    textWith().replace('"CloudAssignedForced', '"Version": 1, "CloudAssignedForced'),
  ],
  [
    'a property that nobody knows',
    'unknownProperty',
    11,
    'CloudAssignedGroupTag',
    textWith({ CloudAssignedGroupTag: 'Desks' }),
  ],
  [
    'a number in quotation marks',
    'wrongType',
    9,
    'CloudAssignedOobeConfig',
    textWith({ CloudAssignedOobeConfig: '28' }),
  ],
  [
    'true in the place of 1',
    'wrongType',
    3,
    'CloudAssignedForcedEnrollment',
    textWith({ CloudAssignedForcedEnrollment: true }),
  ],
  [
    'an object in the place of the text',
    'wrongType',
    6,
    'CloudAssignedAadServerData',
    textWith({ CloudAssignedAadServerData: { ZeroTouchConfig: {} } }),
  ],
  [
    'no tenant, as where the module could not read it',
    'wrongType',
    2,
    'CloudAssignedTenantId',
    textWith({ CloudAssignedTenantId: null }),
  ],
  [
    'braces around the tenant ID',
    'braces',
    2,
    'CloudAssignedTenantId',
    textWith({ CloudAssignedTenantId: `{${TENANT_ID}}` }),
  ],
  [
    'braces around the correlation ID',
    'braces',
    10,
    'ZtdCorrelationId',
    textWith({ ZtdCorrelationId: `{${CORRELATION_ID}}` }),
  ],
  [
    'a placeholder as tenant ID',
    'notGuid',
    2,
    'CloudAssignedTenantId',
    textWith({ CloudAssignedTenantId: 'your-tenant-id' }),
  ],
  [
    'zeros as correlation ID',
    'zeroGuid',
    10,
    'ZtdCorrelationId',
    textWith({ ZtdCorrelationId: '00000000-0000-0000-0000-000000000000' }),
  ],
  [
    'Microsoft’s own correlation ID',
    'exampleValue',
    10,
    'ZtdCorrelationId',
    textWith({ ZtdCorrelationId: '7F9E6025-1E13-45F3-BF82-A3E8C5B59EAC' }),
  ],
  ['an empty tenant ID', 'blank', 2, 'CloudAssignedTenantId', textWith({ CloudAssignedTenantId: '' })],
  [
    'a join that there is not',
    'notAllowed',
    8,
    'CloudAssignedDomainJoinMethod',
    textWith({ CloudAssignedDomainJoinMethod: 2 }),
  ],
  ['another version', 'version', 4, 'Version', textWith({ Version: 1 })],
  [
    'joining that is not required',
    'notForced',
    3,
    'CloudAssignedForcedEnrollment',
    textWith({ CloudAssignedForcedEnrollment: 0 }),
  ],
  [
    'a hybrid setting without hybrid',
    'hybridOnly',
    11,
    'HybridJoinSkipDCConnectivityCheck',
    textWith({ HybridJoinSkipDCConnectivityCheck: 1 }),
  ],
  [
    'a self-deploying profile',
    'oobeSelfDeploying',
    9,
    'CloudAssignedOobeConfig',
    textWith({ CloudAssignedOobeConfig: 28 + 32 + 64 }),
  ],
  ['a TPM that is required', 'oobeTpm', 9, 'CloudAssignedOobeConfig', textWith({ CloudAssignedOobeConfig: 28 + 128 })],
  [
    'a bit that nobody describes',
    'oobeUnknown',
    9,
    'CloudAssignedOobeConfig',
    textWith({ CloudAssignedOobeConfig: 28 + 2048 }),
  ],
  ['a negative OOBE setting', 'oobeRange', 9, 'CloudAssignedOobeConfig', textWith({ CloudAssignedOobeConfig: -1 })],
  ['half a bit', 'oobeRange', 9, 'CloudAssignedOobeConfig', textWith({ CloudAssignedOobeConfig: 28.5 })],
  [
    'a name of 16 characters',
    'deviceName',
    11,
    'CloudAssignedDeviceName',
    textWith({ CloudAssignedDeviceName: 'FABRIKAM-%RAND:7%' }),
  ],
  [
    'one name for all devices',
    'deviceName',
    11,
    'CloudAssignedDeviceName',
    textWith({ CloudAssignedDeviceName: 'FABRIKAM-DESK' }),
  ],
  [
    'a name that hybrid devices do not get',
    'deviceName',
    11,
    'CloudAssignedDeviceName',
    textWith({ CloudAssignedDomainJoinMethod: 1, CloudAssignedDeviceName: 'FBK-%SERIAL%' }),
  ],
  [
    'broken JSON in the JSON',
    'dataNotJson',
    6,
    'CloudAssignedAadServerData',
    textWith({ CloudAssignedAadServerData: '{"ZeroTouchConfig":' }),
  ],
  [
    'the empty user as Microsoft’s page prints it',
    'dataMisprint',
    6,
    'CloudAssignedAadServerData',
    textWith({
      CloudAssignedAadServerData: `{"ZeroTouchConfig": {"CloudAssignedTenantUpn":"\\", "CloudAssignedTenantDomain":"${DOMAIN}"}}`,
    }),
  ],
  ['no ZeroTouchConfig', 'dataShape', 6, 'CloudAssignedAadServerData', textWith({ CloudAssignedAadServerData: '{}' })],
  [
    'no domain in the JSON in the JSON',
    'dataShape',
    6,
    'CloudAssignedAadServerData',
    textWith({ CloudAssignedAadServerData: serverData({ CloudAssignedTenantDomain: '' }) }),
  ],
  [
    'another domain in the JSON in the JSON',
    'domainDisagrees',
    6,
    'CloudAssignedAadServerData › ZeroTouchConfig › CloudAssignedTenantDomain',
    textWith({ CloudAssignedAadServerData: serverData({ CloudAssignedTenantDomain: 'contoso.onmicrosoft.com' }) }),
  ],
  [
    'another answer in the JSON in the JSON',
    'forcedDisagrees',
    6,
    'CloudAssignedAadServerData › ZeroTouchConfig › ForcedEnrollment',
    textWith({ CloudAssignedAadServerData: serverData({ ForcedEnrollment: 0 }) }),
  ],
  [
    'a user',
    'userNamed',
    6,
    'CloudAssignedAadServerData › ZeroTouchConfig › CloudAssignedTenantUpn',
    textWith({ CloudAssignedAadServerData: serverData({ CloudAssignedTenantUpn: 'ada@fabrikam.example' }) }),
  ],
];

describe('a bad file is told what is wrong, where, what happens by it and what to do', () => {
  const named = bad.map(([what, code, line, property, content, name]) => ({
    ...{ what, code, line, property, content },
    name: name ?? PROFILE_FILE_NAME,
  }));
  test.each(named)('$what', ({ code, line, property, content, name }) => {
    const findings = found(content, name);
    expect(codesOf(findings)).toEqual([code]);
    expect(findings[0]).toMatchObject({ line, property });
    const told = tellFinding(findings[0] ?? { said: { code: 'profileJson.empty' }, line: null, property: null });
    for (const sentence of [told.problem, told.fails, told.remedy]) expect(sentence).toMatch(/^\S.{5,}$/s);
    expect(told.sources.length).toBeGreaterThan(0);
  });

  test('an address with “https://” is no domain, and both places are looked at', () => {
    const url = 'https://fabrikam.example';
    const changed = {
      CloudAssignedTenantDomain: url,
      CloudAssignedAadServerData: serverData({ CloudAssignedTenantDomain: url }),
    };
    expect(codesOf(found(textWith(changed)))).toEqual(['notDomain']);
  });

  test('a keyboard page that is skipped without a language is shown all the same', () => {
    expect(codesOf(found(textWith({ CloudAssignedOobeConfig: 28 + 1024 })))).toEqual([
      'oobeKeyboard',
      'oobeUndocumented',
    ]);
  });

  test('quotation marks of a text program are named twice: they are no JSON, and no ASCII', () => {
    const curly = textWith().replace('"Version"', '“Version”');
    expect(found(curly).map(({ said }) => said)).toEqual([
      { code: 'profileJson.utf8', characters: '“”' },
      { code: 'profileJson.notJson', problem: 'quote', found: '“' },
    ]);
  });

  test('a file that is far too large is not read', () => {
    const huge = { ...opened(textWith()), bytes: LARGEST_PROFILE_FILE_BYTES + 1 };
    expect(codesOf(checkProfileFile(huge).findings)).toEqual(['tooLarge']);
  });

  test('a file that is nothing but levels is no such file, and stops nobody', () => {
    const levels = 5_000;
    expect(codesOf(found(`{"a":${'['.repeat(levels)}${']'.repeat(levels)}}`))).toContain('notJson');
  });

  test('several things are told, the gravest first', () => {
    const findings = byLevel(found(utf16(textWith({ Version: 1, CloudAssignedTenantId: `{${TENANT_ID}}` })), 'x.json'));
    expect(codesOf(findings)).toEqual(['fileName', 'unicode', 'braces', 'version']);
    expect(findings.map(placeWords)).toEqual(['', '', 'line 2, CloudAssignedTenantId', 'line 4, Version']);
    expect(gravestOf(findings)).toBe('stops');
  });

  test('of a user nothing is told but that there is one', () => {
    const findings = found(
      textWith({ CloudAssignedAadServerData: serverData({ CloudAssignedTenantUpn: 'ada@fabrikam.example' }) }),
    );
    expect(JSON.stringify(findings.map((finding) => [finding, tellFinding(finding)]))).not.toContain('ada@');
  });
});
