import type { RegistryEntry, RegistryKey, RegistryText } from './readRegistryText.ts';

/** A value of the registry with the place where it was found. */
export interface FoundValue {
  readonly text: string | null;
  readonly number: number | null;
  readonly file: string;
  /** `HKLM\…\Key\Name`. */
  readonly place: string;
}

/** A key with everything that the files of an archive tell of it. */
export interface FoundKey {
  /** Without its hive, as it is written first. */
  readonly path: string;
  /** The last part of the path. */
  readonly name: string;
  readonly value: (name: string) => FoundValue | null;
  readonly values: () => readonly { readonly name: string; readonly found: FoundValue }[];
}

/** All registry texts of an archive as one registry of the machine. */
export interface RegistryView {
  /** A key by its path below HKEY_LOCAL_MACHINE; null where no file has it. */
  readonly key: (path: string) => FoundKey | null;
  /** The value of a key; null where no file has it. */
  readonly value: (path: string, name: string) => FoundValue | null;
  /** The keys below a path, at any depth, in the order of the files. */
  readonly below: (path: string) => readonly FoundKey[];
}

const MACHINE = /^(?:HKEY_LOCAL_MACHINE|HKLM)\\/i;

interface Part {
  readonly file: string;
  readonly key: RegistryKey;
}

/** @param texts in the order in which they are believed: of a value that several have, the first counts */
export function registryView(texts: readonly { readonly file: string; readonly text: RegistryText }[]): RegistryView {
  const byPath = new Map<string, Part[]>();
  for (const { file, text } of texts) {
    for (const key of text.keys) {
      if (!MACHINE.test(key.path)) continue;
      const path = key.path.replace(MACHINE, '').toLowerCase();
      const parts = byPath.get(path);
      if (parts === undefined) byPath.set(path, [{ file, key }]);
      else parts.push({ file, key });
    }
  }
  const keyOf = (path: string): FoundKey | null => {
    const parts = byPath.get(path.toLowerCase());
    return parts === undefined ? null : foundKey(parts);
  };
  return {
    key: keyOf,
    value: (path, name) => keyOf(path)?.value(name) ?? null,
    below: (path) => {
      const prefix = `${path.toLowerCase()}\\`;
      return [...byPath].filter(([one]) => one.startsWith(prefix)).map(([, parts]) => foundKey(parts));
    },
  };
}

function foundKey(parts: readonly Part[]): FoundKey {
  const path = (parts[0]?.key.path ?? '').replace(MACHINE, '');
  const value = (name: string): FoundValue | null => {
    for (const { file, key } of parts) {
      const entry = key.entries.get(name.toLowerCase());
      if (entry !== undefined) return foundValue(file, path, entry);
    }
    return null;
  };
  return {
    path,
    name: path.slice(path.lastIndexOf('\\') + 1),
    value,
    values: () => {
      const names = new Map(parts.flatMap(({ key }) => [...key.entries].map(([lower, { name }]) => [lower, name])));
      return [...names.values()].flatMap((name) => {
        const found = value(name);
        return found === null ? [] : [{ name, found }];
      });
    },
  };
}

function foundValue(file: string, path: string, { name, value }: RegistryEntry): FoundValue {
  const place = `HKLM\\${path}\\${name}`;
  switch (value.type) {
    case 'text':
    case 'expand':
      return { text: value.text, number: wholeNumber(value.text), file, place };
    case 'number':
      return { text: String(value.number), number: value.number, file, place };
    case 'large':
      return { text: value.digits, number: wholeNumber(value.digits), file, place };
    case 'list':
      return { text: value.texts.join(', '), number: null, file, place };
    case 'raw':
      return { text: value.text, number: null, file, place };
    case 'binary':
    case 'none':
      return { text: null, number: null, file, place };
  }
}

/** Collectors write numbers as texts here and there. */
function wholeNumber(text: string): number | null {
  const value = /^-?\d{1,15}$/.test(text) ? Number(text) : Number.NaN;
  return Number.isSafeInteger(value) ? value : null;
}
