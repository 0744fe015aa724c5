import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from './projectRoot.mjs';

const electronFolder = join(projectRoot, 'node_modules', 'electron');
const FETCH_LIMIT_MS = 10 * 60_000;

/** Where Electron's program stands, or null where it has not been fetched. */
export function electronProgram() {
  const pathFile = join(electronFolder, 'path.txt');
  const name = existsSync(pathFile) ? readFileSync(pathFile, 'utf8') : null;
  const elsewhere = process.env.ELECTRON_OVERRIDE_DIST_PATH;
  const program = elsewhere
    ? join(elsewhere, name ?? (process.platform === 'win32' ? 'electron.exe' : 'electron'))
    : join(electronFolder, 'dist', name ?? '');
  return (elsewhere || name !== null) && existsSync(program) ? program : null;
}

/** Why no window can be shown here, as the end of a sentence, or null where one can. */
export function reasonForNoWindow() {
  if (process.platform !== 'linux') return null;
  if (!process.env.DISPLAY && !process.env.WAYLAND_DISPLAY) return 'this computer has no display';
  // Chromium refuses to start as root unless its sandbox is off, and Reseal never switches it off.
  if (process.getuid?.() === 0) return 'Electron’s sandbox does not run as root';
  return null;
}

/** Fetches Electron's program, once per installation; returns it, or null where it cannot be reached. */
export function fetchElectron() {
  if (process.env.ELECTRON_OVERRIDE_DIST_PATH) return null;
  spawnSync(process.execPath, [join(electronFolder, 'install.js')], { stdio: 'ignore', timeout: FETCH_LIMIT_MS });
  return electronProgram();
}
