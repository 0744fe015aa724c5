import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { zipSync } from 'fflate';
import { afterAll, describe, expect, test } from 'vitest';
import { diagnosisRig } from '../../fixtures/diagnostics/diagnosisRig.ts';
import { agentLine, makeDiagnostics, TENANT } from '../../fixtures/diagnostics/makeDiagnostics.ts';
import { makeCabinet } from '../../rigs/makeCabinet.ts';

const { folder, write, answers, answerToFiles, end } = diagnosisRig();
afterAll(end);
const APP = '1788c62b-b916-4e47-aa83-72b5e9dfc2fd';
const profile = { CloudAssignedTenantId: TENANT, CloudAssignedDomainJoinMethod: 0, DeploymentProfileName: 'Bench' };

describe('whatever form it comes in', () => {
  const files = makeDiagnostics({
    profile,
    serialNumber: 'BENCH0001',
    autopilot: [['09:02:00', 161]],
    management: [['09:04:00', 509]],
  });
  const entries = Object.entries(files).map(([path, bytes]) => ({ path, bytes }));

  test('a folder and an archive give the same answer', async () => {
    const path = join(folder, 'unpacked', 'of a device');
    mkdirSync(path, { recursive: true });
    for (const [name, bytes] of Object.entries(files)) writeFileSync(join(path, name), bytes);
    const [unpacked] = await answers(path);
    expect(unpacked?.read.shape).toBe('folder');
    expect(unpacked?.diagnosis).toEqual((await answerToFiles(files)).diagnosis);
  });

  test('single files are one device, each archive beside them is another', async () => {
    const single = Object.entries(files).map(([name, bytes]) => write(name, bytes));
    const found = await answers(...single, write('other.cab', makeCabinet(entries)));
    expect(found.map(({ read }) => read.shape)).toEqual(['cab', 'files']);
    expect(found.map(({ diagnosis }) => diagnosis.device.serialNumber?.value)).toEqual(['BENCH0001', 'BENCH0001']);
  });

  test('a file of another name is taken by its ending where somebody names it', async () => {
    const [found] = await answers(write('copied.log', Buffer.from(agentLine('[Win32App] The EspPhase: DeviceSetup'))));
    expect(found?.read.files).toMatchObject([{ kind: 'agentLog', state: 'read' }]);
  });

  test('a missing file is not collected, never fine', async () => {
    const { diagnosis } = await answerToFiles({ 'notes.docx': Buffer.from('x') });
    expect(diagnosis.notCollected.map(({ what }) => what)).toEqual(
      expect.arrayContaining([
        'MdmDiagReport_RegistryDump.reg',
        'AutopilotDDSZTDFile.json',
        'event log ModernDeployment/Autopilot',
      ]),
    );
    expect(diagnosis).toMatchObject({
      failure: null,
      attestation: { state: null },
      enrollment: { isEnrolled: null },
      profile: { verdict: null },
    });
  });

  test('files that nobody knows are listed', async () => {
    const { read } = await answerToFiles({
      ...files,
      'our own/inventory.csv': Buffer.from('a,b'),
      'trace.etl': Buffer.alloc(100),
    });
    expect(read.files.filter(({ state }) => state === 'listed').map(({ path, kind }) => [path, kind])).toEqual([
      ['our own/inventory.csv', 'unknown'],
      ['trace.etl', 'passedOver'],
    ]);
  });

  test('a cabinet packed with LZX is refused in words, with the way out', async () => {
    const [found] = await answers(write('lzx.cab', makeCabinet(entries, 3)));
    expect(found?.read.problems).toEqual([expect.stringMatching(/LZX.*-zip/s)]);
    expect(found?.read.files.every(({ state }) => state === 'refused')).toBe(true);
  });

  test('an archive that was cut gives a sentence, and no answer that was made up', async () => {
    const whole = zipSync(files);
    for (const part of [0.3, 0.6, 0.99]) {
      const [found] = await answers(write('cut.zip', whole.subarray(0, Math.floor(whole.length * part))));
      expect(found?.read.problems.join()).toContain('damaged');
      expect(found?.diagnosis.device.serialNumber).toBeNull();
    }
  });

  test('a damaged event log is said, and the rest counts', async () => {
    const name = Object.keys(files).find((one) => one.includes('-autopilot.evtx')) ?? '';
    const log = Buffer.from(files[name] ?? []);
    log.fill(0xff, 4_096 + 600, 4_096 + 640);
    const { diagnosis } = await answerToFiles({ ...files, [name]: log });
    expect(diagnosis.damage).toEqual([expect.stringContaining('wrong checksum')]);
    expect(diagnosis.profile).toMatchObject({ name: { value: 'Bench' } });
  });
});

test('an archive that was changed anywhere is answered or refused in words', async () => {
  const files = makeDiagnostics({ profile, serialNumber: 'BENCH0003', autopilot: [['09:02:00', 161]] });
  const forms = [
    Buffer.from(zipSync(files)),
    makeCabinet(Object.entries(files).map(([path, bytes]) => ({ path, bytes }))),
  ];
  const change = fc.tuple(fc.nat({ max: 1_000_000 }), fc.nat({ max: 255 }));
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...forms),
      fc.array(change, { minLength: 1, maxLength: 10 }),
      async (form, changes) => {
        const bytes = Buffer.from(form);
        for (const [place, byte] of changes) bytes[place % bytes.length] = byte;
        const [found] = await answers(write('changed', bytes));
        const { serialNumber } = found?.diagnosis.device ?? {};
        expect([undefined, 'BENCH0003']).toContain(serialNumber?.value);
      },
    ),
    { numRuns: 100 },
  );
});

test('huge logs are read in bounded time, and their last lines count', async () => {
  const noise = agentLine('[Win32App] nothing of interest, over and over again').repeat(200_000);
  const last = agentLine(`Updating ESP tracked install status from InProgress to Error for application ${APP}`);
  const began = performance.now();
  const [found] = await answers(write('IntuneManagementExtension.log', Buffer.from(noise + last)));
  expect(found?.read.evidence.agentLogs[0]?.value.changes).toMatchObject([{ app: APP, to: 'Error' }]);
  expect(performance.now() - began).toBeLessThan(20_000);
});

test('no address of a person, token or hash of an archive is in the answer', async () => {
  const found = await answerToFiles({
    ...makeDiagnostics({
      profile: { ...profile, CloudAssignedTenantUpn: 'ada.lovelace@contoso.example' },
      serialNumber: 'BENCH0002',
      registry: { 'Enrollments\\A': { ProviderID: 'MS DM Server', UPN: 'ada.lovelace@contoso.example' } },
      registration: [
        [
          '09:00:00',
          204,
          {
            ServerResponse: '{"Code":"x","SubCode":"y"}',
            UserEmail: 'ada.lovelace@contoso.example',
            AuthToken: 'eyJhbGciOiJ.e30.c2ln',
          },
        ],
      ],
    }),
    'CertReq_enrollaik_Output.txt': Buffer.from('ada.lovelace@contoso.example T0FtBAEAHAAAAAoAahD0ZQAACgBqEPRl'),
  });
  const text = JSON.stringify([found.diagnosis, found.read.files, found.read.problems]);
  expect(text).not.toMatch(/lovelace|eyJhbG|T0Ft/);
});
