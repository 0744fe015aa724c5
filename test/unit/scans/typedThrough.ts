import type { KeyboardLayout } from '../../../src/shared/scans/keyboardLayouts.ts';

/**
 * What Windows shows when a scanner types American keys and the layout is another one: only the keys that codes use,
 * written down apart from the tables of the product.
 */
const SHOWN: Readonly<Record<KeyboardLayout, Readonly<Record<string, string>>>> = {
  de: {
    '{': 'Ü',
    '}': '*',
    '"': 'Ä',
    ':': 'Ö',
    '-': 'ß',
    '/': '-',
    '?': '_',
    '=': '´',
    '&': '/',
    y: 'z',
    z: 'y',
    Y: 'Z',
    Z: 'Y',
    ']': '+',
    '[': 'ü',
    '+': '`',
    '#': '§',
    '(': ')',
    _: '?',
  },
  fr: {
    '{': '¨',
    '}': '£',
    '"': '%',
    ':': 'M',
    '-': ')',
    '/': '!',
    '?': '§',
    '&': '7',
    '.': ':',
    ',': ';',
    ']': '$',
    '%': '5',
    _: '°',
    a: 'q',
    q: 'a',
    z: 'w',
    w: 'z',
    A: 'Q',
    Q: 'A',
    Z: 'W',
    W: 'Z',
    m: ',',
    M: '?',
    1: '&',
    2: 'é',
    3: '"',
    4: "'",
    5: '(',
    6: '-',
    7: 'è',
    8: '_',
    9: 'ç',
    0: 'à',
  },
  uk: { '"': '@', '#': '£' },
  es: { '{': '^', '}': '*', '"': '¨', ':': 'Ñ', '-': "'", '/': '-', '?': '_', '=': '¡', '&': '/', ']': '+', _: '?' },
  it: { '{': 'é', '}': '*', '"': '°', ':': 'ç', '-': "'", '/': '-', '?': '_', '=': 'ì', '&': '/', ']': '+', _: '?' },
};

/** Accents that wait for the next letter and stand on it where that letter exists. */
const DEAD: Readonly<Record<KeyboardLayout, Readonly<Record<string, string>>>> = {
  de: { '´': '\u0301', '`': '\u0300', '^': '\u0302' },
  fr: { '¨': '\u0308', '^': '\u0302' },
  uk: {},
  es: { '¨': '\u0308', '´': '\u0301', '^': '\u0302', '`': '\u0300' },
  it: {},
};

export function typedThrough(layout: KeyboardLayout, text: string): string {
  const shown = Array.from(text, (key) => SHOWN[layout][key] ?? key);
  let result = '';
  for (let index = 0; index < shown.length; index++) {
    const character = shown[index] ?? '';
    const mark = DEAD[layout][character];
    const accented = mark === undefined ? '' : ((shown[index + 1] ?? '') + mark).normalize('NFC');
    const isOneLetter = /^[aeiouyAEIOUY]$/.test(shown[index + 1] ?? '') && accented.length === 1;
    result += isOneLetter ? accented : character;
    if (isOneLetter) index++;
  }
  return result;
}
