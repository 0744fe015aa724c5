import type { App, BrowserWindow, Dialog } from 'electron';
import { exitStatus } from '../cli/program/exitStatus.ts';
import { STOPPED } from '../lastWords.ts';
import { RESTARTED, type LaunchArguments } from './launchArguments.ts';

/**
 * Ends this process and starts Reseal again, once: one that was started again and fails too says so instead. The files that it was
 * opened with are left out: they have been read, or are what it failed at.
 */
export function startAgain(
  app: Pick<App, 'relaunch' | 'exit' | 'isPackaged' | 'getAppPath'>,
  dialog: Pick<Dialog, 'showErrorBox'>,
  { dataDir, withoutEncryption, restarted }: Omit<LaunchArguments, 'files'>,
): void {
  if (restarted) {
    dialog.showErrorBox('Reseal stopped again', STOPPED);
  } else {
    // A checkout is named to Electron as a folder; a packaged Reseal is its own program.
    const program = app.isPackaged ? [] : [app.getAppPath()];
    const folder = dataDir === undefined ? [] : [`--data-dir=${dataDir}`];
    const plain = withoutEncryption ? ['--no-encryption'] : [];
    app.relaunch({ args: [...program, ...folder, ...plain, RESTARTED] });
  }
  app.exit(exitStatus.failed);
}

/** Tells the person why the window went and came. */
export function tellOfRestart(dialog: Pick<Dialog, 'showMessageBox'>, window: BrowserWindow): void {
  void dialog.showMessageBox(window, {
    type: 'info',
    message: 'Reseal met an error that it did not expect, and was started again.',
    detail: 'What was saved is safe. What stood in a field and was not saved has to be entered again.',
  });
}
