import { join } from 'node:path';
import { app, type BrowserWindow, dialog, ipcMain, protocol, screen, session } from 'electron';
import type { BackendEvent } from '../../../shared/api/events.ts';
import type { Backend } from '../../backend.ts';
import { installationFolder } from '../../installation.ts';
import { openOrLock } from '../../lockedQueue.ts';
import type { Ports } from '../../ports.ts';
import type { Vault } from '../../vault/vault.ts';
import { giveLastWords } from '../lastWords.ts';
import { exitStatus } from '../cli/program/exitStatus.ts';
import { pageFolder } from '../pageAssets.ts';
import { setApplicationMenu } from './applicationMenu.ts';
import { EVENT_CHANNEL } from './channels.ts';
import { offerContextMenu } from './contextMenu.ts';
import { createElectronPorts } from './electronPorts.ts';
import { answerCalls } from './ipcHost.ts';
import { keepWindowPlace, readWindowPlace } from './keptWindowPlace.ts';
import { launchArguments } from './launchArguments.ts';
import { denyPermissions } from './lockDown.ts';
import { openOrAsk } from './openOrAsk.ts';
import { openWindow } from './openWindow.ts';
import { servePage } from './pageScheme.ts';
import { previewFiles } from './previewFiles.ts';
import { startAgain, tellOfRestart } from './startAgain.ts';
import { watchPage } from './watchPage.ts';

const PRELOAD = join(installationFolder, 'out', 'preload', 'index.cjs');

/** Opens the window on a data folder once Electron is ready, and closes the queue before Electron ends. */
export async function startElectronDoor(
  createBackend: (ports: Ports) => Backend,
  dataFolder: string,
  beginsAnew: boolean,
): Promise<void> {
  await app.whenReady();
  const launched = launchArguments(process.argv, process.cwd());
  const { withoutEncryption } = launched;
  const ports = createElectronPorts(dataFolder, beginsAnew);
  const { clock, log } = ports;
  giveLastWords(process, log, () => startAgain(app, dialog, launched));
  const unlocked = Promise.withResolvers<Backend>();
  const open = async (vault: Vault): Promise<Backend | null> => {
    const opened = await openOrAsk(createBackend, { ...ports, vault });
    if (opened === null) app.exit(exitStatus.failed);
    else unlocked.resolve(opened);
    return opened;
  };
  const unlocking = { dataFolder, now: clock.now, environment: process.env, withoutEncryption };
  const backend = await openOrLock({ unlocking, open, clock, log });
  if (backend === null) return;
  servePage(protocol, pageFolder);
  denyPermissions(session.defaultSession);
  answerCalls(ipcMain, backend.dispatch);
  setApplicationMenu();
  const workAreas = screen.getAllDisplays().map(({ workArea }) => workArea);
  const window = openWindow({ preload: PRELOAD, kept: readWindowPlace(dataFolder), workAreas });
  keepWindowPlace(window, dataFolder, (reason) => log.warn('windowPlace.notKept', { reason }));
  offerContextMenu(window);
  watchPage(window, { dialog, log, clock, giveUp: () => app.quit() });
  if (launched.restarted) tellOfRestart(dialog, window);
  const carryEvent = (event: BackendEvent) => {
    if (!window.isDestroyed()) window.webContents.send(EVENT_CHANNEL, event);
  };
  let revision = 0;
  backend.subscribe((event) => {
    revision = event.revision;
    carryEvent(event);
  });
  closeBeforeQuit(backend);

  const openFiles = async (files: readonly string[]) => {
    if (files.length === 0) return;
    await previewFiles((await unlocked.promise).dispatch, files, log);
    carryEvent({ topic: 'app.secondLaunch', revision });
  };
  app.on('second-instance', (_event, words, workingFolder) => {
    bringToFront(window);
    openFiles(launchArguments(words, workingFolder).files).catch(logged);
  });
  await openFiles(launched.files).catch(logged);

  function logged(error: unknown): void {
    log.error('launchFiles.failed', { reason: error instanceof Error ? error.message : String(error) });
  }
}

function bringToFront(window: BrowserWindow): void {
  if (window.isDestroyed()) return;
  if (window.isMinimized()) window.restore();
  window.focus();
}

/** Electron waits until the queue is closed, then quits. */
function closeBeforeQuit(backend: Backend): void {
  let isClosed = false;
  app.on('window-all-closed', () => app.quit());
  app.on('will-quit', (event) => {
    if (isClosed) return;
    event.preventDefault();
    void backend.close().finally(() => {
      isClosed = true;
      app.quit();
    });
  });
}
