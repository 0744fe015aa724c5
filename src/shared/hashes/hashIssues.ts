import { neutralFormatter } from '../format/neutralFormatter.ts';
import { error, factOf, info, warning, type Abouts, type FactsOf, type KindsOf } from '../intake/issueCatalogue.ts';
import type { RemovedNoise } from './cleanHashText.ts';

const AGAIN = 'Export it again on the device.';
const NOT_RECOGNISED = 'Autopilot may not recognise the device';
const IN_FULL_WINDOWS = 'Capture the hash in full Windows, for example with Shift+F10 at its first setup page.';
const TPM_READY = 'Look in Windows whether the TPM is ready for attestation (tpmtool getdeviceinformation).';
const NO_TECHNICIAN_FLOW = 'pre-provisioning and self-deploying are not possible';

const NOISE_WORDS: Readonly<Record<RemovedNoise, string>> = {
  byteOrderMark: 'a byte-order mark',
  invisibleCharacters: 'invisible characters',
  lineBreaks: 'line breaks',
  quotes: 'quotes',
  blanks: 'blanks',
};

const NAME_WORDS = {
  serialNumber: 'serial number',
  manufacturer: 'manufacturer',
  productName: 'product name',
} as const;

const LOOKS_LIKE = {
  guid: 'This is a GUID',
  productKeyId: 'This looks like a product key ID',
  serialNumber: 'This looks like a serial number',
  other: 'This is some other text',
} as const;

const TPM_MISSING = {
  endorsementKey:
    'The hash names a TPM, but not its endorsement key, so pre-provisioning and self-deploying may fail at attestation.',
  version: 'The hash holds the endorsement key of a TPM, but not which TPM it is, so it may not be version 2.0.',
} as const;

interface CapturedIn {
  readonly osType: string | null;
}
interface Characters {
  readonly characters: number;
}

/** Every code that the inspection of a hardware hash can give, in the order of its rules, and its words. */
export const HASH_ISSUES = {
  'hash.cleaned': info(
    'Quotes, white space or invisible characters around or inside the hash were ignored.',
    ({ removed }: { readonly removed: readonly RemovedNoise[] }) =>
      `Ignored around or inside the hash: ${removed.map((noise) => NOISE_WORDS[noise]).join(', ')}.`,
  ),
  'hash.empty': error('There is no text.', () => 'There is no hardware hash here. Export it on the device.'),
  'hash.too-long': error(
    'The text is longer than any hardware hash can be.',
    ({ characters }: Characters) =>
      `This text has ${neutralFormatter.number(characters)} characters; a hardware hash has about 4,000. Check that the right column was taken.`,
  ),
  'hash.not-a-hash': error(
    'The text is something else than a hardware hash.',
    ({ looksLike }: { readonly looksLike: keyof typeof LOOKS_LIKE }) =>
      `${LOOKS_LIKE[looksLike]}, not a hardware hash. Check that the right column was taken.`,
  ),
  'hash.letter-case': error(
    'The text was turned into lower or upper case, which destroys a hash.',
    ({ letters }: { readonly letters: 'lower' | 'one' }) =>
      `The hash was turned into ${letters === 'lower' ? 'lower case' : 'one letter case'}, which cannot be undone. ${AGAIN}`,
  ),
  'hash.character': error(
    'A character that cannot be part of a hash; its position is named.',
    ({ position, character }: { readonly position: number; readonly character: string }) =>
      `The hash is damaged at character ${neutralFormatter.number(position)} (${shown(character)}). ${AGAIN}`,
  ),
  'hash.cut-by-screen': error(
    'A console or a page shortened the hash and put an ellipsis in place of the rest.',
    ({ characters }: Characters) =>
      `The hash was shortened on a screen: ${neutralFormatter.number(characters)} characters are left, and an ellipsis stands for the rest. Do not copy it from the console: write it to a file on the device (Get-WindowsAutopilotInfo -OutputFile) and import that.`,
  ),
  'hash.length': error(
    'The number of characters cannot be right: one is missing or doubled.',
    ({ characters }: Characters) =>
      `A character of the hash is missing or doubled: ${neutralFormatter.number(characters)} cannot be right. ${AGAIN}`,
  ),
  'hash.cut-off': error(
    'The end of the hash is missing.',
    ({ characters, needed }: Characters & { readonly needed: number }) =>
      `The hash is cut off: ${neutralFormatter.number(characters)} of at least ${neutralFormatter.number(needed)} characters. ${AGAIN}`,
  ),
  'hash.record-damaged': error(
    'A record of the hash does not fit; its kind is named.',
    ({ type }: { readonly type: number | null }) =>
      `The hash is damaged ${type === null ? 'after its last record' : `at record type ${type}`}. ${AGAIN}`,
  ),
  'hash.checksum-missing': error(
    'The checksum is not where the hash says it is.',
    () => `The hash is damaged: its checksum is not where it should be. ${AGAIN}`,
  ),
  'hash.checksum': error(
    'The checksum is not that of the content: the hash is damaged or was edited.',
    () => `The hash is damaged or was edited: its checksum is wrong. ${AGAIN}`,
  ),
  'hash.percent-encoding': mended(
    'Percent-encoding, as in a web address, was undone.',
    'The hash was percent-encoded, as in a web address.',
    'Percent-encoding undone.',
  ),
  'hash.prefix': mended(
    'Text in front of the hash was removed.',
    'There was other text in front of the hash.',
    'Text in front of the hash removed.',
  ),
  'hash.quoted-printable': mended(
    'Equals signs that a mail put into the hash were removed.',
    'A mail had wrapped the hash and put equals signs into it.',
    'Equals signs inside the hash removed.',
  ),
  'hash.url-safe': mended(
    'The URL-safe alphabet was turned back into the standard one.',
    'The hash was written in the URL-safe alphabet.',
    'Standard alphabet restored.',
  ),
  'hash.spaces': mended(
    'Spaces were turned back into plus signs.',
    'The plus signs of the hash had become spaces.',
    'Plus signs restored.',
  ),
  'hash.trailing-a': mended(
    'One trailing A was added or removed.',
    'The last A of the hash was missing or doubled.',
    'Trailing A corrected.',
  ),
  'hash.fill': mended(
    'Trailing A characters that belong to the hash were restored.',
    'The trailing As of the hash were missing.',
    'Trailing As restored.',
  ),
  'hash.padding': mended(
    'The equals signs at the end were added or removed to fit the length.',
    'The equals signs at the end did not fit the length; Intune would answer "Edm.Binary".',
    'Equals signs corrected.',
  ),
  'hash.trailing-data': warning(
    'Something other than zero fill follows the checksum.',
    () =>
      'Unexpected data follows the end of the hash. Compare what is shown with the device, or export the hash again.',
  ),
  'hash.characters': info(
    'The hash is complete, but has more or fewer than 4,000 characters.',
    ({ characters }: Characters) =>
      `The hash has ${neutralFormatter.number(characters)} characters instead of 4,000, but it is complete; it is sent with 4,000.`,
  ),
  'hash.first-record': warning(
    'The hash begins in a way that is not known; its format may be new.',
    () => 'The hash is intact, but its format is not known. Check what is shown against the device.',
  ),
  'hash.manufacturer-missing': error(
    'The hash holds no manufacturer; Intune refuses it (802, InvalidZtdHardwareHash).',
    () => 'The hash holds no manufacturer, so Intune refuses it. Write it to the firmware and export again.',
  ),
  'hash.serial-missing': error(
    'The hash holds no serial number; Intune refuses it (802, InvalidZtdHardwareHash).',
    () => 'The hash holds no serial number, so Intune refuses it. Write it to the firmware and export again.',
  ),
  'hash.placeholder': warning(
    'Serial number, manufacturer or product name is a placeholder that many devices share.',
    ({ names }: { readonly names: readonly (keyof typeof NAME_WORDS)[] }) =>
      `The ${names.map((name) => NAME_WORDS[name]).join(' and ')} in the hash is a placeholder that other devices share. Write the real one to the firmware and export again.`,
  ),
  'hash.product-missing': warning(
    'The hash holds no product name.',
    () => `The hash holds no product name: ${NOT_RECOGNISED}.`,
  ),
  'hash.uuid-missing': warning(
    'The hash holds no usable SMBIOS UUID.',
    () => `The hash holds no usable SMBIOS UUID: ${NOT_RECOGNISED}.`,
  ),
  'hash.mac-missing': warning(
    'The hash holds no network adapter.',
    () => `The hash holds no network adapter: ${NOT_RECOGNISED}.`,
  ),
  'hash.disk-serial-missing': warning(
    'The hash holds no disk serial number.',
    () => `The hash holds no disk serial number: ${NOT_RECOGNISED}.`,
  ),
  'hash.tpm-missing': warning(
    'No TPM: neither self-deploying nor pre-provisioning is possible, or Windows PE did not see it.',
    ({ osType }: CapturedIn) =>
      osType === 'WinPE'
        ? `The hash shows no TPM, and Windows PE often does not see one that is there: ${NO_TECHNICIAN_FLOW} with this hash. ${IN_FULL_WINDOWS}`
        : `The hash shows no TPM: ${NO_TECHNICIAN_FLOW}. Turn the TPM on in the firmware and export again.`,
  ),
  'hash.tpm-incomplete': warning(
    'The hash names a TPM without its endorsement key, or holds a key without its TPM.',
    ({ missing, osType }: CapturedIn & { readonly missing: keyof typeof TPM_MISSING }) =>
      `${TPM_MISSING[missing]} ${osType === 'WinPE' ? IN_FULL_WINDOWS : `${TPM_READY} ${AGAIN}`}`,
  ),
  'hash.tpm-version': warning(
    'The TPM is not version 2.0: neither self-deploying nor pre-provisioning is possible.',
    () => `The TPM is not version 2.0: ${NO_TECHNICIAN_FLOW}.`,
  ),
  'hash.tpm-mismatch': warning(
    'The offline device ID does not belong to the TPM of the same hash.',
    () => 'The device ID in the hash does not belong to its TPM. Export the hash again on the device.',
  ),
  'hash.os-type': warning(
    'The hash was not collected in full Windows and may lack fields.',
    ({ osType }: { readonly osType: string }) =>
      `The hash was collected ${osType === 'WinPE' ? 'in Windows PE, which sees only what it has drivers for,' : 'outside full Windows'} and may lack fields. ${IN_FULL_WINDOWS}`,
  ),
  'hash.collection-time': info(
    'The clock of the device was wrong when the hash was collected.',
    ({ collectedAt }: { readonly collectedAt: string }) =>
      `The clock of the device was wrong when the hash was collected (${collectedAt}).`,
  ),
  'hash.product-key-id-missing': info(
    'The hash holds no product key ID; normal without a key in the firmware.',
    () => 'The hash holds no product key ID.',
  ),
  'hash.virtual-machine': info(
    'A virtual machine: it can be registered, but not pre-provisioned or self-deployed.',
    () => 'This is a virtual machine: it can be registered, but pre-provisioning and self-deploying do not work on it.',
  ),
} as const;

type Kinds = typeof HASH_ISSUES;
const kinds: KindsOf<Kinds> = HASH_ISSUES;

export type HashIssue = FactsOf<Kinds>;

/** The fact that a hardware hash has an issue. */
export function hashIssue<Code extends keyof Kinds>(code: Code, ...about: Abouts<Kinds>[Code]) {
  return factOf<Code, Abouts<Kinds>[Code]>(code, kinds[code], 'hardwareHash', about);
}

/** What was mended in the text; only a right checksum lets a repair stand. */
function mended(meaning: string, message: string, repair: string) {
  return warning(
    meaning,
    () => `${message} The checksum is right after the repair.`,
    () => repair,
  );
}

function shown(character: string): string {
  const code = character.charCodeAt(0);
  return code > 0x20 && code < 0x7f ? `“${character}”` : `U+${code.toString(16).toUpperCase().padStart(4, '0')}`;
}
