import { serviceTagOf } from './expressServiceCode.ts';
import { inCapitals } from './letterCase.ts';

/** Data identifiers of ANSI MH10.8.2 for a serial number, which may as well be its first letters. */
const SERIAL_IDENTIFIERS = ['1S', 'SN', 'S'];
/** So much has to be left for it to be a serial number. */
const SHORTEST = 5;

/** The serial number without what may be a data identifier in front, the likeliest first. */
export function unmarkedReadingsOf(serialNumber: string): readonly string[] {
  const printed = inCapitals(serialNumber);
  return SERIAL_IDENTIFIERS.filter((identifier) => printed.startsWith(identifier))
    .map((identifier) => printed.slice(identifier.length))
    .filter((rest) => rest.length >= SHORTEST && /\d/.test(rest));
}

/** What else a scanned serial number may stand for. To be offered where the queue has it, never to be taken for granted. */
export function otherReadingsOf(serialNumber: string): readonly string[] {
  const printed = inCapitals(serialNumber);
  // A scanner that types for an American keyboard exchanges these two on a German one, and nothing else shows it.
  const exchanged = printed.replace(/[YZ]/g, (letter) => (letter === 'Y' ? 'Z' : 'Y'));
  const serviceTag = serviceTagOf(printed);
  return [
    ...(serviceTag === null ? [] : [serviceTag]),
    ...unmarkedReadingsOf(printed),
    ...(exchanged === printed ? [] : [exchanged]),
  ];
}
