const archives = ['zip', 'cab'] as const;
const lists = ['csv', 'tsv'];
/** Much else ends so as well: logs, settings, reports. */
const manyKinds = ['txt', 'xml', 'json'];

const importable: ReadonlySet<string> = new Set([...archives, ...lists, ...manyKinds]);
const importableInArchive: ReadonlySet<string> = new Set([...archives, ...lists]);

/**
 * Whether a file can hold a hash, by its name. Asked of the files of a folder and of those that Reseal is started with;
 * a file that a person chose by itself is always tried.
 */
export function canHoldHash(fileName: string): boolean {
  return importable.has(endingOf(fileName));
}

/** Whether a file of an archive can: of the many kinds that a device's logs hold, only those that are named for a hash. */
export function canHoldHashInArchive(path: string): boolean {
  if (importableInArchive.has(endingOf(path))) return true;
  return canHoldHash(path) && /(?:hash|hwid|oa3)[^/\\]*$/i.test(path);
}

/** The kind of archive that a name promises; null for a file of its own. */
export function archiveKindOf(path: string): 'zip' | 'cab' | null {
  return archives.find((kind) => kind === endingOf(path)) ?? null;
}

function endingOf(path: string): string {
  return /\.([a-z0-9]+)$/i.exec(path)?.[1]?.toLowerCase() ?? '';
}
