/** Runs the built main process on the fake Electron, in a process of its own, and does what the test sends. */
import { registerHooks } from 'node:module';
import { pathToFileURL } from 'node:url';
import { handlers, preventable, recorded, app } from './fakeElectron.ts';
import type { Order } from './electronProcess.ts';

const fake = new URL('./fakeElectron.ts', import.meta.url).href;
registerHooks({
  resolve: (specifier, context, next) =>
    specifier === 'electron' ? { url: fake, shortCircuit: true } : next(specifier, context),
});

process.on('message', (message: { readonly id: number; readonly order: Order }) => {
  Promise.resolve()
    .then(() => obey(message.order))
    .then(
      (value) => process.send?.({ id: message.id, value }),
      (error: unknown) => process.send?.({ id: message.id, problem: String(error) }),
    );
});

const program = process.argv[2] ?? '';
process.argv.splice(1, 1);
await import(pathToFileURL(program).href);

async function obey(order: Order): Promise<unknown> {
  const [window] = recorded.windows;
  switch (order.do) {
    case 'report':
      return { ...recorded, windows: recorded.windows.map(({ options, loadedUrl }) => ({ options, loadedUrl })) };
    case 'call':
      return handlers.calls.get(order.channel)?.({ senderFrame: order.frame }, ...order.given);
    case 'request':
      return answerOf(await handlers.protocol.get('app')?.(new Request(order.url, { method: order.method })));
    case 'contents': {
      const event = preventable();
      window?.webContents.emit(order.event, event);
      return event.defaultPrevented;
    }
    case 'pageGone':
      window?.webContents.emit('render-process-gone', {}, { reason: order.reason, exitCode: 1 });
      return null;
    case 'window':
      window?.emit(order.event);
      return null;
    case 'pressRight':
      window?.webContents.emit('context-menu', {}, order.on);
      return null;
    case 'throw':
      setImmediate(() => {
        throw new Error('nobody catches this');
      });
      return null;
    case 'openWindow':
      return window?.webContents.openHandler?.({ url: order.url });
    case 'permission': {
      const { promise, resolve } = Promise.withResolvers<unknown>();
      handlers.permissionRequest?.({}, order.permission, resolve, {
        requestingUrl: order.url,
        mediaTypes: order.mediaTypes,
      });
      const [mediaType] = order.mediaTypes;
      return {
        requested: await promise,
        checked: handlers.permissionCheck?.({}, order.permission, order.url, { mediaType }),
      };
    }
    case 'secondInstance':
      app.emit('second-instance', {}, order.words, order.folder);
      return null;
    case 'closeWindows':
      app.emit('window-all-closed');
      return null;
  }
}

async function answerOf(response: Response | undefined): Promise<unknown> {
  if (response === undefined) return null;
  return { status: response.status, headers: Object.fromEntries(response.headers), body: await response.text() };
}
