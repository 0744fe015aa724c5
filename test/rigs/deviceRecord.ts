import { blankDevice } from '../../src/shared/devices/blankDevice.ts';
import type { DeviceRecord } from '../../src/shared/devices/device.ts';

/** A registered device that may go to the bench, with what a test changes about it. */
export function readyDevice(change: Partial<DeviceRecord> = {}): DeviceRecord {
  return {
    ...blankDevice,
    id: 'b7b7a9c2-4a5d-4c0e-9a43-6a2f0d2f4b11',
    tenantId: '0b5b7a34-5b0e-4f9b-8f57-3f0a0a6f6c11',
    serialNumber: '5CG1234567',
    manufacturer: 'HP',
    model: 'HP EliteBook 650 G10',
    tpmVersion: 'TPM-Version:2.0 -Level:0-Revision:1.38',
    hasHardwareHash: true,
    hasDeviceLink: false,
    tagRule: null,
    tenantDefault: null,
    groupTag: 'Kiosk',
    ztdId: '6d8d8a5e-2f2c-4d44-9d0e-0a4c9d1c2b3a',
    registeredSerialNumber: change.serialNumber === undefined ? '5CG1234567' : change.serialNumber,
    registration: 'registered',
    registrationAt: '2026-11-22T08:00:00.000Z',
    profile: 'assigned',
    profileDetail: 'assignedInSync',
    profileName: 'Pre-provisioning',
    profileAssignedAt: '2026-11-22T08:20:00.000Z',
    profileAllowsPreProvisioning: true,
    profileAt: '2026-11-22T08:25:00.000Z',
    remediation: 'none',
    enrollment: 'notEnrolled',
    createdAt: '2026-11-22T07:00:00.000Z',
    updatedAt: '2026-11-22T08:25:00.000Z',
    ...change,
  };
}
