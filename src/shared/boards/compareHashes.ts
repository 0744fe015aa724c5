import { identityEvidenceOf, type Evidence } from '../devices/weighIdentity.ts';
import { isUsableUuid } from '../devices/sharedUuids.ts';
import { readHex } from '../hashes/byteReader.ts';
import type { DecodedHardwareHash } from '../hashes/decodeHardwareHash.ts';
import { recordData } from '../hashes/readContainer.ts';
import type { HardwareHashFields } from '../hashes/readFields.ts';
import { checkBoardFields } from './boardField.ts';
import { comparedCards, networkEffect, networkFindings } from './compareCards.ts';
import { hardwarePart, partOfRecord, type HardwarePart } from './hardwarePart.ts';
import {
  identityEffect,
  type BoardFinding,
  type HashComparison,
  type IdentityEffect,
  type PartChange,
} from './hashComparison.ts';
import { partTexts } from './partTexts.ts';

/**
 * What has changed between two captures, part by part: a part is named where a record about it differs, whether or not Reseal can
 * read that record, and no other is. When and under which Windows they were taken is no part.
 */
export function compareHashes(before: DecodedHardwareHash, after: DecodedHardwareHash): HashComparison {
  const changes = changesBetween(before, after);
  const weightiest =
    identityEffect.options.find((effect) => changes.some((change) => change.effect === effect)) ?? 'none';
  return {
    before: comparedHash(before.fields),
    after: comparedHash(after.fields),
    verdict: isOtherDevice(before.fields, after.fields) ? 'otherDevice' : weightiest,
    changes,
    findings: findingsOf(before, after, changes),
    fields: checkBoardFields(after.fields, before.fields),
  };
}

const comparedHash = ({ serialNumber, manufacturer, productName, collectedAt, osBuild }: HardwareHashFields) => ({
  serialNumber,
  manufacturer,
  model: productName,
  collectedAt,
  osBuild,
});

function changesBetween(before: DecodedHardwareHash, after: DecodedHardwareHash): PartChange[] {
  const old = recordsByPart(before);
  const recent = recordsByPart(after);
  const changed = [...new Set([...old.keys(), ...recent.keys()])].filter(
    (key) => contentOf(old.get(key)) !== contentOf(recent.get(key)),
  );
  return changed
    .map((key): PartChange => {
      const [part, recordType] = nameOf(key);
      const texts = [partTexts(before, part, recordType), partTexts(after, part, recordType)] as const;
      return {
        part,
        recordType,
        before: without(texts[0], texts[1]),
        after: without(texts[1], texts[0]),
        effect: effectOf(part, before, after),
      };
    })
    .sort((a, b) => orderOf(a) - orderOf(b));
}

const orderOf = ({ part, recordType }: PartChange): number =>
  hardwarePart.options.indexOf(part) * 0x1_0000 + (recordType ?? 0);

/** The records of each part as they stand, by its name; each unknown type is a part of its own. */
function recordsByPart({ bytes, records }: DecodedHardwareHash): Map<string, string[]> {
  const byPart = new Map<string, string[]>();
  for (const record of records) {
    const data = recordData(bytes, record);
    const part = partOfRecord(record.type, data);
    if (part === null) continue;
    const key = part === 'unknown' ? `unknown ${record.type}` : part;
    byPart.set(key, [...(byPart.get(key) ?? []), `${record.type} ${readHex(data)}`]);
  }
  return byPart;
}

/** Cards and disks come in any order. */
const contentOf = (records: readonly string[] = []): string => [...records].sort().join('\n');

function nameOf(key: string): readonly [HardwarePart, recordType: number | null] {
  const known = hardwarePart.safeParse(key);
  return known.success ? [known.data, null] : ['unknown', Number(key.slice(key.indexOf(' ')))];
}

function effectOf(
  part: HardwarePart,
  { fields: old }: DecodedHardwareHash,
  { fields: recent }: DecodedHardwareHash,
): IdentityEffect {
  switch (part) {
    case 'uuid':
      return isUsableUuid(old.smbiosUuid) && isUsableUuid(recent.smbiosUuid) ? 'newDevice' : 'notTold';
    case 'tpm':
      return old.tpmEndorsementKeySha256 === null || recent.tpmEndorsementKeySha256 === null ? 'notTold' : 'newDevice';
    case 'network':
      return networkEffect(comparedCards(old, recent));
    case 'disk':
      return 'dependsOnDonor';
    case 'processor':
      return 'untested';
    // The firmware of a TPM is updated without another key; displays come and go with a dock.
    case 'tpmVersion':
    case 'memory':
    case 'graphics':
    case 'display':
      return 'none';
    case 'serialNumber':
    case 'manufacturer':
    case 'model':
    case 'sku':
    case 'family':
    case 'productKeyId':
    case 'boardName':
    case 'systemVersion':
    case 'chassis':
    case 'bios':
    case 'deviceId':
    case 'unknown':
      return 'newHash';
  }
}

function findingsOf(
  before: DecodedHardwareHash,
  after: DecodedHardwareHash,
  changes: readonly PartChange[],
): BoardFinding[] {
  const isOther = changes.some(({ effect }) => effect === 'newDevice');
  const hasTpm = after.fields.tpmVersion !== null || after.fields.tpmEndorsementKeySha256 !== null;
  const findings = networkFindings(comparedCards(before.fields, after.fields), { isOther, hasTpm });
  const [old, recent] = [before.inventory.graphicsAdapters, after.inventory.graphicsAdapters];
  return recent.length > old.length
    ? [...findings, { code: 'boards.graphicsAdded', cards: without(recent, old) }]
    : findings;
}

/** Another serial number, and nothing in common by which a device is known: not one device before and after. */
function isOtherDevice(before: HardwareHashFields, after: HardwareHashFields): boolean {
  const [a, b] = [evidenceOf(before), evidenceOf(after)];
  const isOtherSerial = a.serialNumber !== null && b.serialNumber !== null && a.serialNumber !== b.serialNumber;
  const isOneBoard = isSame(a.uuid, b.uuid) || isSame(a.endorsementKey, b.endorsementKey);
  const isOneDisk = isSame(before.diskSerialNumber?.trim() || null, after.diskSerialNumber?.trim() || null);
  return isOtherSerial && !isOneBoard && !isOneDisk && comparedCards(before, after).kept.length === 0;
}

const evidenceOf = (fields: HardwareHashFields): Evidence =>
  identityEvidenceOf({ ...fields, model: fields.productName }, fields);

const isSame = (a: string | null, b: string | null): boolean => a !== null && a === b;

/** What `all` has more than `others`, value by value. */
function without(all: readonly string[], others: readonly string[]): string[] {
  const left = [...others];
  return all.filter((text) => {
    const place = left.indexOf(text);
    if (place !== -1) left.splice(place, 1);
    return place === -1;
  });
}
