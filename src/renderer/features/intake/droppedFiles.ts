import { canHoldHash } from '../../../shared/intake/canHoldHash.ts';

/** Of a folder's files, those that can hold a hash; a file chosen by itself is always tried. */
export function usableFiles(files: readonly File[]): { readonly usable: File[]; readonly passedOver: number } {
  const usable = files.filter(({ name }) => canHoldHash(name));
  return { usable, passedOver: files.length - usable.length };
}

export interface Dropped {
  readonly files: readonly File[];
  readonly isFolder: boolean;
}

/** What was dropped, with folders opened up. Must be called in the drop event itself: the list is empty after it. */
export async function droppedFiles(transfer: DataTransfer): Promise<Dropped> {
  const entries = [...transfer.items].flatMap((item) => item.webkitGetAsEntry() ?? []);
  const plain = [...transfer.files];
  if (!entries.some(({ isDirectory }) => isDirectory)) return { files: plain, isFolder: false };
  return { files: (await Promise.all(entries.map(filesOf))).flat(), isFolder: true };
}

async function filesOf(entry: FileSystemEntry): Promise<File[]> {
  if (isFile(entry)) return [await new Promise<File>((resolve, reject) => entry.file(resolve, reject))];
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
