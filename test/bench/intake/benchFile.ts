import { closeSync, existsSync, mkdirSync, openSync, statSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { inventedDevice, inventedHash } from '../../fakes/inventedDevices.ts';

/** A file as Partner Center and Intune exchange it, with as many invented devices; made once per folder. */
export function benchFile(folder: string, devices: number): string {
  const file = join(folder, `devices-${devices}.csv`);
  if (existsSync(file) && statSync(file).size > 0) return file;
  mkdirSync(folder, { recursive: true });
  const handle = openSync(file, 'w');
  writeSync(handle, 'Device Serial Number,Windows Product ID,Hardware Hash,Group Tag,Assigned User\r\n');
  for (let number = 0; number < devices; number++) {
    const device = inventedDevice(1_000 + number);
    // Ten characters of an invented digest are not enough for 100,000 different serial numbers of every maker.
    const serialNumber = `${device.serialNumber ?? ''}${number.toString(36).toUpperCase()}`;
    const hash = inventedHash({ ...device, serialNumber });
    writeSync(handle, `${serialNumber},,${hash},Bench,user${number}@contoso-practice.example\r\n`);
  }
  closeSync(handle);
  return file;
}
