import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { inventedHash } from '../../rigs/practiceGraph.ts';

interface DeviceInFile {
  readonly serialNumber: string;
  readonly groupTag?: string;
  /** An invented one, where it does not matter. */
  readonly hash?: string;
}

/** Writes a list of devices as Intune takes it into a folder, and returns its path. */
export async function writeDeviceFile(folder: string, name: string, devices: readonly DeviceInFile[]): Promise<string> {
  const rows = devices.map(({ serialNumber, groupTag = '', hash = inventedHash(serialNumber) }) =>
    [serialNumber, '', hash, groupTag].join(','),
  );
  const file = join(folder, name);
  await writeFile(file, ['Device Serial Number,Windows Product ID,Hardware Hash,Group Tag', ...rows].join('\r\n'));
  return file;
}
