import { shelfName } from './shelfName.ts';

const PREFIX = 'RESEAL:SHELF:';

/**
 * What the label of a shelf holds: ASCII alone, which Code 128 has, and in QR codes the dense kind of characters where the name is
 * digits and capitals. Other letters are percent-encoded.
 */
export function shelfCodeOf(name: string): string {
  return `${PREFIX}${encodeURIComponent(name)}`;
}

/** The name in the code of a shelf; null for any other code. */
export function shelfInCode(text: string): string | null {
  if (!text.toUpperCase().startsWith(PREFIX)) return null;
  try {
    const name = shelfName.safeParse(decodeURIComponent(text.slice(PREFIX.length)));
    return name.success ? name.data : null;
  } catch {
    // A percent sign that encodes nothing: the code is damaged.
    return null;
  }
}
