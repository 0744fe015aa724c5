import type { Issue } from '../intake/issue.ts';
import { error, info, warning, type Abouts, type KindsOf } from '../intake/issueCatalogue.ts';

/** Every code that reading a scanned code can give, and its words. */
export const SCAN_ISSUES = {
  'scan.empty': error('Nothing was scanned.', () => 'Nothing was scanned. Scan again.'),
  'scan.partial': error(
    'One of several codes that belong together; Reseal does not join them.',
    () => 'This code is only a part of several. Type the serial number instead.',
  ),
  'scan.ztdid-missing': error(
    'An Autopilot code without a usable ZTDID.',
    () => 'The code holds no ZTDID: the device may not be registered. Find it by its serial number.',
  ),
  'scan.version': warning(
    'An Autopilot code of a version that is not known.',
    () => 'The code has a version that Reseal does not know. Compare what is shown with the device.',
  ),
  'scan.elapsed': info(
    'The elapsed time in the code cannot be right and was left out.',
    () => 'The elapsed time in the code cannot be right and is left out.',
  ),
  'scan.no-serial-number': warning(
    'A DeviceLink code without a serial number.',
    () => 'The DeviceLink code holds no serial number. Type it.',
  ),
  'scan.lenovo': warning(
    "Lenovo's 1S code: machine type and serial number in one.",
    ({ serialNumber }: { readonly serialNumber: string }) =>
      `This is Lenovo's 1S code; its last eight characters, ${serialNumber}, should be the serial number. Compare them with the device.`,
  ),
  'scan.product-key-id': info(
    'A product key ID, as on the box of a device.',
    () => 'This is a product key ID. Scan the serial number to find the device.',
  ),
  'scan.guid': info(
    'A GUID that does not say what it belongs to.',
    () =>
      'This is a GUID that does not say what it belongs to. Scan the code on the Autopilot page or the serial number.',
  ),
  'scan.url': info(
    'A web address, such as an asset label or an approval link.',
    () => 'This is a web address, not the code of a device. Scan the code on the Autopilot page or the serial number.',
  ),
  'scan.hardware-hash': error(
    'A hardware hash, which is imported and not scanned.',
    () => 'This is a hardware hash. Import it instead of scanning it.',
  ),
  'scan.product-key': error(
    'A Windows product key, which Autopilot does not use.',
    () => 'This is a Windows product key. Scan the serial number instead.',
  ),
  'scan.retail-code': error(
    'The bar code of a product in the shop (EAN, UPC); every device of the model has the same.',
    () => 'This is the bar code of the product. Scan the serial number instead.',
  ),
  'scan.several-fields': error(
    'Several fields in one code, of which none is marked as the serial number.',
    () => 'This code holds several fields at once. Scan the serial number alone.',
  ),
  'scan.unreadable': error(
    'Not a code of a device that Reseal knows.',
    ({ isTooLong }: { readonly isTooLong: boolean }) =>
      isTooLong
        ? 'This is more than a code can hold. Scan one code.'
        : 'This is not a code that Reseal knows. Scan the code on the Autopilot page or the serial number.',
  ),
} as const;

type Kinds = typeof SCAN_ISSUES;
const kinds: KindsOf<Kinds> = SCAN_ISSUES;

/** What a technician should know about a scanned code. */
export function scanIssue<Code extends keyof Kinds>(code: Code, field: string, ...about: Abouts<Kinds>[Code]): Issue {
  const { severity, message } = kinds[code];
  return { code, severity, field, message: message(...about) };
}
