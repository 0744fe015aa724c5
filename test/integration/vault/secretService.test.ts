import { execFileSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { runUnlock } from '../../rigs/runUnlock.ts';
import { temporaryFolder } from '../../rigs/testPorts.ts';

/** A real Secret Service, in a session of its own, with a home of its own: nothing of the person's is touched. */
const SESSION = `eval "$(printf '\\n' | gnome-keyring-daemon --unlock --components=secrets)" && exec "$@"`;
const throughKeyring = ['dbus-run-session', '--', 'sh', '-c', SESSION, 'sh', process.execPath] as const;

function isThere(program: string): boolean {
  try {
    execFileSync('which', [program], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}
const hasKeyring = process.platform === 'linux' && isThere('dbus-run-session') && isThere('gnome-keyring-daemon');

let folder: ReturnType<typeof temporaryFolder>;
let home: ReturnType<typeof temporaryFolder>;
beforeEach(() => {
  folder = temporaryFolder();
  home = temporaryFolder();
});
afterEach(() => {
  folder.remove();
  home.remove();
});

/** Not left out as in other tests. */
const environment = () => ({ RESEAL_KEY_KEPT_IN: '', HOME: home.path, XDG_RUNTIME_DIR: home.path });

describe.skipIf(!hasKeyring)('a real Secret Service (apt-get install gnome-keyring dbus)', () => {
  it('keeps the key from one session to the next, and another home has none', async () => {
    const first = await runUnlock(folder.path, environment(), throughKeyring);
    expect(first).toMatchObject({ isEncrypted: true, keptIn: 'secretStore' });
    expect(await runUnlock(folder.path, environment(), throughKeyring)).toMatchObject({ keyId: first.keyId });
    rmSync(home.path, { recursive: true });
    home = temporaryFolder();
    await expect(runUnlock(folder.path, environment(), throughKeyring)).rejects.toThrow();
  });
});

describe.skipIf(process.platform !== 'linux')('without a bus', () => {
  it('the key lies beside the queue, never in the kernel’s keyring, which a restart empties', async () => {
    const noBus = { ...environment(), DBUS_SESSION_BUS_ADDRESS: `unix:path=${home.path}/none` };
    const view = await runUnlock(folder.path, noBus);
    expect(view).toMatchObject({ isEncrypted: true, keptIn: 'file' });
    expect(await runUnlock(folder.path, noBus)).toMatchObject({ keyId: view.keyId });
  });
});
