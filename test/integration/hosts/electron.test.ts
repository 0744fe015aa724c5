import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { projectRoot } from '../../../scripts/support/projectRoot.mjs';
import { CONTENT_SECURITY_POLICY } from '../../../src/main/hosts/contentSecurityPolicy.ts';
import { exitStatus } from '../../../src/main/hosts/cli/program/exitStatus.ts';
import { CALL_CHANNEL, EVENT_CHANNEL } from '../../../src/main/hosts/electron/channels.ts';
import { openStore } from '../../../src/main/store/openStore.ts';
import { bootElectron, type ElectronProcess, type Frame } from '../../fakes/electron/electronProcess.ts';
import { addTenant } from '../../rigs/seedStore.ts';
import { temporaryFolder } from '../../rigs/testPorts.ts';
import { openTestStore, testVault } from '../../rigs/testVault.ts';

const PAGE = 'app://reseal/';
const ownFrame: Frame = { url: PAGE, parent: null };

const report = z.object({
  sandboxEnabled: z.boolean(),
  schemes: z.array(z.unknown()),
  schemesWereEarly: z.boolean(),
  paths: z.record(z.string(), z.string()),
  windows: z.array(z.object({ options: z.record(z.string(), z.unknown()), loadedUrl: z.string().nullable() })),
  sent: z.array(z.object({ channel: z.string(), message: z.object({ topic: z.string() }) })),
  focused: z.number(),
  messageBoxes: z.array(z.string()),
  reloads: z.number(),
});
const outcome = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true), value: z.unknown() }),
  z.object({ ok: z.literal(false), error: z.object({ code: z.string(), message: z.string() }) }),
]);

/** Finds what never happens; how long it takes is not judged. */
const inTheEnd = { timeout: 120_000 };

let folder: ReturnType<typeof temporaryFolder>;
let reseal: ElectronProcess;

beforeAll(async () => {
  folder = temporaryFolder();
  reseal = bootElectron({ dataFolder: folder.path });
  await reseal.opened;
});

afterAll(async () => {
  reseal.kill();
  await reseal.exited;
  folder.remove();
});

async function readReport() {
  return report.parse(await reseal.order({ do: 'report' }));
}

/** What the page has heard so far. */
async function topics() {
  const { sent } = await readReport();
  return sent.filter(({ channel }) => channel === EVENT_CHANNEL).map(({ message }) => message.topic);
}

async function call(name: unknown, input: unknown, frame: Frame = ownFrame) {
  return outcome.parse(await reseal.order({ do: 'call', channel: CALL_CHANNEL, frame, given: [name, input] }));
}

describe('the window', () => {
  it('is sandboxed, isolated, without Node, and shows the page of its own scheme', async () => {
    const { sandboxEnabled, windows } = await readReport();
    expect(sandboxEnabled).toBe(true);
    expect(windows[0]?.loadedUrl).toBe(PAGE);
    expect(windows[0]?.options['webPreferences']).toEqual({
      preload: join(projectRoot, 'out', 'preload', 'index.cjs'),
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
    });
  });

  it('registers its scheme before Electron is ready, without the right to pass the content policy', async () => {
    const { schemes, schemesWereEarly } = await readReport();
    expect(schemesWereEarly).toBe(true);
    expect(schemes).toEqual([
      { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
    ]);
  });

  it('keeps Chromium’s own files beside the queue', async () => {
    expect((await readReport()).paths).toEqual({ userData: join(folder.path, 'window') });
  });

  it.each(['will-navigate', 'will-frame-navigate', 'will-redirect', 'will-attach-webview'])(
    'prevents %s',
    async (event) => {
      expect(await reseal.order({ do: 'contents', event })).toBe(true);
    },
  );

  it('opens no other window', async () => {
    expect(await reseal.order({ do: 'openWindow', url: 'https://example.com' })).toEqual({ action: 'deny' });
    expect(await reseal.order({ do: 'openWindow', url: PAGE })).toEqual({ action: 'deny' });
  });
});

describe('permissions', () => {
  it.each([
    ['the camera, to scan', 'media', PAGE, ['video'], true],
    ['writing text to the clipboard', 'clipboard-sanitized-write', PAGE, [], true],
    ['the microphone', 'media', PAGE, ['audio'], false],
    ['the camera for a foreign page', 'media', 'https://reseal/', ['video'], false],
    ['the camera for a page that only names ours', 'media', 'https://evil.example/?app://reseal/', ['video'], false],
    ['media of no kind', 'media', PAGE, [], false],
    ['reading the clipboard', 'clipboard-read', PAGE, [], false],
    ['the place', 'geolocation', PAGE, [], false],
    ['notifications, which somebody switches on', 'notifications', PAGE, [], true],
    ['notifications of a foreign page', 'notifications', 'https://reseal/', [], false],
    ['USB', 'usb', PAGE, [], false],
    ['files', 'fileSystem', PAGE, [], false],
    ['other programs', 'openExternal', PAGE, [], false],
  ])('%s', async (_what, permission, url, mediaTypes, isAllowed) => {
    expect(await reseal.order({ do: 'permission', permission, url, mediaTypes })).toEqual({
      requested: isAllowed,
      checked: isAllowed,
    });
  });

  it('asks for camera and microphone together in vain', async () => {
    const given = { permission: 'media', url: PAGE, mediaTypes: ['video', 'audio'] };
    expect(await reseal.order({ do: 'permission', ...given })).toMatchObject({ requested: false });
  });
});

describe('the page’s scheme', () => {
  const answer = z.object({ status: z.number(), headers: z.record(z.string(), z.string()), body: z.string() });

  async function request(url: string, method = 'GET') {
    return answer.parse(await reseal.order({ do: 'request', url, method }));
  }

  it('serves the page with the content policy', async () => {
    const page = await request(PAGE);
    expect(page.status).toBe(200);
    expect(page.body).toContain('<div id="root">');
    expect(page.headers).toMatchObject({
      'content-security-policy': CONTENT_SECURITY_POLICY,
      'content-type': 'text/html; charset=utf-8',
      'x-content-type-options': 'nosniff',
    });
  });

  it.each([
    'app://reseal/%2e%2e/%2e%2e/package.json',
    'app://reseal/..%2f..%2fpackage.json',
    'app://reseal/..%5c..%5cpackage.json',
    'app://reseal//etc/passwd',
    'app://reseal/%00',
    'app://reseal/%',
    'app://reseal/assets',
    'app://elsewhere/index.html',
  ])('has nothing at %s', async (url) => {
    expect((await request(url)).status).toBe(404);
  });

  it('answers nothing but GET', async () => {
    expect((await request(PAGE, 'POST')).status).toBe(405);
  });
});

describe('calls', () => {
  it('reach the backend and bring its outcome back', async () => {
    expect(await call('app.about', {})).toMatchObject({
      ok: true,
      value: { door: 'electron', dataFolder: folder.path, secretStore: 'memory' },
    });
    expect(await call('app.nothing', {})).toMatchObject({ ok: false, error: { code: 'unsupported' } });
  });

  it.each<[string, Frame]>([
    ['a frame that is gone', null],
    ['a frame inside the page', { url: PAGE, parent: {} }],
    ['a page with our address in its query', { url: 'https://evil.example/?next=app://reseal/', parent: null }],
    ['a page with our address as its user', { url: 'https://app:reseal@evil.example/', parent: null }],
    ['a host that begins like ours', { url: 'app://reseal.evil.example/', parent: null }],
    ['our host with a port', { url: 'app://reseal:8080/', parent: null }],
    ['our host with a user', { url: 'app://somebody@reseal/', parent: null }],
    ['our host over https', { url: 'https://reseal/', parent: null }],
    ['a file', { url: 'file:///reseal/index.html', parent: null }],
    ['no page', { url: 'about:blank', parent: null }],
    ['an address that is none', { url: 'reseal', parent: null }],
  ])('are refused from %s', async (_what, frame) => {
    await expect(call('app.about', {}, frame)).rejects.toThrow('Refused');
  });

  it('are refused where the procedure has no name', async () => {
    await expect(call({ toString: 'app.about' }, {})).rejects.toThrow('Refused');
  });

  it('that change something are followed by an event on the one event channel', async () => {
    await call('settings.write', { labName: 'Lab 4' });
    await expect.poll(topics, inTheEnd).toContain('settings.changed');
  });
});

describe('a window whose key is not beside the queue', () => {
  it('keeps sign-ins in the queue', async () => {
    const other = temporaryFolder();
    const passphrase = join(other.path, 'passphrase.txt');
    await writeFile(passphrase, 'green as the screen');
    const second = bootElectron({ dataFolder: other.path, environment: { RESEAL_PASSPHRASE_FILE: passphrase } });
    await second.opened;
    const about = await second.order({ do: 'call', channel: CALL_CHANNEL, frame: ownFrame, given: ['app.about', {}] });
    expect(about).toMatchObject({ value: { secretStore: 'queue' } });
    second.kill();
    await second.exited;
    other.remove();
  });
});

describe('a second launch', () => {
  it('comes to the front, and its files stand in a preview of the active tenant', async () => {
    await call('tenants.addPractice', {});
    await writeFile(
      join(folder.path, 'devices.csv'),
      'Device Serial Number,Windows Product ID,Hardware Hash\r\nA1,,AAAA\r\n',
    );
    const words = ['reseal.exe', '--allow-file-access-from-files', '/program/folder', 'devices.csv'];
    await reseal.order({ do: 'secondInstance', words, folder: folder.path });
    await expect.poll(topics, inTheEnd).toContain('app.secondLaunch');
    expect((await readReport()).focused).toBe(1);
    const open = await call('intake.open', {});
    const { previewId } = z.object({ previewId: z.uuid() }).parse(open.ok ? open.value : open.error);
    expect(await call('intake.rows', { previewId })).toMatchObject({ value: { rows: [{ serialNumber: 'A1' }] } });
  });

  it('ends at once where Reseal is open on the same data folder', async () => {
    const second = bootElectron({ dataFolder: folder.path, environment: { FAKE_ELECTRON_IS_SECOND: '1' } });
    expect(await second.exited).toBe(0);
  });
});

describe('the end', () => {
  it('comes after the queue is closed', async () => {
    await call('settings.write', { labName: 'Lab 4' });
    await reseal.order({ do: 'closeWindows' }).catch(() => undefined);
    expect(await reseal.exited).toBe(0);
    expect(existsSync(join(folder.path, 'reseal.db'))).toBe(true);
    // SQLite removes its log when the last connection is closed in good order, and only then.
    expect(existsSync(join(folder.path, 'reseal.db-wal'))).toBe(false);
  });

  it('is told in words where the queue cannot be opened', async () => {
    const other = temporaryFolder();
    await writeFile(join(other.path, 'reseal.key.json'), '{');
    const broken = bootElectron({ dataFolder: other.path });
    expect(await broken.exited).toBe(3);
    expect(broken.errorBoxes.join()).toContain('reseal.key.json is damaged');
    other.remove();
  });

  it('is not where the key is missing: the window opens and asks for it, and then reads what it was opened with', async () => {
    const other = temporaryFolder();
    const store = openTestStore(other.path, () => new Date());
    addTenant(store);
    store.close();
    const recoveryKey = testVault(other.path).recoveryKey();
    await rm(join(other.path, 'reseal.key.json'));
    await writeFile(
      join(other.path, 'devices.csv'),
      'Device Serial Number,Windows Product ID,Hardware Hash\r\nA1,,AAAA\r\n',
    );
    const window = bootElectron({ dataFolder: other.path, words: [join(other.path, 'devices.csv')] });
    await window.opened;
    const ask = async (name: string, input: unknown) =>
      outcome.parse(await window.order({ do: 'call', channel: CALL_CHANNEL, frame: ownFrame, given: [name, input] }));
    expect(await ask('vault.lock', {})).toMatchObject({ value: { keyId: null, problem: { code: 'key-missing' } } });
    expect(await ask('tenants.list', {})).toMatchObject({ ok: false, error: { message: 'This queue is locked.' } });
    expect(await ask('vault.enterKey', { typed: recoveryKey })).toMatchObject({ ok: true });
    expect(await ask('vault.lock', {})).toEqual({ ok: true, value: null });
    const sentTopics = async () =>
      report.parse(await window.order({ do: 'report' })).sent.map(({ message }) => message.topic);
    await expect.poll(sentTopics, inTheEnd).toContain('app.secondLaunch');
    expect(await sentTopics()).toContain('vault.changed');
    expect(window.errorBoxes).toEqual([]);
    window.kill();
    await window.exited;
    other.remove();
  });

  it('is not where a person takes one of the ways out of a lost queue: a backup, or an empty one', async () => {
    const other = temporaryFolder();
    const store = openStore(other.path, () => new Date());
    addTenant(store);
    store.backUp('manual');
    store.close();
    const tenantsAfter = async (presses: string): Promise<unknown> => {
      await rm(join(other.path, 'reseal.db'));
      const window = bootElectron({ dataFolder: other.path, environment: { FAKE_ELECTRON_PRESSES: presses } });
      await window.opened;
      expect(window.errorBoxes.join()).toContain('The queue that was in');
      const listed = await window.order({
        do: 'call',
        channel: CALL_CHANNEL,
        frame: ownFrame,
        given: ['tenants.list', {}],
      });
      window.kill();
      await window.exited;
      return outcome.parse(listed);
    };
    expect(await tenantsAfter('Restore the newest backup')).toMatchObject({
      value: { tenants: [expect.objectContaining({ name: 'Practice' })] },
    });
    expect(await tenantsAfter('Begin with an empty queue')).toMatchObject({ value: { tenants: [] } });
    other.remove();
  });
});

describe('a page or a program that dies', () => {
  async function withReseal(
    options: { readonly words?: readonly string[]; readonly presses?: 'Wait' | 'Load it again' },
    work: (started: ElectronProcess, read: () => Promise<z.infer<typeof report>>) => Promise<void>,
  ): Promise<string> {
    const own = temporaryFolder();
    const started = bootElectron({
      dataFolder: own.path,
      words: options.words ?? [],
      environment: { FAKE_ELECTRON_PRESSES: options.presses ?? '' },
    });
    await started.opened;
    await work(started, async () => report.parse(await started.order({ do: 'report' })));
    started.kill();
    await started.exited;
    const logs = join(own.path, 'logs');
    const text = readdirSync(logs).map((name) => readFileSync(join(logs, name), 'utf8'));
    own.remove();
    return text.join('');
  }

  it('is loaded again once, with a sentence and a line in the log', async () => {
    const log = await withReseal({}, async (started, read) => {
      await started.order({ do: 'pageGone', reason: 'clean-exit' });
      expect((await read()).reloads).toBe(0);
      await started.order({ do: 'pageGone', reason: 'crashed' });
      expect(await read()).toMatchObject({
        reloads: 1,
        messageBoxes: ['Reseal’s page stopped, and was loaded again.'],
      });
      await started.order({ do: 'pageGone', reason: 'oom' });
      expect(await started.exited).toBe(0);
      expect(started.errorBoxes[0]).toContain('stops again and again');
    });
    expect(log.match(/"event":"page.gone"/g)).toHaveLength(2);
  });

  it('that does not answer is waited for, or loaded again where the person wants it', async () => {
    await withReseal({ presses: 'Wait' }, async (started, read) => {
      await started.order({ do: 'window', event: 'unresponsive' });
      await started.order({ do: 'window', event: 'responsive' });
      expect(await read()).toMatchObject({ reloads: 0, messageBoxes: ['Reseal’s page does not answer.'] });
    });
    await withReseal({ presses: 'Load it again' }, async (started, read) => {
      await started.order({ do: 'window', event: 'unresponsive' });
      await started.order({ do: 'window', event: 'unresponsive' });
      expect((await read()).reloads).toBe(2);
      expect(started.errorBoxes).toEqual([]);
    });
  });

  it('starts itself again after an error that nobody caught, and says so', async () => {
    const log = await withReseal({}, async (started) => {
      await started.order({ do: 'throw' });
      expect(await started.exited).toBe(exitStatus.failed);
      expect(started.relaunches).toEqual([['/checkout', expect.stringContaining('--data-dir='), '--restarted']]);
      expect(started.errorBoxes).toEqual([]);
    });
    expect(log).toContain('process.uncaughtException');
    await withReseal({ words: ['--restarted'] }, async (started, read) => {
      expect((await read()).messageBoxes[0]).toContain('was started again');
      await started.order({ do: 'throw' });
      expect(await started.exited).toBe(exitStatus.failed);
      expect(started.relaunches).toEqual([]);
      expect(started.errorBoxes[0]).toContain('What you had saved is safe');
    });
  });
});
