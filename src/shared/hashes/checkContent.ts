import { isPlaceholder } from '../intake/placeholderSerials.ts';
import type { Issue } from '../intake/issue.ts';
import { isHexAt, readU8 } from './byteReader.ts';
import { EARLIEST_CAPTURE_MS } from './captureTime.ts';
import { isUsableUuid } from './deviceIdentity.ts';
import { hashIssue } from './hashIssues.ts';
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
): Issue[] {
  return [
    ...checkFormat(records),
    ...checkNames(fields),
    ...checkIdentity(fields),
    ...checkTpm(bytes, records, fields),
    ...checkCollection(fields, now),
  ];
}

function checkFormat([first]: readonly HashRecord[]): Issue[] {
  if (first?.type === RECORD.collection && first.length === FIRST_RECORD_BYTES) return [];
  return [
    hashIssue(
      'hash.first-record',
      'The hash is intact, but its format is not known. Check what is shown against the device.',
    ),
  ];
}

function checkNames({ manufacturer, serialNumber, productName }: HardwareHashFields): Issue[] {
  const issues: Issue[] = [];
  if (!manufacturer) {
    issues.push(
      hashIssue(
        'hash.manufacturer-missing',
        'The hash holds no manufacturer, so Intune refuses it. Write it to the firmware and export again.',
      ),
    );
  }
  if (!serialNumber) {
    issues.push(
      hashIssue(
        'hash.serial-missing',
        'The hash holds no serial number, so Intune refuses it. Write it to the firmware and export again.',
      ),
    );
  }
  const values = { 'serial number': serialNumber, manufacturer, 'product name': productName };
  const placeholders = Object.entries(values).filter(([, value]) => value && isPlaceholder(value));
  if (placeholders.length > 0) {
    const names = placeholders.map(([name]) => name).join(' and ');
    issues.push(
      hashIssue(
        'hash.placeholder',
        `The ${names} in the hash is a placeholder that other devices share. Write the real one to the firmware and export again.`,
      ),
    );
  }
  if (VIRTUAL_MACHINE.test(`${manufacturer ?? ''} ${productName ?? ''}`)) {
    issues.push(
      hashIssue(
        'hash.virtual-machine',
        'This is a virtual machine: it can be registered, but pre-provisioning and self-deploying do not work on it.',
      ),
    );
  }
  return issues;
}

function checkIdentity({ productName, smbiosUuid, macAddresses, diskSerialNumber }: HardwareHashFields): Issue[] {
  const issues: Issue[] = [];
  const weak = 'Autopilot may not recognise the device';
  if (!productName) issues.push(hashIssue('hash.product-missing', `The hash holds no product name: ${weak}.`));
  if (!isUsableUuid(smbiosUuid))
    issues.push(hashIssue('hash.uuid-missing', `The hash holds no usable SMBIOS UUID: ${weak}.`));
  if (macAddresses.length === 0)
    issues.push(hashIssue('hash.mac-missing', `The hash holds no network adapter: ${weak}.`));
  if (!diskSerialNumber?.trim())
    issues.push(hashIssue('hash.disk-serial-missing', `The hash holds no disk serial number: ${weak}.`));
  return issues;
}

function checkTpm(bytes: Uint8Array, records: readonly HashRecord[], fields: HardwareHashFields): Issue[] {
  const { tpmVersion, tpmEndorsementKeySha256 } = fields;
  const excluded = 'pre-provisioning and self-deploying are not possible';
  const issues: Issue[] = [];
  if (!tpmVersion) {
    issues.push(
      hashIssue(
        'hash.tpm-missing',
        `The hash shows no TPM: ${excluded}. Turn the TPM on in the firmware and export again.`,
      ),
    );
  } else if (!/^TPM-Version:\s*2\./i.test(tpmVersion)) {
    issues.push(hashIssue('hash.tpm-version', `The TPM is not version 2.0: ${excluded}.`));
  }
  const record = records.find(({ type }) => type === RECORD.offlineDeviceId);
  const deviceId = record && recordData(bytes, record);
  if (
    deviceId &&
    readU8(deviceId, 4) === SOURCE_TPM &&
    !(tpmEndorsementKeySha256 !== null && isHexAt(deviceId, 10, tpmEndorsementKeySha256))
  ) {
    issues.push(
      hashIssue(
        'hash.tpm-mismatch',
        'The device ID in the hash does not belong to its TPM. Export the hash again on the device.',
      ),
    );
  }
  return issues;
}

function checkCollection({ osType, collectedAt, productKeyId }: HardwareHashFields, now: Date): Issue[] {
  const issues: Issue[] = [];
  if (osType !== null && osType !== 'FullOS') {
    const where = osType === 'WinPE' ? 'in Windows PE' : 'outside full Windows';
    issues.push(
      hashIssue(
        'hash.os-type',
        `The hash was collected ${where} and may lack fields. Export it in full Windows if registration fails.`,
      ),
    );
  }
  const collectedMs = collectedAt === null ? null : Date.parse(collectedAt);
  if (collectedMs !== null && (collectedMs < EARLIEST_CAPTURE_MS || collectedMs > now.getTime() + DAY_MS)) {
    issues.push(
      hashIssue(
        'hash.collection-time',
        `The clock of the device was wrong when the hash was collected (${collectedAt ?? ''}).`,
      ),
    );
  }
  if (!productKeyId) issues.push(hashIssue('hash.product-key-id-missing', 'The hash holds no product key ID.'));
  return issues;
}
