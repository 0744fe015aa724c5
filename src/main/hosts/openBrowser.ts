import { spawn } from 'node:child_process';

/** Opens an address in the person's default browser; does nothing where there is none. */
export function openBrowser(address: string, platform: NodeJS.Platform = process.platform): Promise<void> {
  const [program, ...before] = openerOf(platform);
  return new Promise((resolve) => {
    const opener = spawn(program, [...before, address], { detached: true, stdio: 'ignore' });
    opener.once('error', () => resolve());
    opener.once('spawn', () => {
      opener.unref();
      resolve();
    });
  });
}

function openerOf(platform: NodeJS.Platform): readonly [string, ...string[]] {
  if (platform === 'win32') return ['rundll32.exe', 'url.dll,FileProtocolHandler'];
  return platform === 'darwin' ? ['open'] : ['xdg-open'];
}
