import { z } from 'zod';
import type { PracticeDeviceRow, ImportRecordRow } from '../state/rows.ts';
import { delayFor, type Tenant } from '../tenant.ts';
import { hardwareIdentitySchema, type HardwareIdentity } from './hardwareIdentity.ts';
import { importError, outcomeBySerial, type PracticeImportError } from './serialRules.ts';

const importErrorSchema = z.strictObject({ code: z.number().int(), name: z.string() });

/** A record is `unknown` for the first part of its time and `pending` for the rest. */
const UNKNOWN_SHARE = 0.2;

/** Queues the record: it will be `pending` soon and final after the import delay. */
export function startImport(tenant: Tenant, record: ImportRecordRow, now: number): void {
  const delay = delayFor(tenant, 'import', record.serialNumber ?? record.id);
  tenant.state.dueEvents.add('importPending', record.id, now + Math.round(delay * UNKNOWN_SHARE));
  tenant.state.dueEvents.add('importFinished', record.id, now + delay);
}

/** An import record is `unknown` at first, and `pending` once Microsoft's service has seen it. */
export function showPending(tenant: Tenant, recordId: string): void {
  tenant.state.importRecords.update(recordId, { status: 'pending' });
}

/** Registers the device of a record, or marks the record with the reason why not. */
export function finishImport(tenant: Tenant, recordId: string, at: number): void {
  const record = tenant.state.importRecords.find(recordId);
  // What the service does when a record is deleted before its time is not known; here the import ends with it.
  if (!record) return;
  const identity = record.identity === null ? null : hardwareIdentitySchema.parse(JSON.parse(record.identity));
  const ruling = outcomeBySerial(`${record.serialNumber ?? ''} ${identity?.serialNumber ?? ''}`, tenant.serialRules());
  if (ruling?.kind === 'stuck') return;

  const refusal = ruling ?? verdictOf(record) ?? refusalOf(tenant, record, identity);
  if (refusal) {
    tenant.state.importRecords.update(recordId, { status: 'error', errorCode: refusal.code, errorName: refusal.name });
    return;
  }
  if (!identity) return;
  const device = registerDevice(tenant, record, identity);
  tenant.state.importRecords.update(recordId, { status: 'complete', registrationId: device.id });
  tenant.state.dueEvents.add('deviceListed', device.id, at + delayFor(tenant, 'listing', device.serialNumber));
}

function verdictOf(record: ImportRecordRow): PracticeImportError | null {
  return record.verdict === null ? null : importErrorSchema.parse(JSON.parse(record.verdict));
}

function refusalOf(
  tenant: Tenant,
  record: ImportRecordRow,
  identity: HardwareIdentity | null,
): PracticeImportError | null {
  if (!identity) return importError(802);
  return isRegistered(tenant, record, identity) ? importError(806) : null;
}

/** Another capture of the same device has another hash, but the same maker, model and serial number. */
function isRegistered(tenant: Tenant, record: ImportRecordRow, identity: HardwareIdentity): boolean {
  const { serialNumber, manufacturer, model } = identity;
  return tenant.state.hasTwin({ hashSha256: record.hashSha256, serialNumber, manufacturer, model });
}

/** Whose hash it is, and what was said beside it. */
type Registration = Pick<ImportRecordRow, 'groupTag' | 'assignedUserPrincipalName' | 'hashSha256'>;

/** The device is known to the service from now on, and listed later. */
export function registerDevice(tenant: Tenant, record: Registration, identity: HardwareIdentity): PracticeDeviceRow {
  const user = record.assignedUserPrincipalName ?? '';
  const hardware = `${identity.manufacturer}\n${identity.model}\n${identity.serialNumber}`;
  const device: PracticeDeviceRow = {
    id: tenant.state.newId('device', hardware),
    isListed: 0,
    serialNumber: identity.serialNumber,
    manufacturer: identity.manufacturer,
    model: identity.model,
    systemFamily: identity.systemFamily,
    skuNumber: identity.skuNumber,
    productKey: identity.productKeyId,
    hashSha256: record.hashSha256 ?? '',
    isVirtualMachine: identity.isVirtualMachine ? 1 : 0,
    hasTpm: identity.hasTpm ? 1 : 0,
    groupTag: record.groupTag ?? '',
    displayName: '',
    userPrincipalName: user,
    addressableUserName: '',
    // Its object in Entra comes after it is listed.
    entraDeviceId: '',
    managedDeviceId: null,
    enrollmentState: 'notContacted',
    lastContactedAt: null,
    profileStatus: 'notAssigned',
    profileDetailedStatus: 'none',
    profileAssignedAt: null,
    deploymentProfileId: null,
    intendedProfileId: null,
    profileTurn: 0,
    remediationState: 'noRemediationRequired',
    remediationChangedAt: null,
    userlessEnrollmentStatus: 'unknown',
    removalQueuedAt: null,
  };
  tenant.state.devices.insert(device);
  return device;
}
