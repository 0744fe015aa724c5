import type { Issue } from '../intake/issue.ts';
import { error, info, warning, type Abouts, type KindsOf } from '../intake/issueCatalogue.ts';
import { isLayoutRepair, layoutIn, type ScanRepair } from './scanRepair.ts';

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
  'scan.result-unknown': warning(
    'The result in the code is neither Success nor Failure; it is recorded as neither.',
    ({ written }: { readonly written: string }) =>
      `The code gives “${written}” as the result, which is neither success nor failure. Record what the screen shows by hand.`,
  ),
  'scan.devicelink-case': error(
    'A DeviceLink in one letter case: its data is base64 and cannot be restored.',
    () =>
      'This DeviceLink lost the letter case of its data and cannot be used. Set the scanner to send letters as they are, switch Caps Lock off, and scan again.',
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
  'scan.express-service-code': warning(
    "Dell's Express Service Code: the service tag as a decimal number.",
    ({ serviceTag }: { readonly serviceTag: string }) =>
      `This may be Dell's Express Service Code; it stands for the service tag ${serviceTag}. Compare it with the device.`,
  ),
  'scan.like-retail-code': info(
    'A number with the form of a serial number whose check digit is that of a bar code of the shop (UPC, GTIN).',
    () => 'This may be the bar code of the product (UPC) and not a serial number. Compare it with the device.',
  ),
  'scan.like-marked': info(
    'A serial number whose first letters may be the data identifier of its label (ANSI MH10.8.2: S, 1S, SN).',
    ({ serialNumber }: { readonly serialNumber: string }) =>
      `Labels put S, 1S or SN in front of serial numbers; this one may be ${serialNumber}. Compare it with the device.`,
  ),
  'scan.imei': error(
    'An IMEI, the number of the mobile modem.',
    () => 'This is an IMEI, the number of the mobile modem. Scan the serial number instead.',
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
    () =>
      'This is the bar code of the product (EAN), the same on every device of the model. Scan the serial number instead.',
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
  'scan.several-devices': warning(
    'Several devices of the queue are called so; a person has to tell which one it is.',
    ({ sentence }: { readonly sentence: string }) => sentence,
  ),
  'scan.similar-device': warning(
    'No device of the queue is called so, but one nearly is.',
    ({ devices }: { readonly devices: string }) => `It is not in the queue. Did you mean ${devices}?`,
  ),
  'scan.visible-controls': info(
    'Control characters came as text, such as <GS>.',
    () => 'Control characters came as text, such as <GS>; they were taken as what they stand for.',
  ),
  'scan.control-characters': info(
    'The scanner sent control characters with the code.',
    () => 'The scanner sent control characters with the code; they were taken off.',
  ),
  'scan.doubled': info(
    'The same code came several times in one scan.',
    () => 'The same code came several times in one scan; it was read once. Release the trigger sooner.',
  ),
  'scan.aim-prefix': info(
    'The scanner sent the kind of bar code in front (AIM identifier).',
    () => 'The scanner sent the kind of bar code (AIM identifier) in front; it was taken off.',
  ),
  'scan.caps-lock': info(
    'Caps Lock had exchanged small letters and capitals.',
    () => 'Small letters and capitals were exchanged and have been changed back. Switch Caps Lock off.',
  ),
  'scan.letter-case': info(
    'All letters came in one case; the serial number is given in capitals.',
    () =>
      'All letters came in one case; the serial number is given in capitals. Set the scanner to send letters as they are.',
  ),
  'scan.code-39-frame': info(
    'The stars that begin and end Code 39 came with the code.',
    () => 'The stars around the code belong to Code 39 and were taken off.',
  ),
  'scan.label-words': info(
    'Words of the label, such as "S/N:", stood in front of the serial number.',
    () => 'Words of the label stood in front of the serial number and were taken off.',
  ),
  'scan.data-identifier': info(
    'A data identifier (ANSI MH10.8.2) marked the serial number.',
    () => 'A data identifier marked the serial number and was taken off.',
  ),
  'scan.keyboard-layout': info(
    'The keyboard layout of the computer is not the one that the scanner types for.',
    ({ layout }: { readonly layout: string }) =>
      `The scanner types for another keyboard than this computer's (${layout}); the code was changed back. Set the scanner to this layout.`,
  ),
} as const;

type Kinds = typeof SCAN_ISSUES;
const kinds: KindsOf<Kinds> = SCAN_ISSUES;

/** What a technician should know about a scanned code. */
export function scanIssue<Code extends keyof Kinds>(code: Code, field: string, ...about: Abouts<Kinds>[Code]): Issue {
  const { severity, message } = kinds[code];
  return { code, severity, field, message: message(...about) };
}

/** What had to be undone to read a code, told to the person who can set the scanner. */
export function repairIssue(repair: ScanRepair): Issue {
  return isLayoutRepair(repair)
    ? scanIssue('scan.keyboard-layout', 'text', { layout: layoutIn(repair) })
    : scanIssue(`scan.${repair}`, 'text');
}
