import { chmodSync, lstatSync, mkdirSync, readdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { basename, join, relative } from 'node:path';
import type { FolderAccess } from '../../shared/app/folderAccess.ts';

const FOR_OTHERS = 0o077;
const PRIVATE_FOLDER = 0o700;
/** What Reseal and its window leave in a data folder. Whatever else lies there is somebody's own. */
const OURS = /^(reseal\.|practice-tenant\.|door\.json|backups$|logs$|secrets$|window$|replaced-)/;
/** Chromium keeps thousands of files here: nobody gets past the folder. */
const CLOSED_AT_THE_TOP = 'window';

export interface PrivateFolder {
  readonly access: FolderAccess;
  /** Files and folders that others could read until now. */
  readonly narrowed: number;
}

interface System {
  readonly platform: NodeJS.Platform;
  readonly home: string;
  /** Undefined where the system has no numbers for accounts. */
  readonly account: number | undefined;
}

const thisSystem: System = { platform: process.platform, home: homedir(), account: process.getuid?.() };

/**
 * Makes the data folder where it is missing, and takes from other accounts what they can read of it: whoever holds a hardware hash
 * can claim the device. A folder that holds other things too is left as it is, and only what is Reseal's in it is narrowed.
 */
export function keepFolderPrivate(dataFolder: string, { platform, home, account }: System = thisSystem): PrivateFolder {
  mkdirSync(dataFolder, { recursive: true, mode: PRIVATE_FOLDER });
  if (platform === 'win32') return { access: isWithin(home, dataFolder) ? 'thisAccount' : 'notKnown', narrowed: 0 };
  if (lstatSync(dataFolder).uid !== account) return { access: 'othersToo', narrowed: 0 };
  const names = readdirSync(dataFolder);
  const own = names.filter((name) => OURS.test(name)).map((name) => join(dataFolder, name));
  const places = own.length === names.length ? [dataFolder, ...own] : own;
  try {
    const goesDown = (place: string) => place !== dataFolder && basename(place) !== CLOSED_AT_THE_TOP;
    const narrowed = places.reduce((sum, place) => sum + narrow(place, goesDown(place)), 0);
    return { access: 'thisAccount', narrowed };
  } catch {
    // A file system without modes, or one that cannot be written to: it is told, and Reseal works.
    return { access: 'othersToo', narrowed: 0 };
  }
}

/** @returns how many were open to others */
function narrow(place: string, goesDown: boolean): number {
  const { mode, isFolder, isFile } = kindOf(place);
  // A link leads elsewhere: what it names is not narrowed by way of it.
  if (!isFolder && !isFile) return 0;
  const isOpen = (mode & FOR_OTHERS) !== 0;
  if (isOpen) chmodSync(place, mode & ~FOR_OTHERS & 0o777);
  const within = isFolder && goesDown ? readdirSync(place).map((name) => join(place, name)) : [];
  return within.reduce((sum, each) => sum + narrow(each, true), isOpen ? 1 : 0);
}

function kindOf(place: string) {
  const status = lstatSync(place);
  return { mode: status.mode, isFolder: status.isDirectory(), isFile: status.isFile() };
}

function isWithin(home: string, folder: string): boolean {
  const way = relative(home, folder);
  return !way.startsWith('..') && way !== folder;
}
