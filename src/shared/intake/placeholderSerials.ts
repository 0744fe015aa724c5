/** What firmware reports where the maker wrote nothing, in lower case, as far as no rule tells it. */
const PLACEHOLDERS: ReadonlySet<string> = new Set([
  'n/a',
  'na',
  'nil',
  'null',
  'empty',
  'undefined',
  'unspecified',
  'unknown',
  'invalid',
  'oem',
  'o.e.m.',
  'o.e.m',
  'serial',
  'serial number',
  'serialnumber',
  'chassis serial number',
  'base board serial number',
  'smbios_string_index_0',
  'test',
  'sample',
  'sernum0',
  'empty slot',
  'no serial number',
  'no asset tag',
]);

/** How texts begin that a maker's real serial number does not begin with. */
const BEGINNING =
  /^(?:default(?:\b|_)|sys(?:tem)?$|none(?:\b|_)|not(?:\b|_|specified|applicable|available|set|present|defined))/;

const SYSTEM_NAME = /system[\s_]*(?:serial|manufacturer|product|name|version)/;

/** The digits in their order behind nothing, or behind letters such as SN or ASSET. */
const COUNTED = /^[a-z]*0?1234567890?$/;

const BETWEEN = /[\s._/-]+/g;

/** Shorter runs may be the number of a real device. */
const SHORTEST_REPEAT = 3;
const SHORTEST_SEQUENCE = 4;

/**
 * Whether a serial number, manufacturer or product name is blank, one character throughout, a sequence such as 123456789 or
 * abcdef, or a text that firmware gives by default. Such a value is many devices' and tells none apart.
 */
export function isPlaceholder(value: string): boolean {
  const text = value.trim().toLowerCase();
  if (text === '' || PLACEHOLDERS.has(text) || BEGINNING.test(text) || text.includes('filled')) return true;
  if (text.includes('system') && SYSTEM_NAME.test(text)) return true;
  const plain = text.replace(BETWEEN, '');
  return isRun(plain) || COUNTED.test(plain);
}

/** Whether there are nothing but zeros, or every character is the one before it, or the next one up or down. */
function isRun(text: string): boolean {
  if (text.length < 2) return text === '' || text === '0';
  const step = stepAt(text, 1);
  if (step < -1 || step > 1) return false;
  for (let index = 2; index < text.length; index++) if (stepAt(text, index) !== step) return false;
  if (step !== 0) return text.length >= SHORTEST_SEQUENCE;
  return text.length >= SHORTEST_REPEAT || text.startsWith('0');
}

/** From the character before; after 9 comes 0. */
function stepAt(text: string, index: number): number {
  const step = text.charCodeAt(index) - text.charCodeAt(index - 1);
  if (text[index] === '0' && text[index - 1] === '9') return 1;
  return text[index] === '9' && text[index - 1] === '0' ? -1 : step;
}
