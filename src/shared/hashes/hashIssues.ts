import type { Issue } from '../intake/issue.ts';

interface IssueKind {
  readonly severity: Issue['severity'];
  /** One line for the documentation. */
  readonly meaning: string;
}

/** Every code that the inspection of a hardware hash can give, in the order of its rules. */
export const HASH_ISSUES = {
  'hash.cleaned': {
    severity: 'info',
    meaning: 'Quotes, white space or invisible characters around or inside the hash were ignored.',
  },
  'hash.empty': { severity: 'error', meaning: 'There is no text.' },
  'hash.too-long': { severity: 'error', meaning: 'The text is longer than any hardware hash can be.' },
  'hash.not-a-hash': { severity: 'error', meaning: 'The text is something else than a hardware hash.' },
  'hash.letter-case': {
    severity: 'error',
    meaning: 'The text was turned into lower or upper case, which destroys a hash.',
  },
  'hash.character': { severity: 'error', meaning: 'A character that cannot be part of a hash; its position is named.' },
  'hash.length': { severity: 'error', meaning: 'The number of characters cannot be right: one is missing or doubled.' },
  'hash.cut-off': { severity: 'error', meaning: 'The end of the hash is missing.' },
  'hash.record-damaged': { severity: 'error', meaning: 'A record of the hash does not fit; its kind is named.' },
  'hash.checksum-missing': { severity: 'error', meaning: 'The checksum is not where the hash says it is.' },
  'hash.checksum': {
    severity: 'error',
    meaning: 'The checksum is not that of the content: the hash is damaged or was edited.',
  },
  'hash.percent-encoding': { severity: 'warning', meaning: 'Percent-encoding, as in a web address, was undone.' },
  'hash.prefix': { severity: 'warning', meaning: 'Text in front of the hash was removed.' },
  'hash.url-safe': { severity: 'warning', meaning: 'The URL-safe alphabet was turned back into the standard one.' },
  'hash.spaces': { severity: 'warning', meaning: 'Spaces were turned back into plus signs.' },
  'hash.trailing-a': { severity: 'warning', meaning: 'One trailing A was added or removed.' },
  'hash.fill': { severity: 'warning', meaning: 'Trailing A characters that belong to the hash were restored.' },
  'hash.padding': {
    severity: 'warning',
    meaning: 'The equals signs at the end were added or removed to fit the length.',
  },
  'hash.trailing-data': { severity: 'warning', meaning: 'Something other than zero fill follows the checksum.' },
  'hash.characters': {
    severity: 'info',
    meaning: 'The hash is complete, but has more or fewer than 4,000 characters.',
  },
  'hash.first-record': {
    severity: 'warning',
    meaning: 'The hash begins in a way that is not known; its format may be new.',
  },
  'hash.manufacturer-missing': {
    severity: 'error',
    meaning: 'The hash holds no manufacturer; Intune refuses it (802, InvalidZtdHardwareHash).',
  },
  'hash.serial-missing': {
    severity: 'error',
    meaning: 'The hash holds no serial number; Intune refuses it (802, InvalidZtdHardwareHash).',
  },
  'hash.placeholder': {
    severity: 'warning',
    meaning: 'Serial number, manufacturer or product name is a placeholder that many devices share.',
  },
  'hash.product-missing': { severity: 'warning', meaning: 'The hash holds no product name.' },
  'hash.uuid-missing': { severity: 'warning', meaning: 'The hash holds no usable SMBIOS UUID.' },
  'hash.mac-missing': { severity: 'warning', meaning: 'The hash holds no network adapter.' },
  'hash.disk-serial-missing': { severity: 'warning', meaning: 'The hash holds no disk serial number.' },
  'hash.tpm-missing': {
    severity: 'warning',
    meaning: 'No TPM: neither self-deploying nor pre-provisioning is possible.',
  },
  'hash.tpm-version': {
    severity: 'warning',
    meaning: 'The TPM is not version 2.0: neither self-deploying nor pre-provisioning is possible.',
  },
  'hash.tpm-mismatch': {
    severity: 'warning',
    meaning: 'The offline device ID does not belong to the TPM of the same hash.',
  },
  'hash.os-type': { severity: 'warning', meaning: 'The hash was not collected in full Windows and may lack fields.' },
  'hash.collection-time': {
    severity: 'info',
    meaning: 'The clock of the device was wrong when the hash was collected.',
  },
  'hash.product-key-id-missing': {
    severity: 'info',
    meaning: 'The hash holds no product key ID; normal without a key in the firmware.',
  },
  'hash.virtual-machine': {
    severity: 'info',
    meaning: 'A virtual machine: it can be registered, but not pre-provisioned or self-deployed.',
  },
} as const satisfies Record<string, IssueKind>;

export type HashIssueCode = keyof typeof HASH_ISSUES;

/** An issue of the hash in a technician's words. `repair` says what was mended. */
export function hashIssue(code: HashIssueCode, message: string, repair?: string): Issue {
  const issue = { code, severity: HASH_ISSUES[code].severity, field: 'hardwareHash', message };
  return repair === undefined ? issue : { ...issue, repair };
}
