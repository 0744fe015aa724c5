import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { inventedDevice, inventedHash } from '../../rigs/inventedDevices.ts';
import { runInProcess } from '../support/runInProcess.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'reseal-boards-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const before = inventedDevice(1);
const donor = inventedDevice(9);
const repaired = { ...before, smbiosUuid: donor.smbiosUuid, tpm: donor.tpm, memoryGib: 32 };

const board = (...words: string[]) => runInProcess(['board', ...words, '--data-dir', join(folder, 'queue')]);

function file(name: string, device: typeof before): string {
  const path = join(folder, name);
  writeFileSync(path, inventedHash(device));
  return path;
}

const parsed = (text: string): unknown => JSON.parse(text);

describe('reseal board compare', () => {
  test('names each changed part, what it means and what to do, and prints no hash', async () => {
    const [old, recent] = [file('old.txt', before), file('new.txt', repaired)];
    const { status, stdout } = await board('compare', old, recent, '--json');
    expect(status).toBe(1);
    expect(parsed(stdout)).toMatchObject({
      verdict: 'newDevice',
      changes: [
        { part: 'uuid', before: [before.smbiosUuid], after: [donor.smbiosUuid], effect: 'newDevice' },
        { part: 'tpm', effect: 'newDevice' },
        { part: 'tpmVersion', effect: 'none' },
        { part: 'memory', before: ['16 GB'], after: ['32 GB'], effect: 'none' },
      ].filter(({ part }) => part !== 'tpmVersion' || donor.tpm?.version !== before.tpm?.version),
    });
    expect(stdout).not.toContain(inventedHash(repaired).slice(0, 200));
    expect((await board('compare', old, recent)).stdout).toContain('For Microsoft this is a new device');
  });

  test('the same device captured again needs nothing', async () => {
    const { status, stdout } = await board(
      'compare',
      file('a.txt', before),
      file('b.txt', { ...before, osBuild: '10.0.26200.1' }),
    );
    expect(status).toBe(0);
    expect(stdout).toContain('Nothing has to be done');
  });

  test('a damaged hash is refused: what it lacks would look like a change', async () => {
    const path = join(folder, 'cut.txt');
    writeFileSync(path, inventedHash(before).slice(0, 400));
    const { status, stderr } = await board('compare', file('a.txt', before), path);
    expect(status).toBe(3);
    expect(stderr).toContain('The new hash cannot be compared.');
  });
});

test('reseal board check says which of nine fields the repaired board lacks', async () => {
  const { status, stdout } = await board(
    'check',
    file('new.txt', { ...repaired, serialNumber: 'Default string' }),
    '--json',
  );
  expect(status).toBe(1);
  const { fields } = z
    .object({ fields: z.array(z.looseObject({ field: z.string(), state: z.string() })) })
    .parse(parsed(stdout));
  expect(fields.find(({ field }) => field === 'serialNumber')?.state).toBe('placeholder');
});

describe('reseal board ask', () => {
  test('asks one question after the other, and ends at a verdict with its steps', async () => {
    const first = await board('ask');
    expect(first.stdout).toContain('part=mainboard');
    const { stdout } = await board('ask', 'part=disk', 'diskFrom=elsewhere', '--json');
    expect(parsed(stdout)).toMatchObject({ question: null, case: { row: 15, verdict: 'supported' } });
    const refused = await board('ask', 'part=mainboard', 'biosTool=no');
    expect(refused.status).toBe(1);
    expect(refused.stdout).toContain('Cannot be in Autopilot again');
  });

  test('an answer that the question does not have is refused with those that it has', async () => {
    const { status, stderr } = await board('ask', 'part=wing');
    expect(status).toBe(2);
    expect(stderr).toContain('mainboard, disk');
  });

  test('all nineteen cases can be listed', async () => {
    const { stdout } = await board('cases', '--json');
    expect(stdout.match(/"row": \d+/g)).toHaveLength(19);
  });
});
