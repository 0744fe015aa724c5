/** A value of the registry, as a file of text tells it. */
export type RegistryValue =
  | { readonly type: 'text' | 'expand'; readonly text: string }
  | { readonly type: 'number'; readonly number: number }
  /** 64 bits, as decimal digits. */
  | { readonly type: 'large'; readonly digits: string }
  | { readonly type: 'list'; readonly texts: readonly string[] }
  | { readonly type: 'binary'; readonly bytes: readonly number[] }
  | { readonly type: 'none' }
  /** In a form that is not known. */
  | { readonly type: 'raw'; readonly text: string };

const NUMBER = /^(?:dword|reg_dword):\s*(?:0x)?([0-9a-f]{1,8})$/i;
const LARGE = /^(?:qword|reg_qword):\s*(?:0x)?([0-9a-f]{1,16})$/i;
const HEX = /^hex(?:\(([0-9a-f]+)\))?:([0-9a-f,\s]*)$/i;

/** The numbers by which `hex(n)` names a type. Source: Microsoft, “Registry value types” (winnt.h). */
const TYPE = { none: 0, text: 1, expand: 2, number: 4, numberBigEndian: 5, list: 7, large: 0xb } as const;

/**
 * What stands behind the `=` of a value that is no quoted text.
 * @param isWide whether texts in hexadecimal are UTF-16, as in all files but those of `REGEDIT4`
 */
export function readRegistryValue(written: string, isWide: boolean): RegistryValue {
  const number = NUMBER.exec(written)?.[1];
  if (number !== undefined) return { type: 'number', number: Number.parseInt(number, 16) };
  const large = LARGE.exec(written)?.[1];
  if (large !== undefined) return { type: 'large', digits: BigInt(`0x${large}`).toString() };
  const hex = HEX.exec(written);
  if (hex === null) return { type: 'raw', text: written };
  const bytes = bytesOf(hex[2] ?? '');
  if (bytes === null) return { type: 'raw', text: written };
  return hex[1] === undefined ? { type: 'binary', bytes } : valueOf(Number.parseInt(hex[1], 16), bytes, isWide);
}

function valueOf(type: number, bytes: readonly number[], isWide: boolean): RegistryValue {
  switch (type) {
    case TYPE.none:
      return { type: 'none' };
    case TYPE.text:
      return { type: 'text', text: untilNul(textOf(bytes, isWide)) };
    case TYPE.expand:
      return { type: 'expand', text: untilNul(textOf(bytes, isWide)) };
    case TYPE.number:
      return bytes.length === 4 ? { type: 'number', number: Number(largeOf(bytes)) } : { type: 'binary', bytes };
    case TYPE.numberBigEndian:
      return bytes.length === 4
        ? { type: 'number', number: Number(largeOf(bytes.toReversed())) }
        : { type: 'binary', bytes };
    case TYPE.list:
      return {
        type: 'list',
        texts: textOf(bytes, isWide)
          .split('\0')
          .filter((text) => text !== ''),
      };
    case TYPE.large:
      return bytes.length === 8 ? { type: 'large', digits: largeOf(bytes).toString() } : { type: 'binary', bytes };
    default:
      return { type: 'binary', bytes };
  }
}

/** Null where something between two commas is no byte. */
function bytesOf(written: string): readonly number[] | null {
  const compact = written.replaceAll(/\s/g, '').replace(/,$/, '');
  if (compact === '') return [];
  if (!/^[0-9a-f]{1,2}(?:,[0-9a-f]{1,2})*$/i.test(compact)) return null;
  return compact.split(',').map((byte) => Number.parseInt(byte, 16));
}

function textOf(bytes: readonly number[], isWide: boolean): string {
  const step = isWide ? 2 : 1;
  let text = '';
  for (let at = 0; at + step <= bytes.length; at += step) {
    text += String.fromCharCode((bytes[at] ?? 0) + (isWide ? (bytes[at + 1] ?? 0) * 0x100 : 0));
  }
  return text;
}

const untilNul = (text: string): string => text.split('\0', 1)[0] ?? '';

/** Little-endian. */
function largeOf(bytes: readonly number[]): bigint {
  return bytes.reduceRight((sum, byte) => sum * 256n + BigInt(byte), 0n);
}
