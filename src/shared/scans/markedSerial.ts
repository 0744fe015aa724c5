/** The envelope of ISO/IEC 15434, format 06: fields that each begin with a data identifier of ANSI MH10.8.2. */
const ENVELOPE = '[)>';
const DATA_IDENTIFIERS = '06';
const ANY_IDENTIFIER = /^\d{0,2}[A-Z](?=.)/;
const SERIAL_IDENTIFIER = /^S(?=.)/;

/** The one field of several that its data identifier marks as the serial number; null where none is, or more than one. */
export function markedSerial(fields: readonly string[]): string | null {
  const [first, format, ...rest] = fields;
  const isEnveloped = first === ENVELOPE && format === DATA_IDENTIFIERS;
  const named = isEnveloped ? rest : fields;
  const isEachNamed = named.every((field) => ANY_IDENTIFIER.test(field));
  // Without the envelope, a field beside it with the digits of an identifier is the evidence that letters in front are one.
  const isEvident = isEnveloped || (isEachNamed && named.some((field) => /^\d{1,2}[A-Z]/.test(field)));
  const serials = new Set(named.filter((field) => SERIAL_IDENTIFIER.test(field)).map((field) => field.slice(1)));
  const [serial] = serials;
  return isEvident && serials.size === 1 ? (serial ?? null) : null;
}
