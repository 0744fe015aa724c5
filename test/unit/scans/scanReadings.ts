import type { DeviceRecord } from '../../../src/shared/devices/device.ts';
import type { DeviceView } from '../../../src/shared/devices/deviceView.ts';
import { deviceViewOf } from '../../../src/shared/devices/deviceViewOf.ts';
import { readScan } from '../../../src/shared/scans/readScan.ts';
import type { ScanReading, ScanVerdict } from '../../../src/shared/scans/scanReading.ts';
import { readyDevice } from '../../rigs/deviceRecord.ts';
import { nothingBeside } from '../../rigs/besideDevice.ts';

const now = new Date('2026-11-22T12:00:00.000Z');

function seen(change: Partial<DeviceRecord> = {}): DeviceView {
  const device = readyDevice({ bench: 'succeeded', ...change });
  return deviceViewOf(device, nothingBeside, now);
}

/** The device that the readings below are about, and the code of its serial number. */
const device = seen();
const scan = readScan('5CG1234567');

const tenantName = 'contoso';
const otherId = '0b5b7a34-5b0e-4f9b-8f57-3f0a0a6f6c22';
const unknownResult = JSON.stringify({ ZtdId: '6d8d8a5e-2f2c-4d44-9d0e-0a4c9d1c2b3a', Result: 'Timeout' });

/** A reading of every verdict. */
export const readings: { readonly [Verdict in ScanVerdict]: Extract<ScanReading, { verdict: Verdict }> } = {
  found: { verdict: 'found', scan, device },
  recorded: { verdict: 'recorded', scan, device, result: 'success', elapsedMs: 38 * 60_000, startUnknown: false },
  alreadyRecorded: { verdict: 'alreadyRecorded', scan, device, result: 'success' },
  resultNotRecorded: { verdict: 'resultNotRecorded', scan, device, result: 'failure' },
  resultUnknown: { verdict: 'resultUnknown', scan: readScan(unknownResult), device },
  several: {
    verdict: 'several',
    scan,
    device: null,
    choices: [
      { device, tenantName },
      { device: { ...device, id: otherId, manufacturer: 'Dell Inc.', model: 'Latitude 5440' }, tenantName: 'fabrikam' },
    ],
  },
  similar: { verdict: 'similar', scan: readScan('CG1234567'), device: null, choices: [{ device, tenantName }] },
  notInQueue: { verdict: 'notInQueue', scan, device: null, takeIn: null },
  inTenantNotInQueue: {
    verdict: 'inTenantNotInQueue',
    scan,
    device: null,
    tenantName,
    serialNumber: '5CG1234567',
    profileName: 'Kiosk',
    profileStatus: 'assignedInSync',
    takeIn: { tenantId: otherId, tenantName, ztdId: otherId, by: 'tenant' },
  },
  otherZtdId: { verdict: 'otherZtdId', scan, device, tenantName, isInTenant: true },
  notInTenant: { verdict: 'notInTenant', scan, device: null, tenantName },
  otherTenant: { verdict: 'otherTenant', scan, device, tenantName },
  technician: {
    verdict: 'technician',
    scan: readScan('RESEAL:TECHNICIAN:JB'),
    device: null,
    initials: 'JB',
    before: 'AB',
  },
  shelved: {
    verdict: 'shelved',
    scan: readScan('RESEAL:SHELF:7'),
    device: seen({ shelf: '7' }),
    shelf: '7',
    from: null,
    other: { id: otherId, title: 'PF4XK2L9' },
  },
  shelf: { verdict: 'shelf', scan: readScan('RESEAL:SHELF:7'), device, shelf: '7' },
  unknownShelf: { verdict: 'unknownShelf', scan: readScan('RESEAL:SHELF:99'), device: null, shelf: '99' },
  unreadable: { verdict: 'unreadable', scan: readScan('https://snipe.example/42'), device: null },
};
