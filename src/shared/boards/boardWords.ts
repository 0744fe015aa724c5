import { wordsOf, type Catalogue } from '../words/catalogue.ts';
import type { BoardFieldCheck, BoardFieldName } from './boardField.ts';
import type { RepairVerdict } from './boardGuide.ts';
import type { HardwarePart } from './hardwarePart.ts';
import type { BoardFinding, HashComparison, IdentityEffect, PartChange } from './hashComparison.ts';

const parts: Readonly<Record<HardwarePart, string>> = {
  uuid: 'Mainboard UUID',
  tpm: 'TPM',
  tpmVersion: 'TPM version and firmware',
  serialNumber: 'Serial number',
  manufacturer: 'Maker',
  model: 'Model',
  sku: 'SKU',
  family: 'Family',
  productKeyId: 'Product key ID',
  boardName: 'Mainboard name',
  systemVersion: 'System version',
  chassis: 'Chassis',
  bios: 'BIOS maker',
  deviceId: 'Offline device ID',
  network: 'Network',
  disk: 'Disk',
  processor: 'Processor',
  memory: 'Memory',
  graphics: 'Graphics',
  display: 'Display',
  unknown: 'Record',
};

/** The name of a changed part. */
export const partTitle = ({ part, recordType }: Pick<PartChange, 'part' | 'recordType'>): string =>
  recordType === null ? parts[part] : `${parts[part]} ${recordType} (not known to Reseal)`;

/** What a changed part means, in a few words. */
export const effectTitles: Readonly<Record<IdentityEffect, string>> = {
  newDevice: 'Counts as a new device',
  newHash: 'Register again with the new hash',
  notTold: 'Cannot be told: one of the hashes lacks it',
  untested: 'Not tested by Microsoft',
  dependsOnDonor: 'Fine, unless the disk comes out of a registered device',
  probablyRecognised: 'Probably still recognised',
  none: 'Nothing to do',
};

const verdicts: Readonly<Record<HashComparison['verdict'], string>> = {
  otherDevice: 'These are two devices: serial number, mainboard, disk and network cards all differ.',
  newDevice:
    'For Microsoft this is a new device: mainboard or TPM is another one. Deregister the device, then register it with the new hash.',
  newHash: 'The old hash is not valid any more. Deregister the device, then register it with the new hash.',
  notTold:
    'Whether it is still the same for Microsoft cannot be told: one of the hashes lacks what decides. Capture it again in full Windows.',
  untested:
    'Microsoft has not tested this change. Take the new hash to be safe: deregister the device, then register it again.',
  dependsOnDonor:
    'The device is recognised as before, if the new disk is new or comes out of a device that was never in Autopilot. Leave it registered.',
  probablyRecognised: 'Microsoft probably still recognises the device: another of its network cards is as before.',
  none: 'Nothing has changed that Microsoft recognises the device by. Nothing has to be done.',
};

/** What a comparison comes to, and what to do. */
export const comparisonSentence = ({ verdict }: Pick<HashComparison, 'verdict'>): string => verdicts[verdict];

const findings: Catalogue<BoardFinding> = {
  'boards.secondCardKept': ({ cards }) =>
    `A second network card stayed beside the new mainboard (${cards.join(', ')}). With a TPM that is not supported: the ID of the device is not stable before its TPM is attested. Take the card out or replace it, and capture the hash again.`,
  'boards.cardAdded': ({ cards }) =>
    `There is one network card more (${cards.join(', ')}). A card that is not the maker’s own on-board one breaks Autopilot: take it out, and capture the hash again.`,
  'boards.cardExchanged': ({ cards }) =>
    `A network card is another one (${cards.join(', ')}). Make sure that it is the maker’s own: any other breaks Autopilot.`,
  'boards.removableCard': ({ cards }) =>
    `An adapter on USB was plugged in (${cards.join(', ')}). It should not be part of a hash: unplug it, and capture the hash again.`,
  'boards.graphicsAdded': ({ cards }) =>
    `There is a further graphics card${cards.length === 0 ? '' : ` (${cards.join(', ')})`}. That does no harm.`,
};

/** What was found about cards, and what to do. */
export const boardFindingWords = (finding: BoardFinding): string => wordsOf(findings, finding.code, finding);

const fields: Readonly<Record<BoardFieldName, readonly [name: string, remedy: string]>> = {
  serialNumber: ['Serial number', 'Write it with the maker’s BIOS tool.'],
  manufacturer: ['Maker', 'Write it with the maker’s BIOS tool.'],
  model: ['Model', 'Write it with the maker’s BIOS tool.'],
  uuid: ['Mainboard UUID', 'Write one of its own with the maker’s BIOS tool.'],
  productKeyId: ['Product key ID', 'Inject the replacement product key into the BIOS.'],
  tpmKey: ['TPM key', 'Switch the TPM on in the BIOS, and see that Windows finds it. It cannot be written.'],
  network: ['Network address', 'Install the driver of the network card.'],
  disk: ['Disk serial number', 'Capture the hash with the disk in its place.'],
  osType: ['Captured in', 'Capture the hash in full Windows or in audit mode.'],
};

/** The name of a field that must be told after a repair. */
export const boardFieldTitle = (field: BoardFieldName): string => fields[field][0];

/** What is wrong with a field and what to do; null where nothing is. */
export function boardFieldProblem({ field, state, value }: BoardFieldCheck): string | null {
  const [name, remedy] = fields[field];
  switch (state) {
    case 'present':
      return null;
    case 'missing':
      return `${name} is missing. ${remedy}`;
    case 'placeholder':
      return `${name} is a placeholder (${value ?? ''}) that tells no two devices apart. ${remedy}`;
    case 'otherThanBefore':
      return `${name} is not what the device had before its repair (${value ?? ''}). ${remedy}`;
    case 'wrong':
      return `${name}: ${value ?? ''}. ${remedy}`;
  }
}

/** Whether a repaired device can be in Autopilot again. */
export const repairVerdictTitles: Readonly<Record<RepairVerdict, string>> = {
  supported: 'Can be in Autopilot again',
  conditional: 'Only under one condition',
  untested: 'Not tested by Microsoft',
  notSupported: 'Cannot be in Autopilot again',
};
