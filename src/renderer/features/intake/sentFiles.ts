import type { ChosenFile } from './droppedFiles.ts';

let sent: readonly ChosenFile[] = [];

/** Keeps hold of the files of the last import, for one that turns out to be a list of changes. */
export function rememberSent(files: readonly ChosenFile[]): void {
  sent = files;
}

/** All files of the last import, to read them once more; none where that was before this page. */
export const sentFiles = (): readonly ChosenFile[] => sent;

/** A file of the last import by what it is called in the preview; null where that was before this page, or is not certain. */
export function sentFile(label: string): File | null {
  const [file, other] = sent.filter(({ path }) => path === label || path.endsWith(`/${label}`));
  return file === undefined || other !== undefined ? null : file.file;
}
