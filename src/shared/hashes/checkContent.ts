import { isTpm2, tpmVersionOf } from './tpmVersion.ts';
import { isPlaceholder } from '../intake/placeholderSerials.ts';
import { isHexAt, readU8 } from './byteReader.ts';
import { EARLIEST_CAPTURE_MS } from './captureTime.ts';
import { isUsableUuid } from '../devices/sharedUuids.ts';
import { hashIssue, type HashIssue } from './hashIssues.ts';
import { recordData, type HashRecord } from './readContainer.ts';
import type { HardwareHashFields } from './readFields.ts';
import { RECORD } from './recordTypes.ts';

const FIRST_RECORD_BYTES = 28;
const SOURCE_TPM = 1;
const DAY_MS = 86_400_000;
const VIRTUAL_MACHINE = /virtual machine|vmware|virtualbox|innotek|qemu|kvm|\bxen\b|parallels/i;

/** The rules about what an undamaged hash holds. */
export function checkContent(
  bytes: Uint8Array,
  records: readonly HashRecord[],
  fields: HardwareHashFields,
  now: Date,
): HashIssue[] {
  return [
    ...checkFormat(records),
    ...checkNames(fields),
    ...checkIdentity(fields),
    ...checkTpm(bytes, records, fields),
    ...checkCollection(fields, now),
  ];
}

function checkFormat([first]: readonly HashRecord[]): HashIssue[] {
  if (first?.type === RECORD.collection && first.length === FIRST_RECORD_BYTES) return [];
  return [hashIssue('hash.first-record')];
}

function checkNames({ manufacturer, serialNumber, productName }: HardwareHashFields): HashIssue[] {
  const issues: HashIssue[] = [];
  if (!manufacturer) issues.push(hashIssue('hash.manufacturer-missing'));
  if (!serialNumber) issues.push(hashIssue('hash.serial-missing'));
  const values = { serialNumber, manufacturer, productName };
  const names = (['serialNumber', 'manufacturer', 'productName'] as const).filter(
    (name) => values[name] && isPlaceholder(values[name]),
  );
  if (names.length > 0) issues.push(hashIssue('hash.placeholder', { names }));
  if (VIRTUAL_MACHINE.test(`${manufacturer ?? ''} ${productName ?? ''}`)) {
    issues.push(hashIssue('hash.virtual-machine'));
  }
  return issues;
}

function checkIdentity({ productName, smbiosUuid, macAddresses, diskSerialNumber }: HardwareHashFields): HashIssue[] {
  const issues: HashIssue[] = [];
  if (!productName) issues.push(hashIssue('hash.product-missing'));
  if (!isUsableUuid(smbiosUuid)) issues.push(hashIssue('hash.uuid-missing'));
  if (macAddresses.length === 0) issues.push(hashIssue('hash.mac-missing'));
  if (!diskSerialNumber?.trim()) issues.push(hashIssue('hash.disk-serial-missing'));
  return issues;
}

function checkTpm(bytes: Uint8Array, records: readonly HashRecord[], fields: HardwareHashFields): HashIssue[] {
  const { tpmVersion, tpmEndorsementKeySha256: key, osType } = fields;
  const issues: HashIssue[] = [];
  const version = tpmVersionOf(tpmVersion);
  const isVersion2 = version !== null && isTpm2(version);
  if (!tpmVersion && key === null) issues.push(hashIssue('hash.tpm-missing', { osType }));
  else if (!tpmVersion) issues.push(hashIssue('hash.tpm-incomplete', { missing: 'version', osType }));
  else if (!isVersion2) issues.push(hashIssue('hash.tpm-version'));
  const record = records.find(({ type }) => type === RECORD.offlineDeviceId);
  const deviceId = record && recordData(bytes, record);
  const isOfTpm = deviceId !== undefined && readU8(deviceId, 4) === SOURCE_TPM;
  if (isOfTpm && !(key !== null && isHexAt(deviceId, 10, key))) issues.push(hashIssue('hash.tpm-mismatch'));
  // A device ID of a TPM whose key is not there says it already.
  else if (isVersion2 && key === null) {
    issues.push(hashIssue('hash.tpm-incomplete', { missing: 'endorsementKey', osType }));
  }
  return issues;
}

function checkCollection({ osType, collectedAt, productKeyId }: HardwareHashFields, now: Date): HashIssue[] {
  const issues: HashIssue[] = [];
  if (osType !== null && osType !== 'FullOS') issues.push(hashIssue('hash.os-type', { osType }));
  if (collectedAt !== null && isImpossible(Date.parse(collectedAt), now)) {
    issues.push(hashIssue('hash.collection-time', { collectedAt }));
  }
  if (!productKeyId) issues.push(hashIssue('hash.product-key-id-missing'));
  return issues;
}

function isImpossible(collectedMs: number, now: Date): boolean {
  return collectedMs < EARLIEST_CAPTURE_MS || collectedMs > now.getTime() + DAY_MS;
}
