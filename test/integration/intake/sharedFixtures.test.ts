import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { intakeOnDisk } from '../../rigs/intakeOnDisk.ts';

const folder = join(import.meta.dirname, '../../../../shared/fixtures/hashes');
const where = existsSync(folder) ? describe : describe.skip;

where('the anonymised captures beside this project (skipped where ../shared/fixtures is absent)', () => {
  test.each([
    [
      'AutopilotHWID-utf16le.csv',
      'utf-16le',
      'intune',
      'ready',
      '4ZQ855P7GZ',
      'HP EliteBook 650 15.6 inch G10 Notebook PC',
    ],
    ['OA3.xml', 'ascii', 'oa3-xml', 'suspect', '86ZFJQ8', 'Latitude 5530'],
    ['dell-5530-winpe-25398.txt', 'ascii', 'bare-hash', 'suspect', '86ZFJQ8', 'Latitude 5530'],
    [
      'hp-650g10-win11-22621.txt',
      'ascii',
      'bare-hash',
      'ready',
      '4ZQ855P7GZ',
      'HP EliteBook 650 15.6 inch G10 Notebook PC',
    ],
    ['hyperv-25158-cut.txt', 'ascii', 'bare-hash', 'rejected', '0120-9892-1200-4516-6653-6519-49', null],
  ])('%s is %s, %s, %s', async (name, encoding, dialect, status, serialNumber, model) => {
    const intake = intakeOnDisk();
    const { files } = await intake.inspect({ name, bytes: readFileSync(join(folder, name)) });
    intake.close();

    expect(files).toMatchObject([{ path: name, encoding, dialect, rows: [{ status, serialNumber, model }] }]);
  });

  test('all of them at once: the second capture of a device is the suspect one', async () => {
    const intake = intakeOnDisk();
    const names = readdirSync(folder);
    const { files } = await intake.inspect(...names.map((name) => ({ name, bytes: readFileSync(join(folder, name)) })));
    intake.close();

    expect(files.map(({ path }) => path)).toEqual(names);
    const repeats = files.flatMap(({ path, rows }) =>
      rows.filter(({ issues }) => issues.some(({ code }) => code === 'row.duplicate')).map(() => path),
    );
    expect(repeats).toEqual(['dell-5530-winpe-25398.txt', 'hp-650g10-win11-22621.txt']);
  });
});
