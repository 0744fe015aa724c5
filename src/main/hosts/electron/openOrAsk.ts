import { dialog } from 'electron';
import { noInitials } from '../../../shared/settings/settings.ts';
import { AppError } from '../../../shared/outcome/appError.ts';
import type { Backend } from '../../backend.ts';
import { createClosedQueue } from '../../closedQueue.ts';
import type { Ports } from '../../ports.ts';

const BEGIN_ANEW = 'Begin with an empty queue';
const RESTORE = 'Restore the newest backup';
const QUIT = 'Close Reseal';

/** Failures after which a backup is a way out. */
const restorable: ReadonlySet<string> = new Set(['queue-gone', 'damaged', 'key-wrong']);

/**
 * Opens the queue. Where it is gone or damaged, a dialog says so and offers the newest verified backup or, where it is gone, an
 * empty queue. @returns null where the person would rather close Reseal
 */
export async function openOrAsk(createBackend: (ports: Ports) => Backend, ports: Ports): Promise<Backend | null> {
  try {
    return createBackend(ports);
  } catch (error) {
    if (!(error instanceof AppError) || !restorable.has(error.code)) throw error;
    const queue = createClosedQueue(ports.dataFolder, ports.clock.now, ports.vault.databaseKey);
    const [newest] = queue.backups();
    const choices = [
      QUIT,
      ...(newest === undefined ? [] : [RESTORE]),
      ...(error.code === 'queue-gone' ? [BEGIN_ANEW] : []),
    ];
    const { response } = await dialog.showMessageBox({
      type: 'warning',
      title: 'Reseal cannot open',
      message: error.message,
      detail: [error.remedy ?? '', newest === undefined ? '' : `The newest backup is ${newest.file}.`]
        .join('\n')
        .trim(),
      buttons: choices,
      defaultId: 0,
      cancelId: 0,
      noLink: true,
    });
    const choice = choices[response];
    if (choice === RESTORE && newest !== undefined) queue.restore(newest.file, noInitials);
    if (choice === RESTORE || choice === BEGIN_ANEW) {
      return createBackend({ ...ports, beginsAnew: choice === BEGIN_ANEW });
    }
    return null;
  }
}
