import { z } from 'zod';
import { readText } from '../hashes/byteReader.ts';
import { decodeBase64 } from '../hashes/base64.ts';
import { lengthWithoutPadding } from '../hashes/readHashText.ts';
import { shortened } from './hashText.ts';
import { intakeIssue, type IntakeIssue } from './intakeIssues.ts';

/** Long and short names of the serial number; the format is known from community tools only. */
const link = z.looseObject({
  DeviceInfo: z.looseObject({ SerialNumber: z.string().optional() }).optional(),
  sn: z.string().optional(),
  serialNumber: z.string().optional(),
  di: z.looseObject({ sn: z.string().optional() }).optional(),
});

/** What is wrong with the data of a DeviceLink row, or null: it should be base64 of JSON about the same device. */
export function checkDeviceLink(data: string | undefined, serialNumber: string | null): IntakeIssue | null {
  const bytes = bytesOf((data ?? '').trim());
  const content = bytes === null ? null : contentOf(bytes);
  if (content === null) return intakeIssue('deviceLink.data', 'serialNumber', { kind: 'unreadable' });
  const linked = content.DeviceInfo?.SerialNumber ?? content.sn ?? content.serialNumber ?? content.di?.sn;
  if (linked === undefined || serialNumber === null || linked.toLowerCase() === serialNumber.toLowerCase()) return null;
  const about = { kind: 'other', row: serialNumber, linked: shortened(linked) } as const;
  return intakeIssue('deviceLink.data', 'serialNumber', about);
}

/**
 * The DeviceLink of a row as Graph takes it: the data unchanged, base64 of JSON, since what it holds is signed; null where the data
 * is none. A secret: whoever holds it can claim the device.
 */
export function deviceLinkOf(data: string | undefined): string | null {
  const text = (data ?? '').trim();
  const bytes = bytesOf(text);
  return bytes === null || contentOf(bytes) === null ? null : text;
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
