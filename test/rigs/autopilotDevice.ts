import type { AutopilotDevice, AutopilotDeviceRow } from '../../src/main/graph/resources/autopilotDeviceWire.ts';

/** A device as Graph tells it by itself, with what a test changes about it. */
export function autopilotDevice(change: Partial<AutopilotDevice> = {}): AutopilotDevice {
  return { ...autopilotRow(), deploymentProfile: null, intendedDeploymentProfile: null, ...change };
}

/** A device as a row of Graph's list, with what a test changes about it. */
export function autopilotRow(change: Partial<AutopilotDeviceRow> = {}): AutopilotDeviceRow {
  return {
    id: '6d8d8a5e-2f2c-4d44-9d0e-0a4c9d1c2b3a',
    serialNumber: '5CG1234567',
    manufacturer: 'HP',
    model: 'HP EliteBook 650 G10',
    productKeyId: null,
    groupTag: null,
    purchaseOrder: null,
    displayName: null,
    userPrincipalName: null,
    addressableUserName: null,
    enrollmentState: 'notContacted',
    lastContactedAt: null,
    entraDeviceId: null,
    managedDeviceId: null,
    profileStatus: 'notAssigned',
    profileDetailedStatus: 'none',
    profileAssignedAt: null,
    remediationState: 'noRemediationRequired',
    remediationChangedAt: null,
    userlessEnrollmentStatus: 'unknown',
    properties: {},
    ...change,
  };
}
