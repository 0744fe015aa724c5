import { cleanScan, type CleanedScan } from './cleanScan.ts';
import { undoKeyboardLayouts } from './keyboardLayouts.ts';
import { readAutopilotCode } from './readAutopilotCode.ts';
import type { Scan } from './scan.ts';
import { scanIssue } from './scanIssues.ts';
import type { Issue } from '../intake/issue.ts';

type ScanContent = Omit<Scan, 'repairs'>;

const GUID = /^\{?[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}\}?$/i;
const URL = /^(?:[a-z][a-z0-9+.-]*:\/\/|www\.)\S+$/i;
const DEVICE_LINK = /^devicelink:/i;
const HARDWARE_HASH = /^T0[E-H][A-Za-z0-9+/=]{100,}$/;
const PRODUCT_KEY = /^(?:[A-Z0-9]{5}-){4}[A-Z0-9]{5}$/i;
/** 13 digits on the box (PKID), or the Windows product ID that Partner Center takes in its place. */
const PRODUCT_KEY_ID = /^(?:\d{13}|\d{5}-\d{5}-\d{4,5}-[A-Z0-9]{5})$/;
/** "1S", ten characters of machine type and model, eight of serial number. */
const LENOVO = /^1S[0-9A-Z]{10}([0-9A-Z]{8})$/;
const SERIAL_NUMBER = /^[A-Z0-9][A-Z0-9._/+#-]{2,63}$/;
/** VMware's are the only ones known with blanks inside. */
const VMWARE_SERIAL_NUMBER = /^VMware-[0-9a-f]{2}(?:[ -][0-9a-f]{2}){15}$/i;
const RETAIL_SYMBOLOGY = 'E';
/** A QR code holds at most 4,296 characters. */
const MOST_CHARACTERS = 5_000;

/** Says what a scanned code is. The text itself is the caller's to keep. Never throws. */
export function readScan(raw: string): Scan {
  return readCode(raw).scan;
}

/** What a scanned code is, and its text as it was meant: without what the scanner added or a keyboard layout changed. */
export function readCode(raw: string): { readonly scan: Scan; readonly code: string } {
  if (raw.length > MOST_CHARACTERS) {
    const scan = { ...unknown(scanIssue('scan.unreadable', 'text', { isTooLong: true })), repairs: [] };
    return { scan, code: raw };
  }
  const cleaned = cleanScan(raw);
  const structured = readStructured(cleaned.text);
  if (structured) return { scan: { ...structured, repairs: [...cleaned.repairs] }, code: cleaned.text };
  const scan = { ...readPlain(cleaned), repairs: [...cleaned.repairs] };
  return readTyped(cleaned) ?? { scan, code: cleaned.text };
}

/** Tries the keyboard layouts; only a code with a structure of its own can prove which one it was. */
function readTyped({ text, repairs }: CleanedScan): ReturnType<typeof readCode> | null {
  for (const { layout, text: typed } of undoKeyboardLayouts(text)) {
    const cleaned = cleanScan(typed);
    const content = readStructured(cleaned.text);
    if (content === null) continue;
    const mended = [...repairs, ...cleaned.repairs, `keyboard-layout:${layout}`];
    return { scan: { ...content, repairs: mended }, code: cleaned.text };
  }
  return null;
}

function readStructured(text: string): ScanContent | null {
  const autopilot = readAutopilotCode(text);
  if (autopilot) return autopilot;
  if (DEVICE_LINK.test(text)) return readDeviceLink(text);
  if (URL.test(text)) {
    return noted('url', scanIssue('scan.url', 'text'));
  }
  if (GUID.test(text)) {
    return noted('guid', scanIssue('scan.guid', 'text'));
  }
  return null;
}

/** `deviceLink:/1/?sn=<serial>&data=…`; the data stays as it is, its format is not published. */
function readDeviceLink(text: string): ScanContent {
  const value = /[?&]sn=([^&]*)/i.exec(text)?.[1] ?? '';
  const serialNumber = decodePercent(value) || null;
  const content: ScanContent = {
    kind: 'devicelink',
    ztdId: null,
    serialNumber,
    result: null,
    elapsedMs: null,
    issues: [],
  };
  if (serialNumber !== null) return content;
  return {
    ...content,
    issues: [scanIssue('scan.no-serial-number', 'serialNumber')],
  };
}

function readPlain({ text, symbology, hadFields }: CleanedScan): ScanContent {
  if (text === '') return unknown(scanIssue('scan.empty', 'text'));
  if (HARDWARE_HASH.test(text)) return unknown(scanIssue('scan.hardware-hash', 'text'));
  if (PRODUCT_KEY.test(text)) return unknown(scanIssue('scan.product-key', 'text'));
  if (hadFields) return unknown(scanIssue('scan.several-fields', 'text'));
  if (symbology === RETAIL_SYMBOLOGY) return unknown(scanIssue('scan.retail-code', 'text'));
  if (PRODUCT_KEY_ID.test(text)) {
    return noted('product-key-id', scanIssue('scan.product-key-id', 'text'));
  }
  if (!isSerialNumber(text)) return unknown(scanIssue('scan.unreadable', 'text', { isTooLong: false }));
  const serial: ScanContent = {
    kind: 'serial',
    ztdId: null,
    serialNumber: text,
    result: null,
    elapsedMs: null,
    issues: [],
  };
  const lenovo = LENOVO.exec(text)?.[1];
  if (lenovo === undefined) return serial;
  return { ...serial, issues: [scanIssue('scan.lenovo', 'serialNumber', { serialNumber: lenovo })] };
}

/** Labels print serial numbers in capitals; a word in small letters without a digit is no serial number. */
function isSerialNumber(text: string): boolean {
  if (VMWARE_SERIAL_NUMBER.test(text)) return true;
  return SERIAL_NUMBER.test(/\d/.test(text) ? text.toUpperCase() : text);
}

function noted(kind: Scan['kind'], issue: Issue): ScanContent {
  return {
    kind,
    ztdId: null,
    serialNumber: null,
    result: null,
    elapsedMs: null,
    issues: [issue],
  };
}

function unknown(issue: Issue): ScanContent {
  return noted('unknown', issue);
}

function decodePercent(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    // A stray percent sign is part of the text.
    return text;
  }
}
