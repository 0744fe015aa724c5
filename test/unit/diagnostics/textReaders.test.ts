import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createAgentLogReader } from '../../../src/shared/diagnostics/text/agentLogReader.ts';
import { readDeviceProfile } from '../../../src/shared/diagnostics/text/readDeviceProfile.ts';
import { readFootprint } from '../../../src/shared/diagnostics/text/readFootprint.ts';
import { readManagementReport } from '../../../src/shared/diagnostics/text/readManagementReport.ts';
import { readToolOutput } from '../../../src/shared/diagnostics/text/readToolOutput.ts';

const APP = '1788c62b-b916-4e47-aa83-72b5e9dfc2fd';
const entry = (text: string, type = 1) =>
  `<![LOG[${text}]LOG]!><time="09:41:24.9000000" date="3-2-2026" component="AppWorkload" context="" type="${type}" thread="14" file="">\r\n`;
const LOG = [
  entry(`Get policies = [{"Id":"${APP}","Name":"Label [x] Printer","Version":1}]`),
  entry('[Win32App] The EspPhase: DeviceSetup'),
  entry(
    `[Win32App][EspManager] Updating ESP tracked install status from NotInstalled to InProgress for application ${APP}, and more`,
  ),
  entry('[Win32App] lpExitCode 1603'),
  entry(`Admin did NOT set mapping for lpExitCode: 1603 of app: ${APP.toUpperCase()}`, 3),
  entry(`Detection for policy with id: ${APP} resulted in action status: Success and\n detection state: NotDetected.`),
  entry('"EnforcementState":{"OldValue":"x","NewValue":"ErrorDownloadingContent"}', 3),
  entry('Installation is timeout'),
].join('');

function readLog(text: string, pieceLength = text.length) {
  const reader = createAgentLogReader();
  for (let at = 0; at < text.length; at += pieceLength) reader.push(text.slice(at, at + pieceLength));
  return reader.end();
}

describe('the logs of Intune’s agent', () => {
  test('give names, changes, exit codes and what was detected', () => {
    expect(readLog(LOG)).toEqual({
      names: new Map([[APP, 'Label [x] Printer']]),
      phases: [{ phase: 'DeviceSetup', at: '2026-03-02T09:41:24.900' }],
      changes: [{ app: APP, from: 'NotInstalled', to: 'InProgress', at: '2026-03-02T09:41:24.900' }],
      undeclared: [{ app: APP, exitCode: 1603 }],
      detections: [{ app: APP, state: 'NotDetected' }],
      exits: [{ exitCode: 1603, at: '2026-03-02T09:41:24.900' }],
      failedDownloads: 1,
      timeouts: 1,
      errors: 2,
      entries: 8,
      isCut: false,
    });
  });

  test('are the same in pieces of any length', () => {
    const whole = readLog(LOG);
    fc.assert(
      fc.property(fc.integer({ min: 1, max: LOG.length }), (length) => {
        expect(readLog(LOG, length)).toEqual(whole);
      }),
      { numRuns: 60 },
    );
  });

  test('any text is read without an error', () => {
    const piece = fc.oneof(
      fc.string(),
      fc.constantFrom('<![LOG[', ']LOG]!>', '<time="', 'Get policies = [', ...LOG.split('\r\n')),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), fc.integer({ min: 1, max: 50 }), (pieces, length) => {
        expect(readLog(pieces.join(''), length).entries).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  test('an entry that never ends is given up, and what follows is read', () => {
    const reader = createAgentLogReader();
    for (let count = 0; count < 6; count++) reader.push(`${count === 0 ? '<![LOG[' : ''}${'x'.repeat(1_048_576)}`);
    reader.push(`\r\n${LOG}`);
    const { changes, isCut } = reader.end();
    expect(isCut).toBe(true);
    expect(changes).toHaveLength(1);
  });
});

describe('the report of the device management', () => {
  const XML =
    '<?xml version="1.0"?><MDMEnterpriseDiagnosticsReport><SystemInformation><OSVersion>10.0.26100.4202</OSVersion></SystemInformation>' +
    '<Enrollments><Enrollment><EnrollmentId>A</EnrollmentId><EnrollmentState>1</EnrollmentState><UPN>ada@contoso.example</UPN></Enrollment></Enrollments>';

  test('gives the build and the enrollments, without names of people', () => {
    const report = readManagementReport(`${XML}</MDMEnterpriseDiagnosticsReport>`);
    expect(report).toEqual({
      osVersion: '10.0.26100.4202',
      buildBranch: null,
      createdWords: null,
      enrollments: [{ id: 'A', state: '1', type: '' }],
      isWhole: true,
    });
  });

  test('that was cut gives what stands before the cut, and says so', () => {
    expect(readManagementReport(XML.slice(0, -30))).toMatchObject({ osVersion: '10.0.26100.4202', isWhole: false });
  });

  test('any text is read without an error', () => {
    const piece = fc.oneof(
      fc.string(),
      fc.constantFrom('<', '>', '</', '<Enrollment>', '<!DOCTYPE a [<!ENTITY b "c">]>', '&b;', ...XML.split('><')),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        expect(readManagementReport(pieces.join('')).enrollments.length).toBeLessThanOrEqual(100);
      }),
    );
  });
});

describe('the profile as the device has it', () => {
  test('is read with another object behind it; what is empty is not told', () => {
    const text = `\uFEFF{"ZtdRegistrationId":"87FF6E31-7a79-4a31-abcb-30bdd5950b22","DeploymentProfileName":" ","CloudAssignedDomainJoinMethod":1,"PolicyDownloadDate":"soon"}{"a":1}`;
    expect(readDeviceProfile(text)).toMatchObject({
      ztdId: '87ff6e31-7a79-4a31-abcb-30bdd5950b22',
      profileName: null,
      domainJoinMethod: 1,
      downloadedAt: null,
      isAssigned: null,
    });
  });

  test('any text is read without an error', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
        const profile = readDeviceProfile(text);
        expect(profile === null || typeof profile === 'object').toBe(true);
      }),
    );
  });
});

describe('what a tool of Windows wrote of the TPM', () => {
  test('is shown as it stands, with message, HTTP status and codes', () => {
    const text =
      'HTTP/1.1 400 Bad Request\r\n{"Message":"This TPM needs \\"newer\\" firmware."}\r\nError: 0x80190190 (-2145844848)\r\n';
    expect(readToolOutput(text)).toEqual({
      shown: text.replaceAll('\r\n', '\n').trim(),
      message: 'This TPM needs "newer" firmware.',
      httpStatus: 400,
      codes: ['0x80190190'],
    });
  });

  test('is shown without hashes, tokens, keys and addresses', () => {
    const hash = `T0FtBAEAHAAAAAoAahD0Z${'A'.repeat(300)}==`;
    const { shown } = readToolOutput(
      `${hash}\n${'3b 41 '.repeat(30)}\neyJhbGciOi.eyJzdWIi.c2ln\nada.lovelace@contoso.example\nTPM 2.0`,
    );
    expect(shown).not.toMatch(/T0Ft|3b 41|eyJ|ada/);
    expect(shown).toContain('TPM 2.0');
  });

  test('any text is read without an error', () => {
    const piece = fc.oneof(fc.string(), fc.constantFrom('"Message": "', '\\', '"', '00 ', 'HTTP/1.1 ', '@', '.'));
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
        expect(readToolOutput(pieces.join('')).shown.length).toBeLessThanOrEqual(4_000);
      }),
    );
  });
});

test('the collector says what it was asked for and what it could not get', () => {
  expect(
    readFootprint(
      '--- Start\r\n"AreaName" : "Autopilot;TPM;"\r\nEventLog A/Operational: 0x80070002\r\nRegistryDump: 0x00000000\r\n',
    ),
  ).toEqual({
    areas: ['Autopilot', 'TPM'],
    notGot: [{ what: 'EventLog A/Operational', code: '0x80070002' }],
  });
  expect(readFootprint('{"CommandLine":"mdmdiagnosticstool.exe -area Autopilot;TPM -zip a.zip"}').areas).toEqual([
    'Autopilot',
    'TPM',
  ]);
});

test.each([
  ['a profile of lists in lists', () => readDeviceProfile(`{"a":${'['.repeat(200_000)}`)],
  ['a report of elements in elements', () => readManagementReport('<a>'.repeat(1_000_000))],
  ['a report of one long text', () => readManagementReport(`<a>${'x&amp;'.repeat(500_000)}`)],
  ['an output without an end of its words', () => readToolOutput('a.'.repeat(32_000))],
  ['an output of beginnings of tokens', () => readToolOutput('eyJ'.repeat(20_000))],
  ['an output of messages', () => readToolOutput('"Message":"'.repeat(6_000))],
  ['a footprint of blanks', () => readFootprint(`a${' '.repeat(1_000_000)}`)],
])('%s is read in bounded time', (_, read) => {
  const began = performance.now();
  expect(read).not.toThrow();
  expect(performance.now() - began).toBeLessThan(10_000);
});
