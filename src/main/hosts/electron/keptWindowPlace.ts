import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { BrowserWindow } from 'electron';
import { windowPlace, type WindowPlace } from './windowPlace.ts';

/** Beside what Chromium keeps for the window. */
const fileIn = (dataFolder: string): string => join(dataFolder, 'window', 'place.json');

/** Null where none was kept, or what was kept cannot be read: a window without a place is no reason for a question. */
export function readWindowPlace(dataFolder: string): WindowPlace | null {
  try {
    const text = readFileSync(fileIn(dataFolder), 'utf8');
    return windowPlace.parse(JSON.parse(text));
  } catch {
    return null;
  }
}

/** Keeps where the window stands when it closes. A disk that takes no file does not keep a window from closing. */
export function keepWindowPlace(window: BrowserWindow, dataFolder: string, warn: (reason: string) => void): void {
  window.on('close', () => {
    const place: WindowPlace = { ...window.getNormalBounds(), isMaximized: window.isMaximized() };
    try {
      const file = fileIn(dataFolder);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, JSON.stringify(place), { mode: 0o600 });
    } catch (error) {
      warn(error instanceof Error ? error.message : String(error));
    }
  });
}
