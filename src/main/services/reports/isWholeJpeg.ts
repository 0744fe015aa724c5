const MARKER = 0xff;
const START_OF_IMAGE = 0xd8;
const START_OF_SCAN = 0xda;
/** Where a segment says how large the picture is: all of SOF0 to SOF15 but three that are something else. */
const isFrame = (kind: number): boolean => kind >= 0xc0 && kind <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(kind);

/** Whether these bytes begin as a JPEG with a size and a picture: the PDF library fails on anything else. */
export function isWholeJpeg(bytes: Buffer): boolean {
  if (bytes[0] !== MARKER || bytes[1] !== START_OF_IMAGE) return false;
  let hasSize = false;
  let at = 2;
  while (at + 4 <= bytes.length && bytes[at] === MARKER) {
    const kind = bytes[at + 1] ?? 0;
    if (kind === START_OF_SCAN) return hasSize;
    const length = bytes.readUInt16BE(at + 2);
    if (isFrame(kind)) hasSize = length >= 11 && at + 2 + length <= bytes.length;
    at += 2 + length;
  }
  return false;
}
