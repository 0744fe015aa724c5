/** What this account's own new files are for others, before Reseal made it nothing. */
let ownUmask: number | null = null;

/** From now on, no file that this process makes can be read by other accounts. Every program of Reseal begins with it. */
export function makeFilesPrivate(): void {
  ownUmask ??= process.umask(0o077);
}

/** Makes files as this account makes its own: a checklist or a report is for whoever the person shares files with. */
export function makeOwnFiles(make: () => void): void {
  if (ownUmask === null) {
    make();
    return;
  }
  const before = process.umask(ownUmask);
  try {
    make();
  } finally {
    process.umask(before);
  }
}
