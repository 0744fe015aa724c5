/** What firmware reports where the maker wrote nothing, in lower case. */
const PLACEHOLDERS: ReadonlySet<string> = new Set([
  'to be filled by o.e.m.',
  'to be filled by oem',
  'default string',
  'smbios_string_index_0',
  'system serial number',
  'system manufacturer',
  'system product name',
  'chassis serial number',
  'base board serial number',
  'serial number',
  'not specified',
  'not applicable',
  'not available',
  'n/a',
  'none',
  'unknown',
  'invalid',
  'o.e.m.',
  '0123456789',
  '123456789',
]);

/** Whether a serial number, manufacturer or product name is blank, all zeros, or a text that firmware gives by default. */
export function isPlaceholder(value: string): boolean {
  const text = value.trim().toLowerCase();
  return text === '' || PLACEHOLDERS.has(text) || (text.startsWith('0') && /^0+$/.test(text));
}
