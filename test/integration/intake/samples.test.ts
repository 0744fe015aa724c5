import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeSamples, samplesFolder } from '../../fixtures/makeSamples.ts';
import { intakeOnDisk, type IntakeOnDisk } from '../../rigs/intakeOnDisk.ts';

describe('the sample files', () => {
  let intake: IntakeOnDisk;
  beforeAll(() => {
    intake = intakeOnDisk();
  });
  afterAll(() => {
    intake.close();
  });

  const read = () =>
    readdirSync(samplesFolder).map((name) => ({ name, bytes: readFileSync(join(samplesFolder, name)) }));

  test('are byte for byte what their maker makes', () => {
    const made = makeSamples();
    expect([...made.keys()].sort()).toEqual(readdirSync(samplesFolder).sort());
    for (const [name, bytes] of made) expect(readFileSync(join(samplesFolder, name)).equals(bytes)).toBe(true);
  });

  test('hold about forty good devices of four makers, in four encodings', async () => {
    const { files } = await intake.inspect(...read());
    const good = files.flatMap(({ rows }) => rows.filter(({ status }) => status === 'ready' || status === 'repaired'));

    expect(good.length).toBeGreaterThanOrEqual(40);
    expect(new Set(good.map(({ manufacturer }) => manufacturer)).size).toBe(4);
    expect(new Set(good.map(({ serialNumber }) => serialNumber)).size).toBe(good.length);
    expect(new Set(files.map(({ encoding }) => encoding)).size).toBe(4);
  });

  test('show what refusal looks like', async () => {
    const { files } = await intake.inspect(...read());
    const bad = files.flatMap(({ path, rows }) =>
      rows
        .filter(({ status }) => status === 'suspect' || status === 'rejected')
        .map(({ line, status, issues }) => [
          path,
          line,
          status,
          issues.find(({ severity }) => severity !== 'info')?.code,
        ]),
    );

    expect(bad).toEqual([
      ['AutopilotHWID.csv', 7, 'rejected', 'hash.cut-off'],
      ['AutopilotHWID.csv', 13, 'suspect', 'hash.tpm-missing'],
      ['excel-warehouse.csv', 5, 'suspect', 'hash.placeholder'],
      ['excel-warehouse.csv', 9, 'rejected', 'hash.not-a-hash'],
      ['intune-sales.csv', 6, 'rejected', 'hash.checksum'],
      ['intune-sales.csv', 11, 'suspect', 'row.duplicate'],
      ['intune-sales.csv', 18, 'suspect', 'serialNumber.mismatch'],
    ]);
  });
});
