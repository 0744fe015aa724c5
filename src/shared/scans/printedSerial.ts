import { inCapitals, letterCaseOf } from './letterCase.ts';

const SERIAL_NUMBER = /^[A-Z0-9][A-Z0-9._/+#-]{2,63}$/;
/** VMware's are the only ones known with blanks inside. */
const VMWARE_SERIAL_NUMBER = /^VMware(-[0-9a-f]{2}(?:[ -][0-9a-f]{2}){15})$/i;

/**
 * The serial number as labels print it, in capitals where all its letters are small; null where the text is none. A word in small
 * letters without a digit is no serial number.
 */
export function printedSerial(text: string): string | null {
  const vmware = VMWARE_SERIAL_NUMBER.exec(text)?.[1];
  if (vmware !== undefined) return `VMware${vmware.toLowerCase()}`;
  const printed = /\d/.test(text) && letterCaseOf(text) === 'small' ? inCapitals(text) : text;
  return SERIAL_NUMBER.test(/\d/.test(text) ? inCapitals(printed) : printed) ? printed : null;
}
