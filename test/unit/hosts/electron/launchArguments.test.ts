import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { canHoldHash } from '../../../../src/shared/intake/canHoldHash.ts';
import { launchArguments } from '../../../../src/main/hosts/electron/launchArguments.ts';

const folder = resolve('/bench');

describe('what Reseal was started with', () => {
  it.each([
    ['packaged', ['Reseal.exe', 'devices.csv']],
    ['in a checkout', ['electron', '.', 'devices.csv']],
    [
      'a second time',
      ['Reseal.exe', '--allow-file-access-from-files', '--original-process-start-time=1', 'devices.csv'],
    ],
  ])('%s, its files are absolute paths', (_what, words) => {
    expect(launchArguments(words, folder).files).toEqual([resolve(folder, 'devices.csv')]);
  });

  it.each(['csv', 'tsv', 'txt', 'xml', 'json', 'zip', 'CAB'])(
    'takes a .%s as intake takes it in a folder',
    (ending) => {
      const name = `AutopilotConfigurationFile.${ending}`;
      expect(launchArguments(['Reseal.exe', name], folder).files).toEqual([resolve(folder, name)]);
      expect(canHoldHash(name)).toBe(true);
    },
  );

  it('takes no file that is none of intake’s', () => {
    expect(launchArguments(['Reseal.exe', 'setup.exe', 'https://evil.example/', '/program'], folder).files).toEqual([]);
  });

  it('begins anew only where that is typed out', () => {
    expect(launchArguments(['Reseal.exe'], folder).beginsAnew).toBe(false);
    expect(launchArguments(['Reseal.exe', '--begin-anew'], folder).beginsAnew).toBe(true);
  });

  it.each([[['--data-dir=/queue']], [['--data-dir', '/queue']]])('knows its data folder from %j', (words) => {
    expect(launchArguments(['Reseal.exe', ...words, 'a.CSV'], folder)).toEqual({
      dataDir: '/queue',
      withoutEncryption: false,
      beginsAnew: false,
      restarted: false,
      files: [resolve(folder, 'a.CSV')],
    });
  });
});
