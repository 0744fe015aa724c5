import { canHoldHash } from '../../../shared/intake/canHoldHash.ts';

/** A file, and where in what was chosen it lies: two of one name in different folders are told apart by it. */
export interface ChosenFile {
  readonly file: File;
  readonly path: string;
}

/** Files as an input gives them, with their path where a folder was chosen. */
export function chosenFiles(files: Iterable<File>): ChosenFile[] {
  return [...files].map((file) => ({ file, path: file.webkitRelativePath || file.name }));
}

/** Of a folder's files, those that can hold a hash; a file chosen by itself is always tried. */
export function usableFiles(files: readonly ChosenFile[]): {
  readonly usable: readonly ChosenFile[];
  readonly passedOver: number;
} {
  const usable = files.filter(({ file }) => canHoldHash(file.name));
  return { usable, passedOver: files.length - usable.length };
}

export interface Dropped {
  readonly files: readonly ChosenFile[];
  readonly isFolder: boolean;
}

/** What was dropped, with folders opened up. Must be called in the drop event itself: the list is empty after it. */
export async function droppedFiles(transfer: DataTransfer): Promise<Dropped> {
  const entries = [...transfer.items].flatMap((item) => item.webkitGetAsEntry() ?? []);
  const plain = chosenFiles(transfer.files);
  if (!entries.some(({ isDirectory }) => isDirectory)) return { files: plain, isFolder: false };
  return { files: (await Promise.all(entries.map(filesOf))).flat(), isFolder: true };
}

async function filesOf(entry: FileSystemEntry): Promise<ChosenFile[]> {
  if (isFile(entry)) {
    const file = await new Promise<File>((resolve, reject) => entry.file(resolve, reject));
    return [{ file, path: entry.fullPath.replace(/^\//, '') }];
  }
  if (!isDirectory(entry)) return [];
  const reader = entry.createReader();
  const entries: FileSystemEntry[] = [];
  // A reader gives a folder in batches; an empty one ends it.
  for (let batch = await nextBatch(reader); batch.length > 0; batch = await nextBatch(reader)) entries.push(...batch);
  return (await Promise.all(entries.map(filesOf))).flat();
}

function nextBatch(reader: FileSystemDirectoryReader): Promise<FileSystemEntry[]> {
  return new Promise((resolve, reject) => reader.readEntries(resolve, reject));
}

function isFile(entry: FileSystemEntry): entry is FileSystemFileEntry {
  return entry.isFile;
}

function isDirectory(entry: FileSystemEntry): entry is FileSystemDirectoryEntry {
  return entry.isDirectory;
}
