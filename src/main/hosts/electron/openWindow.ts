import { join } from 'node:path';
import { BrowserWindow } from 'electron';
import { resourcesFolder } from '../../installation.ts';
import { PAGE_URL } from './pageOrigin.ts';

/** Reseal's window: a sandboxed page that reaches the backend through the preload's two functions only. */
export function openWindow(preload: string): BrowserWindow {
  const window = new BrowserWindow({
    width: 1280,
    height: 800,
    minWidth: 640,
    minHeight: 480,
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
  window.once('ready-to-show', () => window.show());
  void window.loadURL(PAGE_URL);
  return window;
}
