/** The members of a JSON object that stands in a text; empty where it is none. Never throws. */
export function jsonMembers(text: string | null | undefined): ReadonlyMap<string, unknown> {
  if (text === null || text === undefined) return new Map();
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? new Map<string, unknown>(Object.entries(value))
      : new Map();
  } catch {
    // What is cut or damaged says nothing.
    return new Map();
  }
}

export const textIn = (members: ReadonlyMap<string, unknown>, name: string): string | null => {
  const value = members.get(name);
  return typeof value === 'string' && value !== '' ? value : null;
};

export const numberIn = (members: ReadonlyMap<string, unknown>, name: string): number | null => {
  const value = members.get(name);
  return typeof value === 'number' && Number.isFinite(value) ? value : null;
};

/** A code of 32 bits, signed or not, as people write it; null for 0, which is none. */
export function codeOf(value: number | null): string | null {
  if (value === null || value === 0 || !Number.isInteger(value) || Math.abs(value) > 0xffff_ffff) return null;
  return `0x${(value < 0 ? value + 2 ** 32 : value).toString(16).padStart(8, '0')}`;
}
