import type { BrowserWindow, Dialog } from 'electron';
import type { Clock, Log } from '../../ports.ts';

/** A page that dies again so soon would die for ever. */
const AGAIN_WITHIN_MS = 60_000;

const WAIT = 0;
const LOAD_AGAIN = 1;

interface WatchOptions {
  readonly dialog: Pick<Dialog, 'showMessageBox' | 'showErrorBox'>;
  readonly log: Log;
  readonly clock: Pick<Clock, 'monotonicMs'>;
  /** Ends Reseal: the page cannot be kept alive. */
  readonly giveUp: () => void;
}

/** Loads a page anew that died, once, with a sentence; asks the person about one that does not answer. */
export function watchPage(window: BrowserWindow, { dialog, log, clock, giveUp }: WatchOptions): void {
  const { webContents } = window;
  let diedAtMs: number | null = null;
  let asking: AbortController | null = null;

  webContents.on('render-process-gone', (_event, { reason, exitCode }) => {
    if (reason === 'clean-exit') return;
    log.error('page.gone', { reason, exitCode });
    asking?.abort();
    const nowMs = clock.monotonicMs();
    const isAgain = diedAtMs !== null && nowMs - diedAtMs < AGAIN_WITHIN_MS;
    diedAtMs = nowMs;
    if (isAgain) {
      dialog.showErrorBox(
        'Reseal’s page stops again and again',
        'Nothing that was saved is lost. Start the computer anew, then Reseal; if it stays, send the log file in the data folder to whoever looks after Reseal.',
      );
      giveUp();
      return;
    }
    webContents.reload();
    void dialog.showMessageBox(window, {
      type: 'info',
      message: 'Reseal’s page stopped, and was loaded again.',
      detail: 'What was saved is safe. What stood in a field and was not saved has to be entered again.',
    });
  });

  window.on('unresponsive', () => {
    log.warn('page.unresponsive');
    asking?.abort();
    asking = new AbortController();
    void dialog
      .showMessageBox(window, {
        type: 'warning',
        message: 'Reseal’s page does not answer.',
        detail: 'It may be busy. Loading it again loses only what stands in a field and was not saved.',
        buttons: ['Wait', 'Load it again'],
        defaultId: WAIT,
        cancelId: WAIT,
        signal: asking.signal,
      })
      .then(({ response }) => {
        if (response !== LOAD_AGAIN) return;
        // Asked for, so it does not count as dying again. A page that hangs does not hear that it shall load.
        diedAtMs = null;
        webContents.forcefullyCrashRenderer();
      });
  });
  window.on('responsive', () => {
    log.info('page.responsive');
    asking?.abort();
  });
}
