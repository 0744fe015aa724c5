import { gzipSync } from 'fflate';
import { z } from 'zod';
import { readText } from '../hashes/byteReader.ts';
import { decodeBase64, encodeBase64 } from '../hashes/base64.ts';
import { lengthWithoutPadding } from '../hashes/readHashText.ts';
import { shortened } from './hashText.ts';
import { intakeIssue, type IntakeIssue } from './intakeIssues.ts';

/** Long and short names of the serial number; the format is known from one community decoder only. */
const link = z.looseObject({
  sn: z.string().optional(),
  serialNumber: z.string().optional(),
  di: z.looseObject({ sn: z.string().optional() }).optional(),
});

/** What is wrong with the data of a DeviceLink row, or null: it should be base64 of JSON about the same device. */
export function checkDeviceLink(data: string | undefined, serialNumber: string | null): IntakeIssue | null {
  const bytes = bytesOf((data ?? '').trim());
  const content = bytes === null ? null : contentOf(bytes);
  if (content === null) return intakeIssue('deviceLink.data', 'serialNumber', { kind: 'unreadable' });
  const linked = content.sn ?? content.serialNumber ?? content.di?.sn;
  if (linked === undefined || serialNumber === null || linked.toLowerCase() === serialNumber.toLowerCase()) return null;
  const about = { kind: 'other', row: serialNumber, linked: shortened(linked) } as const;
  return intakeIssue('deviceLink.data', 'serialNumber', about);
}

/**
 * The DeviceLink of a row as the device's own code holds it, which is what Graph takes; null where the data is none. Of the file
 * only the form is known (base64 of JSON), so it is packed as the code packs it. A secret: whoever holds it can claim the device.
 */
export function deviceLinkOf(data: string | undefined, serialNumber: string | null): string | null {
  const bytes = bytesOf((data ?? '').trim());
  if (bytes === null || contentOf(bytes) === null) return null;
  // Without a time of packing, the same data is the same link.
  const packed = encodeBase64(gzipSync(bytes, { mtime: 0 }));
  return `deviceLink:/1/?sn=${encodeURIComponent(serialNumber ?? '')}&data=${encodeURIComponent(packed)}`;
}

function bytesOf(data: string): Uint8Array | null {
  const { bytes, badAt } = decodeBase64(data, lengthWithoutPadding(data));
  return badAt >= 0 || bytes.length === 0 ? null : bytes;
}

function contentOf(bytes: Uint8Array): z.infer<typeof link> | null {
  try {
    return link.safeParse(JSON.parse(readText(bytes, 0, bytes.length))).data ?? null;
  } catch {
    // Not JSON: there is nothing to compare with.
    return null;
  }
}
