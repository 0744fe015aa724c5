import { expect, test } from 'vitest';
import { archiveKindOf, canHoldHash, canHoldHashInArchive } from '../../../src/shared/intake/canHoldHash.ts';

test.each([
  // in a folder, in an archive
  ['devices.csv', true, true],
  ['DEVICES.TSV', true, true],
  ['logs/AutopilotDDSZTDFile.cab', true, true],
  ['delivery.zip', true, true],
  ['OA3.xml', true, true],
  ['DeviceHash_PC1.txt', true, true],
  ['hwid.json', true, true],
  ['setupact.txt', true, false],
  ['hash/notes.txt', true, false],
  ['MDMDiagReport.xml', true, false],
  ['AutopilotConfigurationFile.json', true, false],
  ['hash.evtx', false, false],
  ['devices.csv.bak', false, false],
  ['csv', false, false],
])('%s may hold a hash in a folder: %s, in an archive: %s', (name, inFolder, inArchive) => {
  expect([canHoldHash(name), canHoldHashInArchive(name)]).toEqual([inFolder, inArchive]);
});

test.each([
  ['a/b.ZIP', 'zip'],
  ['b.cab', 'cab'],
  ['b.csv', null],
  ['zip', null],
])('%s promises an archive of kind %s', (name, kind) => {
  expect(archiveKindOf(name)).toBe(kind);
});
