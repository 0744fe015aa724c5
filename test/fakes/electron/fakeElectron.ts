/**
 * The sliver of Electron that Reseal uses, for booting the built main process without Electron's program. It records what
 * it is told and behaves no further; `bootMain.ts` steers it.
 */
import { EventEmitter } from 'node:events';

type Handler = (...given: unknown[]) => unknown;

interface MessageBox {
  readonly message: string;
  readonly detail?: string;
  readonly buttons?: readonly string[];
}

export const recorded = {
  sandboxEnabled: false,
  isReady: false,
  schemes: [] as unknown[],
  schemesWereEarly: false,
  paths: {} as Record<string, string>,
  windows: [] as BrowserWindow[],
  sent: [] as { channel: string; message: unknown }[],
  opened: [] as string[],
  fetched: [] as string[],
  errorBoxes: [] as string[],
  messageBoxes: [] as string[],
  /** The commands of each menu that the right mouse button opened. */
  contextMenus: [] as unknown[],
  reloads: 0,
  focused: 0,
  maximized: 0,
};

export const handlers = {
  protocol: new Map<string, (request: Request) => Promise<Response>>(),
  calls: new Map<string, Handler>(),
  permissionRequest: null as Handler | null,
  permissionCheck: null as Handler | null,
  devicePermission: null as Handler | null,
};

class FakeApp extends EventEmitter {
  readonly isPackaged = false;

  enableSandbox(): void {
    recorded.sandboxEnabled = true;
  }

  setPath(name: string, path: string): void {
    recorded.paths[name] = path;
  }

  getLocale(): string {
    return 'en-US';
  }

  requestSingleInstanceLock(): boolean {
    return process.env['FAKE_ELECTRON_IS_SECOND'] !== '1';
  }

  whenReady(): Promise<void> {
    recorded.isReady = true;
    return Promise.resolve();
  }

  /** As Electron does: whoever prevents the last event is asked again at the next call. */
  quit(): void {
    const event = preventable();
    this.emit('will-quit', event);
    if (!event.defaultPrevented) this.exit(0);
  }

  getAppPath(): string {
    return '/checkout';
  }

  relaunch(options: { readonly args: readonly string[] }): void {
    process.send?.({ relaunched: options.args });
  }

  exit(code: number): void {
    process.exit(code);
  }
}

export const app = new FakeApp();

class WebContents extends EventEmitter {
  openHandler: Handler | null = null;

  setWindowOpenHandler(handler: Handler): void {
    this.openHandler = handler;
  }

  reload(): void {
    recorded.reloads += 1;
  }

  forcefullyCrashRenderer(): void {
    this.emit('render-process-gone', {}, { reason: 'crashed', exitCode: 1 });
  }

  send(channel: string, message: unknown): void {
    recorded.sent.push({ channel, message });
  }
}

export class BrowserWindow extends EventEmitter {
  readonly webContents = new WebContents();
  readonly options: unknown;
  loadedUrl: string | null = null;

  constructor(options: unknown) {
    super();
    this.options = options;
    recorded.windows.push(this);
    app.emit('web-contents-created', {}, this.webContents);
  }

  loadURL(url: string): Promise<void> {
    this.loadedUrl = url;
    process.send?.({ opened: url });
    return Promise.resolve();
  }

  isDestroyed(): boolean {
    return false;
  }

  isMinimized(): boolean {
    return false;
  }

  isMaximized(): boolean {
    return recorded.maximized > 0;
  }

  maximize(): void {
    recorded.maximized += 1;
  }

  getNormalBounds() {
    return { x: 40, y: 60, width: 1000, height: 700 };
  }

  focus(): void {
    recorded.focused += 1;
  }

  show(): void {
    // Nothing is shown.
  }
}

export const protocol = {
  registerSchemesAsPrivileged(schemes: unknown[]): void {
    recorded.schemes = schemes;
    recorded.schemesWereEarly = !recorded.isReady;
  },
  handle(scheme: string, handler: (request: Request) => Promise<Response>): void {
    handlers.protocol.set(scheme, handler);
  },
};

export const ipcMain = {
  handle(channel: string, handler: Handler): void {
    handlers.calls.set(channel, handler);
  },
};

export const session = {
  defaultSession: {
    setPermissionRequestHandler(handler: Handler): void {
      handlers.permissionRequest = handler;
    },
    setPermissionCheckHandler(handler: Handler): void {
      handlers.permissionCheck = handler;
    },
    setDevicePermissionHandler(handler: Handler): void {
      handlers.devicePermission = handler;
    },
  },
};

export const safeStorage = {
  decryptStringAsync: (sealed: Buffer) =>
    Promise.resolve({ result: Buffer.from(sealed).reverse().toString(), shouldReEncrypt: false }),
};

export const net = {
  fetch(input: string | Request, init?: RequestInit): Promise<Response> {
    recorded.fetched.push(typeof input === 'string' ? input : input.url);
    return globalThis.fetch(input, init);
  },
};

export const shell = {
  openExternal(address: string): Promise<void> {
    recorded.opened.push(address);
    return Promise.resolve();
  },
};

export const dialog = {
  showErrorBox(title: string, content: string): void {
    recorded.errorBoxes.push(`${title}: ${content}`);
    process.send?.({ errorBox: `${title}: ${content}` });
  },
  /** The person presses the button of the environment, or else the first one. What is asked without a window is an error. */
  showMessageBox(...given: readonly (MessageBox | object)[]): Promise<{ response: number }> {
    const options = given.findLast((each): each is MessageBox => 'message' in each) ?? { message: '' };
    const { message, detail, buttons = [] } = options;
    if (given.length === 1) {
      const errorBox = `${message}: ${detail ?? ''}`;
      recorded.errorBoxes.push(errorBox);
      process.send?.({ errorBox });
    } else {
      recorded.messageBoxes.push(message);
    }
    return Promise.resolve({ response: Math.max(0, buttons.indexOf(process.env['FAKE_ELECTRON_PRESSES'] ?? '')) });
  },
};

export const screen = {
  getAllDisplays: () => [{ workArea: { x: 0, y: 0, width: 1920, height: 1040 } }],
};

export const Menu = {
  buildFromTemplate: (template: unknown) => ({
    popup(): void {
      recorded.contextMenus.push(template);
    },
  }),
  setApplicationMenu(): void {
    // There is no menu bar.
  },
};

export function preventable() {
  return {
    defaultPrevented: false,
    preventDefault() {
      this.defaultPrevented = true;
    },
  };
}
