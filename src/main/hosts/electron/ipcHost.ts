import type { IpcMain, IpcMainInvokeEvent } from 'electron';
import type { Backend } from '../../backend.ts';
import { CALL_CHANNEL } from './channels.ts';
import { isOwnPage } from './pageOrigin.ts';

/** Answers the page's calls; anything that is not the page's own top frame is refused. */
export function answerCalls(ipcMain: Pick<IpcMain, 'handle'>, dispatch: Backend['dispatch']): void {
  ipcMain.handle(CALL_CHANNEL, (event, name: unknown, input: unknown) => {
    if (!isOwnTopFrame(event.senderFrame)) throw new Error('Refused: this call does not come from Reseal’s page.');
    if (typeof name !== 'string') throw new Error('Refused: a procedure is called by its name.');
    return dispatch(name, input);
  });
}

/** A frame is gone (null) once it has navigated away. */
function isOwnTopFrame(frame: IpcMainInvokeEvent['senderFrame']): boolean {
  return frame !== null && frame.parent === null && isOwnPage(frame.url);
}
