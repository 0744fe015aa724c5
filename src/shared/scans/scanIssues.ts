import type { Issue } from '../intake/issue.ts';

/** Every code that reading a scanned code can give. */
export const SCAN_ISSUES = {
  'scan.empty': { severity: 'error', meaning: 'Nothing was scanned.' },
  'scan.partial': {
    severity: 'error',
    meaning: 'One of several codes that belong together; Reseal does not join them.',
  },
  'scan.ztdid-missing': { severity: 'error', meaning: 'An Autopilot code without a usable ZTDID.' },
  'scan.version': { severity: 'warning', meaning: 'An Autopilot code of a version that is not known.' },
  'scan.elapsed': { severity: 'info', meaning: 'The elapsed time in the code cannot be right and was left out.' },
  'scan.no-serial-number': { severity: 'warning', meaning: 'A DeviceLink code without a serial number.' },
  'scan.lenovo': { severity: 'warning', meaning: "Lenovo's 1S code: machine type and serial number in one." },
  'scan.product-key-id': { severity: 'info', meaning: 'A product key ID, as on the box of a device.' },
  'scan.guid': { severity: 'info', meaning: 'A GUID that does not say what it belongs to.' },
  'scan.url': { severity: 'info', meaning: 'A web address, such as an asset label or an approval link.' },
  'scan.hardware-hash': { severity: 'error', meaning: 'A hardware hash, which is imported and not scanned.' },
  'scan.product-key': { severity: 'error', meaning: 'A Windows product key, which Autopilot does not use.' },
  'scan.retail-code': {
    severity: 'error',
    meaning: 'The bar code of a product in the shop (EAN, UPC); every device of the model has the same.',
  },
  'scan.several-fields': {
    severity: 'error',
    meaning: 'Several fields in one code, of which none is marked as the serial number.',
  },
  'scan.unreadable': { severity: 'error', meaning: 'Not a code of a device that Reseal knows.' },
} as const satisfies Record<string, { readonly severity: Issue['severity']; readonly meaning: string }>;

export type ScanIssueCode = keyof typeof SCAN_ISSUES;

/** What a technician should know about a scanned code. */
export function scanIssue(code: ScanIssueCode, field: string, message: string): Issue {
  return { code, severity: SCAN_ISSUES[code].severity, field, message };
}
