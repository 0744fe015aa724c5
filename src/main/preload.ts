import { contextBridge, ipcRenderer, type IpcRendererEvent } from 'electron';
import { CALL_CHANNEL, EVENT_CHANNEL } from './hosts/electron/channels.ts';

/** All that the page can reach: it may call a procedure, and hear that something changed. */
contextBridge.exposeInMainWorld('reseal', {
  call: (name: string, input: unknown): Promise<unknown> => ipcRenderer.invoke(CALL_CHANNEL, name, input),
  subscribe: (listener: (event: unknown) => void): (() => void) => {
    // Electron's own event object would hand the page its sender.
    const hear = (_event: IpcRendererEvent, event: unknown) => listener(event);
    ipcRenderer.on(EVENT_CHANNEL, hear);
    return () => void ipcRenderer.off(EVENT_CHANNEL, hear);
  },
});
