import { join } from 'node:path';
import { BrowserWindow, type Rectangle } from 'electron';
import { resourcesFolder } from '../../installation.ts';
import { PAGE_URL } from './pageOrigin.ts';
import { placeToOpen, SMALLEST, type WindowPlace } from './windowPlace.ts';

interface OpenWindowOptions {
  readonly preload: string;
  /** Where it stood the last time. */
  readonly kept: WindowPlace | null;
  /** The displays that are connected, without their task bars. */
  readonly workAreas: readonly Rectangle[];
}

/** Reseal's window: a sandboxed page that reaches the backend through the preload's two functions only. */
export function openWindow({ preload, kept, workAreas }: OpenWindowOptions): BrowserWindow {
  const window = new BrowserWindow({
    ...placeToOpen(kept, workAreas),
    minWidth: SMALLEST.width,
    minHeight: SMALLEST.height,
    title: 'Reseal',
    icon: join(resourcesFolder, 'icons', 'icon.png'),
    show: false,
    autoHideMenuBar: true,
    webPreferences: {
      preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webviewTag: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      navigateOnDragDrop: false,
      spellcheck: false,
    },
  });
  window.once('ready-to-show', () => {
    if (kept?.isMaximized === true) window.maximize();
    window.show();
  });
  void window.loadURL(PAGE_URL);
  return window;
}
