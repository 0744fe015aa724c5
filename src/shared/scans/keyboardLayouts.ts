/**
 * A hand scanner types like a keyboard, as a rule like an American one. Where Windows expects another layout, the keys
 * come out as other characters. Each row below gives the characters of the same keys in the same order
 * (Microsoft, "Windows keyboard layouts"); a blank is a key that gives nothing.
 */
const US_KEYS = "`1234567890-=qwertyuiop[]asdfghjkl;'\\zxcvbnm,./" + '~!@#$%^&*()_+QWERTYUIOP{}ASDFGHJKL:"|ZXCVBNM<>?';

export type KeyboardLayout = 'de' | 'fr' | 'uk' | 'es' | 'it';

const LAYOUT_KEYS: Readonly<Record<KeyboardLayout, string>> = {
  de: '^1234567890ß´qwertzuiopü+asdfghjklöä#yxcvbnm,.-' + '°!"§$%&/()=?`QWERTZUIOPÜ*ASDFGHJKLÖÄ\'YXCVBNM;:_',
  fr: '²&é"\'(-è_çà)=azertyuiop^$qsdfghjklmù*wxcvbn,;:!' + ' 1234567890°+AZERTYUIOP¨£QSDFGHJKLM%µWXCVBN?./§',
  uk: "`1234567890-=qwertyuiop[]asdfghjkl;'#zxcvbnm,./" + '¬!"£$%^&*()_+QWERTYUIOP{}ASDFGHJKL:@~ZXCVBNM<>?',
  es: "º1234567890'¡qwertyuiop`+asdfghjklñ´çzxcvbnm,.-" + 'ª!"·$%&/()=?¿QWERTYUIOP^*ASDFGHJKLÑ¨ÇZXCVBNM;:_',
  it: "\\1234567890'ìqwertyuiopè+asdfghjklòàùzxcvbnm,.-" + '|!"£$%&/()=?^QWERTYUIOPé*ASDFGHJKLç°§ZXCVBNM;:_',
};

/** Keys that print nothing until the next one, and then an accent on it: the combining mark and the key's own sign. */
const DEAD_KEYS = new Map([
  ['\u0300', '`'],
  ['\u0301', '´'],
  ['\u0302', '^'],
  ['\u0308', '¨'],
]);

const REVERSE: readonly (readonly [KeyboardLayout, ReadonlyMap<string, string>])[] = [
  reverse('de'),
  reverse('fr'),
  reverse('uk'),
  reverse('es'),
  reverse('it'),
];

/** What the scanner may have typed, for every layout that could have turned it into `text`. */
export function* undoKeyboardLayouts(
  text: string,
): Generator<{ readonly layout: KeyboardLayout; readonly text: string }> {
  for (const [layout, keys] of REVERSE) {
    const typed = Array.from(text, (character) => undo(character, keys)).join('');
    if (typed !== text) yield { layout, text: typed };
  }
}

function undo(character: string, keys: ReadonlyMap<string, string>): string {
  const typed = keys.get(character);
  if (typed !== undefined) return typed;
  const [base = '', mark = ''] = character.normalize('NFD');
  const accent = DEAD_KEYS.get(mark);
  if (accent === undefined) return character;
  return (keys.get(accent) ?? accent) + (keys.get(base) ?? base);
}

function reverse(layout: KeyboardLayout): readonly [KeyboardLayout, ReadonlyMap<string, string>] {
  const keys = new Map<string, string>();
  Array.from(LAYOUT_KEYS[layout]).forEach((character, index) => {
    if (character !== ' ') keys.set(character, US_KEYS.charAt(index));
  });
  return [layout, keys];
}
