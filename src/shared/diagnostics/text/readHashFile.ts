import { inspectHardwareHash } from '../../hashes/inspectHardwareHash.ts';
import { isOtherSerial } from '../../hashes/isOtherSerial.ts';
import type { HardwareHashFields } from '../../hashes/readFields.ts';
import type { Sha256 } from '../../hashes/readContainer.ts';
import { detectLayout } from '../../intake/detectLayout.ts';
import { createLineSplitter } from '../../intake/lineSplitter.ts';
import { createRecordReader } from '../../intake/recordReader.ts';

/** Which device a file with a hardware hash is of; the hash itself stays in the file. */
export interface HashFacts {
  /** As the row has it; null where it has none. */
  readonly serialNumber: string | null;
  /** Of the row and of the hash; true where they differ. */
  readonly isOtherSerial: boolean;
  /** Null where the hash cannot be used. */
  readonly hash: {
    readonly serialNumber: string | null;
    readonly manufacturer: string | null;
    readonly model: string | null;
    readonly smbiosUuid: string | null;
    readonly tpmVersion: string | null;
    /** UTC, by the clock of the device. */
    readonly collectedAt: string | null;
    readonly osBuild: string | null;
    /** What the device is recognised by in the queue; it is compared, and never shown. */
    readonly parts: Pick<
      HardwareHashFields,
      'tpmEndorsementKeySha256' | 'productKeyId' | 'macAddresses' | 'diskSerialNumber'
    >;
  } | null;
}

const MOST_CHARACTERS = 1_048_576;

/** Reads the first row of a file that holds a hash, in any form that intake knows. Null where it has none. Never throws. */
export function readHashFile(text: string, ports: { readonly sha256: Sha256; readonly now: Date }): HashFacts | null {
  const splitter = createLineSplitter();
  const lines = [...splitter.push(text.slice(0, MOST_CHARACTERS)), ...splitter.end()];
  const layout = detectLayout(lines.slice(0, 50));
  if (layout.kind !== 'table') return null;
  const reader = createRecordReader(layout.delimiter);
  const row = [...reader.push(lines), ...reader.end()].find(({ line }) => line > layout.headerLine);
  if (row === undefined) return null;
  const valueOf = (column: 'serialNumber' | 'hardwareHash'): string | null => {
    const value = row.fields[layout.columns.indexOf(column)]?.trim() ?? '';
    return value === '' ? null : value;
  };
  const serialNumber = valueOf('serialNumber');
  const written = valueOf('hardwareHash');
  const inspected = written === null ? null : inspectHardwareHash(written, ports);
  if (inspected === null || inspected.state === 'invalid') {
    return serialNumber === null ? null : { serialNumber, isOtherSerial: false, hash: null };
  }
  const { fields } = inspected;
  return {
    serialNumber,
    isOtherSerial: isOtherSerial(fields.serialNumber, serialNumber),
    hash: {
      serialNumber: fields.serialNumber,
      manufacturer: fields.manufacturer,
      model: fields.productName,
      smbiosUuid: fields.smbiosUuid,
      tpmVersion: fields.tpmVersion,
      collectedAt: fields.collectedAt,
      osBuild: fields.osBuild,
      parts: {
        tpmEndorsementKeySha256: fields.tpmEndorsementKeySha256,
        productKeyId: fields.productKeyId,
        macAddresses: fields.macAddresses,
        diskSerialNumber: fields.diskSerialNumber,
      },
    },
  };
}
