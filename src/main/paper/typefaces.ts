import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { create, type Font } from 'fontkit';

export type Weight = 'normal' | 'bold';

/** The letters of some scripts, and the files they are in. */
export interface Typeface {
  readonly name: string;
  readonly files: Readonly<Record<'normal' | 'bold' | 'italics' | 'bolditalics', string>>;
}

// Not named `require`: the build puts a constant of that name into every module that uses it.
const fromHere = createRequire(import.meta.url);
const robotoFile = (style: string): string => fromHere.resolve(`pdfmake/fonts/Roboto/Roboto-${style}.ttf`);

/** Roboto comes with pdfmake: Latin, Greek and Cyrillic, with figures of one width. */
export const roboto: Typeface = {
  name: 'Roboto',
  files: {
    normal: robotoFile('Regular'),
    bold: robotoFile('Medium'),
    italics: robotoFile('Italic'),
    bolditalics: robotoFile('MediumItalic'),
  },
};

/** One file for every style: its medium weight stands well beside both weights of Roboto, and these files are large. */
function noto(script: string, file: string): Typeface {
  return { name: `Noto Sans ${script}`, files: { normal: file, bold: file, italics: file, bolditalics: file } };
}

const arabic = noto(
  'Arabic',
  fromHere.resolve('@expo-google-fonts/noto-sans-arabic/500Medium/NotoSansArabic_500Medium.ttf'),
);
const hebrew = noto(
  'Hebrew',
  fromHere.resolve('@expo-google-fonts/noto-sans-hebrew/500Medium/NotoSansHebrew_500Medium.ttf'),
);
const thai = noto('Thai', fromHere.resolve('@expo-google-fonts/noto-sans-thai/500Medium/NotoSansThai_500Medium.ttf'));
const devanagari = noto(
  'Devanagari',
  fromHere.resolve('@expo-google-fonts/noto-sans-devanagari/500Medium/NotoSansDevanagari_500Medium.ttf'),
);
const japanese = noto('JP', fromHere.resolve('@expo-google-fonts/noto-sans-jp/500Medium/NotoSansJP_500Medium.ttf'));
const chinese = noto('SC', fromHere.resolve('@expo-google-fonts/noto-sans-sc/500Medium/NotoSansSC_500Medium.ttf'));
const korean = noto('KR', fromHere.resolve('@expo-google-fonts/noto-sans-kr/500Medium/NotoSansKR_500Medium.ttf'));

export const typefaces: readonly Typeface[] = [roboto, arabic, hebrew, thai, devanagari, japanese, chinese, korean];

/** The typefaces in the order in which they are asked for the characters of this text. */
export function typefacesFor(text: string): readonly Typeface[] {
  return [roboto, arabic, hebrew, thai, devanagari, ...eastAsian(text)];
}

/** One Han character is written in one way in Japan and in another in China: the text as a whole tells whose it is. */
function eastAsian(text: string): readonly Typeface[] {
  if (/\p{Script=Hangul}/u.test(text)) return [korean, japanese, chinese];
  if (/[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(text)) return [japanese, chinese, korean];
  const han = text.match(/\p{Script=Han}/gu) ?? [];
  return han.every((character) => holds(japanese, character))
    ? [japanese, chinese, korean]
    : [chinese, japanese, korean];
}

const fonts = new Map<string, Font>();

/** The font of a typeface, read when it is first needed: the largest take a tenth of a second. */
export function fontOf({ name, files }: Typeface, weight: Weight): Font {
  const known = fonts.get(files[weight]);
  if (known !== undefined) return known;
  const font = create(readFileSync(files[weight]));
  if ('fonts' in font) throw new Error(`${name} is a collection of fonts.`);
  fonts.set(files[weight], font);
  return font;
}

/** Whether a typeface has all of these characters. */
export function holds(typeface: Typeface, characters: string): boolean {
  const font = fontOf(typeface, 'normal');
  return Array.from(characters).every((character) => font.hasGlyphForCodePoint(character.codePointAt(0) ?? 0));
}
