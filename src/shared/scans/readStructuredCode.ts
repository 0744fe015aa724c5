import { shelfInCode } from '../shelves/shelfCode.ts';
import { letterCaseOf } from './letterCase.ts';
import { readAutopilotCode } from './readAutopilotCode.ts';
import { nothingIn, notedCode, unknownCode, type CodeReading, type ScanContent } from './scanContent.ts';
import { scanIssue } from './scanIssues.ts';
import type { CleanedScan } from './cleanScan.ts';
import { readTechnicianBadge } from './technicianBadge.ts';

const GUID = /^\{?[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}\}?$/i;
const URL = /^(?:[a-z][a-z0-9+.-]*:\/\/|www\.)\S+$/i;
const DEVICE_LINK = /^devicelink:/i;

/** A code whose form alone proves what it is; null where it has none. */
export function readStructuredCode({ text, repairs }: CleanedScan): CodeReading | null {
  const autopilot = readAutopilotCode(text);
  if (autopilot !== null) {
    const { isFolded, ...content } = autopilot;
    return { content, code: text, repairs: isFolded ? [...repairs, 'letter-case'] : repairs };
  }
  const content = readOther(text);
  return content === null ? null : { content, code: text, repairs };
}

function readOther(text: string): ScanContent | null {
  const initials = readTechnicianBadge(text);
  if (initials !== null) return { ...nothingIn('technician'), initials };
  if (DEVICE_LINK.test(text)) return readDeviceLink(text);
  const shelf = shelfInCode(text);
  if (shelf !== null) return { ...nothingIn('shelf'), shelf };
  if (URL.test(text)) return notedCode('url', scanIssue('scan.url', 'text'));
  if (GUID.test(text)) return notedCode('guid', scanIssue('scan.guid', 'text'));
  return null;
}

/** `deviceLink:/1/?sn=<serial>&data=…`; the data stays as it is, its format is not published. */
function readDeviceLink(text: string): ScanContent {
  // The data is base64, in which the two cases of a letter are two values.
  if (letterCaseOf(text) !== 'both') return unknownCode(scanIssue('scan.devicelink-case', 'text'));
  const value = /[?&]sn=([^&]*)/i.exec(text)?.[1] ?? '';
  const serialNumber = decodePercent(value) || null;
  const content: ScanContent = { ...nothingIn('devicelink'), serialNumber };
  if (serialNumber !== null) return content;
  return { ...content, issues: [scanIssue('scan.no-serial-number', 'serialNumber')] };
}

function decodePercent(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    // A stray percent sign is part of the text.
    return text;
  }
}
