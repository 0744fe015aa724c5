/** How the files begin that a browser shows as a photo. SVG is none of them: it is a document that can hold scripts. */
const beginnings: readonly (readonly [mediaType: string, isIt: (bytes: Uint8Array) => boolean])[] = [
  ['image/jpeg', (bytes) => startsWith(bytes, [0xff, 0xd8, 0xff])],
  ['image/png', (bytes) => startsWith(bytes, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])],
  ['image/webp', (bytes) => startsWith(bytes, ascii('RIFF')) && startsWith(bytes.subarray(8), ascii('WEBP'))],
];

/** The media type of a photo by its first 12 bytes, whatever its name says; null for every other file. */
export function pictureType(bytes: Uint8Array): string | null {
  return beginnings.find(([, isIt]) => isIt(bytes))?.[0] ?? null;
}

const ascii = (text: string): readonly number[] => Array.from(text, (letter) => letter.charCodeAt(0));
const startsWith = (bytes: Uint8Array, start: readonly number[]): boolean =>
  start.every((byte, index) => bytes[index] === byte);
