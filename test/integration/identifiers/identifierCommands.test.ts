import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { runInProcess } from '../support/runInProcess.ts';

let folder: string;
const reseal = (...words: string[]) =>
  runInProcess([...words, '--data-dir', join(folder, 'queue'), '--tenant', 'practice', '--speed', '600']);
const parsed = (text: string): unknown => JSON.parse(text);

const dataOf = (serialNumber: string): string =>
  Buffer.from(JSON.stringify({ Version: 1, DeviceInfo: { SerialNumber: serialNumber } })).toString('base64');

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'reseal-identifiers-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function linkFile(...serials: readonly string[]): string {
  const path = join(folder, 'many.devicelink.csv');
  const rows = serials.map((serial) => `${serial},Fabrikam,Slate 13,${dataOf(serial)}`);
  writeFileSync(path, ['SerialNumber,Manufacturer,Model,Data', ...rows, ''].join('\r\n'));
  return path;
}

describe('devicelink and identifiers on the command line', () => {
  test('DeviceLinks of a file are refused while the beta is off, and their devices are in the queue', async () => {
    const { status, stderr } = await reseal('devicelink', 'upload', '--file', linkFile('LINKA1', 'LINKB2'));
    expect(stderr).toContain('switched off');
    expect(status).toBe(3);
    expect((await reseal('list')).stdout).toContain('LINKB2');
  });

  test('once it is on, every DeviceLink of the queue is uploaded, and the list has the states', async () => {
    const { status, stdout } = await reseal('devicelink', 'upload', '--all', '--beta', '--json');
    expect(parsed(stdout)).toEqual({
      devices: ['LINKA1', 'LINKB2'].map((serialNumber) => ({
        serialNumber,
        associated: true,
        message: 'Intune lists the device as associated.',
      })),
      counts: { associated: 2, failed: 0 },
    });
    expect(status).toBe(0);
    expect(parsed((await reseal('devicelink', 'list', '--json')).stdout)).toMatchObject({
      isWhole: true,
      matching: 2,
      associations: [{ serialNumber: 'LINKA1', state: 'preassociated' }, { serialNumber: 'LINKB2' }],
    });
    expect((await reseal('devicelink', 'list', '--kept', '--search', 'b2')).stdout).toContain(
      'waits for its first start',
    );
  });

  test('an association is removed after a yes, or with --yes', async () => {
    const unasked = await reseal('devicelink', 'remove', 'linka1');
    expect(unasked.stderr).toContain('Add --yes');
    expect(unasked.status).toBe(2);
    expect(parsed((await reseal('devicelink', 'remove', 'linka1', '--dry-run', '--json')).stdout)).toMatchObject({
      rows: [{ serialNumber: 'LINKA1' }],
    });
    const { status, stdout } = await reseal('devicelink', 'remove', 'linka1', '--yes', '--json');
    expect(parsed(stdout)).toEqual({
      rows: [{ serialNumber: 'LINKA1', removed: true, message: null }],
      counts: { removed: 1, left: 0 },
    });
    expect(status).toBe(0);
    expect((await reseal('devicelink', 'remove', 'linka1', '--yes')).stderr).toContain(
      'has no association of “linka1”',
    );
  });

  test('corporate identifiers are uploaded, listed with their states, and removed', async () => {
    expect((await reseal('identifiers', 'LINKA1', 'LINKB2')).status).toBe(0);
    const listed = await reseal('identifiers', 'list');
    expect(listed.stdout).toMatch(/LINKA1 +Fabrikam +Slate 13 +not contacted yet/);
    expect(listed.stdout).toContain('In all: 2 not contacted yet.');
    const { stdout } = await reseal('identifiers', 'remove', 'LINKB2', '--yes', '--json');
    expect(parsed(stdout)).toMatchObject({ rows: [{ serialNumber: 'LINKB2', removed: true }], counts: { removed: 1 } });
    expect(parsed((await reseal('identifiers', 'list', '--json')).stdout)).toMatchObject({
      matching: 1,
      identifiers: [{ serialNumber: 'LINKA1', type: 'manufacturerModelSerial', state: 'notContacted' }],
    });
  });
});
