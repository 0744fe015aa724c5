import { closeSync, existsSync, mkdirSync, openSync, statSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { inventedDevice, inventedHash } from '../../rigs/inventedDevices.ts';

/** A file of Intune's five columns with invented devices from a number on; made once per folder. */
export function measuredFile(folder: string, devices: number, first = 1_000): string {
  const file = join(folder, `devices-${first}-${devices}.csv`);
  if (existsSync(file) && statSync(file).size > 0) return file;
  mkdirSync(folder, { recursive: true });
  const handle = openSync(file, 'w');
  writeSync(handle, 'Device Serial Number,Windows Product ID,Hardware Hash,Group Tag,Assigned User\r\n');
  for (let number = 0; number < devices; number++) {
    const device = inventedDevice(first + number);
    // Ten characters of an invented digest are not enough for 100,000 different serial numbers of every maker.
    const serialNumber = `${device.serialNumber ?? ''}${(first + number).toString(36).toUpperCase()}`;
    const hash = inventedHash({ ...device, serialNumber });
    writeSync(handle, `${serialNumber},,${hash},Bench,user${number}@contoso-practice.example\r\n`);
  }
  closeSync(handle);
  return file;
}
