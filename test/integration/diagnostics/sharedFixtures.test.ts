import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { diagnose } from '../../../src/shared/diagnostics/answer/diagnose.ts';
import { nameOf } from '../../../src/shared/diagnostics/diagnosticFile.ts';
import { readRegistryText } from '../../../src/shared/diagnostics/registry/readRegistryText.ts';
import { loadKnowledge } from '../../../src/shared/knowledge/loadKnowledge.ts';
import { readPaths } from '../../../src/main/diagnostics/readPaths.ts';
import { openText } from '../../../src/main/openText.ts';

const folder = join(import.meta.dirname, '../../../../shared/fixtures/diagnostics');
const where = existsSync(folder) ? describe : describe.skip;
const NOW = new Date('2026-03-04T08:00:00Z');

const app = z.object({ id: z.string(), name: z.string(), espState: z.number() });
const expectedDevice = z.object({
  serial: z.string(),
  manufacturer: z.string(),
  model: z.string(),
  uuid: z.string(),
  deviceName: z.string(),
  profile: z.string(),
  tenantDomain: z.string(),
  tenantId: z.string(),
  ztdRegistrationId: z.string(),
  entraDeviceId: z.string(),
  oobeConfig: z.number(),
  joinMethod: z.string(),
  profileDownloaded: z.string(),
  espTimeoutMinutes: z.number().optional(),
  technicianFlowStarted: z.iso.datetime(),
  phase: z.string(),
  failedSubcategory: z.string(),
  failedText: z.string(),
  failedCode: z.string().optional(),
  failedApp: app.extend({ exitCode: z.number(), hresult: z.string(), enforcementState: z.number() }).optional(),
  apps: z.array(app).optional(),
  intuneManagementExtension: z.object({ productCode: z.string(), status: z.number() }).optional(),
  tpmAttestation: z.string().optional(),
  joinError: z.object({ event: z.number(), code: z.string(), subCode: z.string() }).optional(),
  aik: z.string().optional(),
  enrolled: z.boolean().optional(),
  failedAt: z.string(),
  events: z.record(z.string(), z.number()),
  registryDump: z.object({ encoding: z.string(), keys: z.number() }),
  files: z.array(z.string()),
});
const expectedForms = z.object({
  Text: z.string(),
  Dword: z.number(),
  Qword: z.string(),
  Expand: z.string(),
  Multi: z.array(z.string()),
  BinaryBytes: z.number(),
  removedValues: z.array(z.string()),
  removedKeys: z.array(z.string()),
});
const expected = () =>
  z
    .object({
      'apps-failed': expectedDevice.strict(),
      'attestation-failed': expectedDevice.strict(),
      'intune-collect-nested.zip': z.object({ innerCab: z.string(), sameDeviceAs: z.literal('apps-failed') }),
      'regedit-forms-utf16le.reg': expectedForms.strict(),
    })
    .strict()
    .parse(JSON.parse(readFileSync(join(folder, 'expected.json'), 'utf8')));

const eventLogNames: Readonly<Record<string, string>> = {
  autopilot: 'autopilot',
  managementservice: 'management',
  'dm-admin': 'mdm',
  'udr-admin': 'deviceRegistration',
  'shell-core': 'shell',
  'provisioning-admin': 'provisioning',
};

async function answerTo(name: string) {
  const [read, ...others] = await readPaths([join(folder, name)], NOW);
  if (read === undefined || others.length > 0) throw new Error('An archive is one device.');
  return { read, diagnosis: diagnose(read.files, read.evidence, await loadKnowledge()) };
}

where('the archives beside this project (skipped where ../shared/fixtures is absent)', () => {
  test.each([
    ['apps-failed.zip', 'apps-failed'],
    ['apps-failed.cab', 'apps-failed'],
    ['attestation-failed.zip', 'attestation-failed'],
    ['attestation-failed.cab', 'attestation-failed'],
    ['intune-collect-nested.zip', 'apps-failed'],
  ] as const)('%s tells all that stands in expected.json', async (name, device) => {
    const wanted = expected()[device];
    const { read, diagnosis } = await answerTo(name);
    const { profile, failure, enrollment, attestation, apps } = diagnosis;
    expect({
      serial: diagnosis.device.serialNumber?.value,
      manufacturer: diagnosis.device.manufacturer?.value,
      model: diagnosis.device.model?.value,
      uuid: diagnosis.device.smbiosUuid?.value,
      deviceName: diagnosis.device.computerName?.value,
      profile: profile.name?.value,
      tenantDomain: profile.tenantDomain?.value,
      tenantId: profile.tenantId?.value,
      ztdRegistrationId: diagnosis.device.ztdId?.value,
      entraDeviceId: diagnosis.device.entraDeviceId?.value,
      oobeConfig: profile.oobeConfig?.value,
      joinMethod: profile.joinType?.value,
      profileDownloaded: profile.downloadedAt?.value,
      espTimeoutMinutes: enrollment.timeoutMinutes?.value,
      technicianFlowStarted: diagnosis.technicianFlow.startedAt?.value,
      phase: failure?.phase,
      failedSubcategory: failure?.step,
      failedText: failure?.text,
      failedAt: failure?.at?.value,
    }).toEqual({
      serial: wanted.serial,
      manufacturer: wanted.manufacturer,
      model: wanted.model,
      uuid: wanted.uuid,
      deviceName: wanted.deviceName,
      profile: wanted.profile,
      tenantDomain: wanted.tenantDomain,
      tenantId: wanted.tenantId,
      ztdRegistrationId: wanted.ztdRegistrationId,
      entraDeviceId: wanted.entraDeviceId,
      oobeConfig: wanted.oobeConfig,
      joinMethod: wanted.joinMethod,
      profileDownloaded: wanted.profileDownloaded,
      espTimeoutMinutes: wanted.espTimeoutMinutes,
      technicianFlowStarted: new Date(wanted.technicianFlowStarted).toISOString(),
      phase: wanted.phase,
      failedSubcategory: wanted.failedSubcategory,
      failedText: wanted.failedText,
      failedAt: wanted.failedAt,
    });
    if (wanted.failedCode !== undefined) expect(failure?.code).toBe(wanted.failedCode);
    if (wanted.tpmAttestation !== undefined) expect(attestation.state?.value).toBe(wanted.tpmAttestation);
    if (wanted.joinError !== undefined) expect(attestation.join?.value).toEqual(wanted.joinError);
    if (wanted.aik !== undefined) expect(attestation.refusal?.value).toBe(wanted.aik);
    if (wanted.enrolled !== undefined) expect(enrollment.isEnrolled?.value).toBe(wanted.enrolled);

    const win32 = apps.apps.filter(({ kind }) => kind === 'win32');
    expect(win32.map(({ id, name: called, state }) => ({ id, name: called, espState: state }))).toEqual(
      expect.arrayContaining(wanted.apps ?? []),
    );
    expect(win32).toHaveLength(wanted.apps?.length ?? 0);
    const agent = apps.apps.find(({ isIntuneAgent }) => isIntuneAgent);
    expect(agent && { productCode: agent.id, status: agent.state }).toEqual(wanted.intuneManagementExtension);
    const failed = diagnosis.failedApp;
    expect(
      failed === null
        ? undefined
        : {
            id: failed.id,
            name: failed.name,
            exitCode: failed.exitCode,
            hresult: failed.code,
            espState: failed.state,
            enforcementState: failed.enforcementState,
          },
    ).toEqual(wanted.failedApp);

    const counts = new Map(read.evidence.eventLogs.map(({ log, records }) => [log, records]));
    const wantedCounts = new Map(Object.entries(wanted.events).map(([log, count]) => [eventLogNames[log], count]));
    expect(counts).toEqual(wantedCounts);
    const dump = read.evidence.registries.find(({ isDump }) => isDump);
    const encoding = dump?.encoding === 'ascii' ? 'utf-8' : dump?.encoding;
    expect({ encoding: `${encoding}${dump?.hasMark === true ? '+bom' : ', no bom'}`, keys: dump?.keys }).toEqual(
      wanted.registryDump,
    );
    expect(read.files.map(({ path }) => nameOf(path))).toEqual(expect.arrayContaining(wanted.files));
    expect(diagnosis.stop).toBeNull();
    expect(diagnosis.damage).toEqual([]);
    expect(read.problems).toEqual([]);
  });

  test('the archive of Intune holds the cabinet of the collector', async () => {
    const { read } = await answerTo('intune-collect-nested.zip');
    expect(read.archives).toEqual([expect.stringMatching(/_cab\/mdmlogs-.*\.cab$/)]);
    expect(read.files.map(({ path }) => path)).toContain('results.xml');
  });

  test('what failed has its entry of the knowledge, with the cause that fits', async () => {
    const apps = await answerTo('apps-failed.cab');
    expect(apps.diagnosis.causes.map(({ entry }) => entry.id)).toEqual(['app.msi']);
    expect(apps.diagnosis.causes[0]?.likely).toHaveLength(1);
    const attestation = await answerTo('attestation-failed.cab');
    expect(attestation.diagnosis.causes.map(({ entry }) => entry.id)).toEqual([
      'tpm.vulnerable',
      'tpm.attestation-http',
      'join.device-limit',
    ]);
  });

  test('every form of a value of Regedit is read', () => {
    const wanted = expected()['regedit-forms-utf16le.reg'];
    const { text } = openText(readFileSync(join(folder, 'regedit-forms-utf16le.reg')));
    const { keys, removedKeys, removedValues, strangeLines } = readRegistryText(text);
    const value = (name: string) => keys[0]?.entries.get(name)?.value;
    expect(keys).toHaveLength(1);
    expect(strangeLines).toBe(0);
    expect(value('text')).toEqual({ type: 'text', text: wanted.Text });
    expect(value('dword')).toEqual({ type: 'number', number: wanted.Dword });
    expect(value('qword')).toEqual({ type: 'large', digits: wanted.Qword });
    expect(value('expand')).toEqual({ type: 'expand', text: wanted.Expand });
    expect(value('multi')).toEqual({ type: 'list', texts: wanted.Multi });
    const binary = value('binary');
    // The file has one byte more than `BinaryBytes` says: what stands in the file counts.
    const written = /"Binary"=hex:([0-9a-f,\\\s]+)/.exec(text)?.[1]?.match(/[0-9a-f]{2}/g)?.length;
    expect(binary?.type === 'binary' && binary.bytes.length).toBe(written);
    expect([0, 1]).toContain((written ?? 0) - wanted.BinaryBytes);
    expect(value('empty')).toEqual({ type: 'none' });
    expect(value('')).toEqual({ type: 'text', text: 'default value' });
    expect(removedValues.map(({ name }) => name)).toEqual(wanted.removedValues);
    expect(removedKeys).toEqual(wanted.removedKeys);
  });
});
