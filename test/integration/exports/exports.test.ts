import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createBackend, type Backend } from '../../../src/main/backend.ts';
import { sendBytes } from '../../../src/main/hosts/sendFile.ts';
import { ask } from '../../rigs/askBackend.ts';
import { inventedDevice, inventedHash } from '../../rigs/inventedDevices.ts';
import { temporaryFolder, testPorts } from '../../rigs/testPorts.ts';

const header = 'Device Serial Number,Windows Product ID,Hardware Hash,Group Tag,Assigned User';

describe('strict files for Microsoft’s portals', () => {
  const folder = temporaryFolder();
  let backend: Backend;
  let tenantId: string;
  beforeEach(async () => {
    const own = temporaryFolder();
    backend = createBackend(testPorts(own.path));
    tenantId = (await ask(backend, 'tenants.addPractice', {})).id;
  });
  afterEach(async () => {
    await backend.close();
    folder.remove();
  });

  async function open(text: string | Uint8Array, name = 'a.csv'): Promise<string> {
    const sent = await sendBytes(backend.dispatch, name, Buffer.from(text));
    if (!sent.ok) throw new Error(sent.error.message);
    return sent.value;
  }

  async function queue(text: string): Promise<string[]> {
    const { previewId } = await ask(backend, 'intake.preview', { fileIds: [await open(text)], tenantId });
    return (await ask(backend, 'intake.commit', { previewId })).deviceIds;
  }

  const bytesOf = (base64: string): Buffer => Buffer.from(base64, 'base64');
  const rowsOf = async (base64: string) => {
    const { files } = await ask(backend, 'intake.inspect', { fileIds: [await open(bytesOf(base64))] });
    return files[0];
  };

  test('Intune gets its exact header, ANSI, CR LF, no quotes; read back it is the same', async () => {
    const device = inventedDevice(0);
    const [id = ''] = await queue(
      `${header}\r\n${device.serialNumber ?? ''},,${inventedHash(device)},Büro,ada@contoso.com\r\n`,
    );
    const { files, written, refused } = await ask(backend, 'exports.write', { target: 'intune', deviceIds: [id] });

    expect({ written, refused, count: files.length }).toEqual({ written: 1, refused: [], count: 1 });
    const bytes = bytesOf(files[0]?.base64 ?? '');
    expect(bytes.toString('latin1')).toBe(
      `${header}\r\n${device.serialNumber ?? ''},${device.productKeyId ?? ''},${inventedHash(device)},Büro,ada@contoso.com\r\n`,
    );
    expect(await rowsOf(files[0]?.base64 ?? '')).toMatchObject({
      encoding: 'windows-1252',
      dialect: 'intune',
      rows: [{ status: 'ready', serialNumber: device.serialNumber, groupTag: 'Büro', assignedUser: 'ada@contoso.com' }],
    });
  });

  test('a hash does not leave under another serial number than its own', async () => {
    const device = inventedDevice(0);
    const fileIds = [await open(`${header}\r\n5CG9999999,,${inventedHash(device)},,\r\n`)];
    const { previewId } = await ask(backend, 'intake.preview', { fileIds, tenantId });
    await ask(backend, 'intake.include', { previewId, included: true });
    const { deviceIds } = await ask(backend, 'intake.commit', { previewId });

    const reason = `Its hash is of the serial number “${device.serialNumber ?? ''}”, and the device is “5CG9999999”. Import the hash of this device.`;
    for (const target of ['intune', 'partner-center'] as const) {
      expect(await ask(backend, 'exports.write', { target, deviceIds })).toEqual({
        files: [],
        written: 0,
        refused: [{ serialNumber: '5CG9999999', reason }],
        notes: [],
      });
    }
  });

  test('a hash that holds a placeholder instead of a serial number leaves under the typed one', async () => {
    const device = { ...inventedDevice(0), serialNumber: 'Default string' };
    const fileIds = [await open(`${header}\r\n5CG9999999,,${inventedHash(device)},,\r\n`)];
    const { previewId } = await ask(backend, 'intake.preview', { fileIds, tenantId });
    await ask(backend, 'intake.include', { previewId, included: true });
    const { deviceIds } = await ask(backend, 'intake.commit', { previewId });

    expect(await ask(backend, 'exports.write', { target: 'intune', deviceIds })).toMatchObject({
      written: 1,
      refused: [],
    });
  });

  test('501 devices are two files for Intune', async () => {
    const rows = Array.from({ length: 501 }, (_, number) => {
      const device = inventedDevice(number);
      return `${device.serialNumber ?? ''},,${inventedHash(device)},,`;
    });
    const deviceIds = await queue([header, ...rows].join('\r\n'));
    const { files } = await ask(backend, 'exports.write', { target: 'intune', deviceIds });
    const read = await Promise.all(files.map(({ base64 }) => rowsOf(base64)));

    expect(files.map(({ fileName }) => fileName)).toEqual([
      expect.stringMatching(/^intune-.*-1-of-2\.csv$/),
      expect.stringMatching(/^intune-.*-2-of-2\.csv$/),
    ]);
    expect(read.map((file) => file?.counts.ready)).toEqual([500, 1]);
  });

  test('a device that the target would refuse is left out with the reason', async () => {
    const [withHash, without] = [inventedDevice(0), 'HP,EliteBook 650,5CG1234567'];
    const first = await queue(`${header}\r\n${withHash.serialNumber ?? ''},,${inventedHash(withHash)},Łódź,\r\n`);
    const second = await queue(`${without}\r\n${without.replace('7567', '7568')}\r\n`);
    const { files, refused } = await ask(backend, 'exports.write', {
      target: 'intune',
      deviceIds: [...first, ...second],
    });

    expect(files).toEqual([]);
    expect(refused.map(({ reason }) => reason)).toEqual([
      expect.stringContaining('“Ł”'),
      expect.stringContaining('no hardware hash'),
    ]);
  });

  test('Partner Center gets hashes where there are some and triples where there are none', async () => {
    const device = inventedDevice(0);
    const ids = [
      ...(await queue(`${header}\r\n${device.serialNumber ?? ''},,${inventedHash(device)},,\r\n`)),
      ...(await queue('HP,EliteBook 650,5CG1234567\r\n')),
    ];
    const { files } = await ask(backend, 'exports.write', { target: 'partner-center', deviceIds: ids });

    expect(await rowsOf(files[0]?.base64 ?? '')).toMatchObject({
      dialect: 'partner-center',
      rows: [
        { status: 'ready', serialNumber: device.serialNumber, hash: { state: 'valid' } },
        {
          status: 'ready',
          serialNumber: '5CG1234567',
          manufacturer: 'HP',
          model: 'EliteBook 650',
          hash: { state: 'absent' },
        },
      ],
    });
  });

  test('corporate identifiers have no header, and no periods in the serial number alone', async () => {
    const ids = await queue('Dell Inc.,Latitude 15.6,ABC1234\r\nHP,EliteBook 650,5CG.12345.67\r\n');
    const { files, notes } = await ask(backend, 'exports.write', { target: 'corporate-identifiers', deviceIds: ids });

    expect(bytesOf(files[0]?.base64 ?? '').toString('latin1')).toBe(
      'Dell Inc.,Latitude 15.6,ABC1234\r\nHP,EliteBook 650,5CG1234567\r\n',
    );
    expect(notes.map(({ serialNumber, sentence }) => `${serialNumber}: ${sentence}`)).toEqual([
      '5CG.12345.67: The serial number “5CG.12345.67” goes out as “5CG1234567”: Microsoft wants no periods in it.',
    ]);
    expect(await rowsOf(files[0]?.base64 ?? '')).toMatchObject({
      dialect: 'corporate-identifiers',
      counts: { ready: 2 },
    });
  });

  test('identifiers with dots and commas: a comma is refused by the file as the upload refuses it', async () => {
    const ids = await queue(
      'Lenovo,ThinkCentre 2.10,FB.0001.24\r\nLenovo,ThinkCentre 2.10,FB 0002 24\r\n"Dell, Inc.",Model X,CT0003\r\n',
    );
    const { files, refused } = await ask(backend, 'exports.write', { target: 'corporate-identifiers', deviceIds: ids });
    const upload = await ask(backend, 'identifiers.upload', { deviceIds: ids });

    expect(bytesOf(files[0]?.base64 ?? '').toString('latin1')).toBe(
      'Lenovo,ThinkCentre 2.10,FB000124\r\nLenovo,ThinkCentre 2.10,FB 0002 24\r\n',
    );
    expect(refused).toEqual(upload.refused.map(({ serialNumber, reason }) => ({ serialNumber, reason })));
    expect(refused.map(({ serialNumber }) => serialNumber)).toEqual(['CT0003']);
    expect(upload.changed.map(({ serialNumber }) => serialNumber)).toEqual(['FB.0001.24']);
  });

  test('an export is an act that the audit log keeps', async () => {
    const ids = await queue('HP,EliteBook 650,5CG1234567\r\n');
    await ask(backend, 'exports.write', { target: 'corporate-identifiers', deviceIds: ids });

    const { entries } = await ask(backend, 'audit.list', {});
    expect(entries[0]).toMatchObject({
      action: 'exports.write',
      sentence: expect.stringContaining('1 device ') as unknown,
    });
  });
});
