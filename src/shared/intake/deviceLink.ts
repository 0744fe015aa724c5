import { z } from 'zod';
import { readText } from '../hardware-hash/byteReader.ts';
import { decodeBase64 } from '../hardware-hash/base64.ts';
import { lengthWithoutPadding } from '../hardware-hash/readHashText.ts';
import { intakeIssue } from './intakeIssues.ts';
import type { Issue } from './issue.ts';

/** Long and short names of the serial number; the format is known from one community decoder only. */
const link = z.looseObject({
  sn: z.string().optional(),
  serialNumber: z.string().optional(),
  di: z.looseObject({ sn: z.string().optional() }).optional(),
});

/** What is wrong with the data of a DeviceLink row, or null: it should be base64 of JSON about the same device. */
export function checkDeviceLink(data: string | undefined, serialNumber: string | null): Issue | null {
  const content = parse((data ?? '').trim());
  if (content === null) {
    const message = 'The DeviceLink data of the row cannot be read. Export it on the device again.';
    return intakeIssue('deviceLink.data', 'serialNumber', message);
  }
  const linked = content.sn ?? content.serialNumber ?? content.di?.sn;
  if (linked === undefined || serialNumber === null || linked.toLowerCase() === serialNumber.toLowerCase()) return null;
  const message = `The row says “${serialNumber}”, its DeviceLink data “${linked.slice(0, 64)}”. Compare with the device.`;
  return intakeIssue('deviceLink.data', 'serialNumber', message);
}

function parse(data: string): z.infer<typeof link> | null {
  const { bytes, badAt } = decodeBase64(data, lengthWithoutPadding(data));
  if (badAt >= 0 || bytes.length === 0) return null;
  try {
    return link.safeParse(JSON.parse(readText(bytes, 0, bytes.length))).data ?? null;
  } catch {
    // Not JSON: there is nothing to compare with.
    return null;
  }
}
