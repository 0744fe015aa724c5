import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { inventedDevice, inventedHash } from '../../rigs/inventedDevices.ts';
import { runInProcess } from '../support/runInProcess.ts';

let folder: string;
const reseal = (...words: string[]) =>
  runInProcess([...words, '--data-dir', join(folder, 'queue'), '--tenant', 'practice', '--json']);
const parsed = (text: string): unknown => JSON.parse(text);

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'reseal-groups-'));
  const lines = ['Kiosk', 'Kiosk', 'kiosk', 'Office'].map((tag, index) => {
    const device = inventedDevice(index);
    return `${device.serialNumber ?? ''},,${inventedHash(device)},${tag}`;
  });
  const file = join(folder, 'devices.csv');
  writeFileSync(file, ['Device Serial Number,Windows Product ID,Hardware Hash,Group Tag', ...lines].join('\r\n'));
  expect((await reseal('import', file)).stderr).not.toContain('cannot');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('the rules for the tags of the queue are there to copy', async () => {
  expect(parsed((await reseal('groups', 'rules')).stdout)).toMatchObject({
    rules: [
      { of: 'ztdId', devices: 4, rule: '(device.devicePhysicalIds -any (_ -startsWith "[ZTDID]"))' },
      { value: 'Kiosk', devices: 2 },
      { value: 'Office', devices: 1 },
      { value: 'kiosk', devices: 1 },
    ],
  });
});

test('a rule is checked against nearly equal tags, also from a file', async () => {
  const rule = '(device.devicePhysicalIds -any (_ -eq "[OrderID]:Kiosk"))';
  const file = join(folder, 'rule.txt');
  writeFileSync(file, `${rule} -or (device.devicePhysicalIds -any (_ -eq "[OrderID]:Lobby"))\n`);
  const { status, stdout } = await reseal('groups', 'check', `@${file}`);
  expect(status).toBe(1);
  expect(parsed(stdout)).toMatchObject({
    matching: [{ groupTag: 'Kiosk', isRegistered: false }, { groupTag: 'Kiosk' }],
    nearlyEqual: [{ groupTag: 'kiosk', differsIn: 'case' }],
    others: 1,
    notJudged: 0,
    neverMatching: ['[OrderID]:Lobby'],
  });
});

test('a rule that cannot be read is refused with the place', async () => {
  const { status, stderr } = await reseal('groups', 'check', '(device.devicePhysicalIds -any');
  expect(status).toBe(2);
  expect(stderr).toContain('cannot be read at character');
});
