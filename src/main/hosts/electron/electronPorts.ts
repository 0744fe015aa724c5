import { join } from 'node:path';
import { app, net, safeStorage, shell } from 'electron';
import type { Ports } from '../../ports.ts';
import { createDoorPorts, practiceTenantOf } from '../doorPorts.ts';
import { createMemorySecretBox } from '../memorySecretBox.ts';
import { openSignIn } from '../microsoftAddresses.ts';
import { createSecretBox } from './safeStorageSecretBox.ts';

/** What the window gives to the backend: Chromium's network, the system's secret store and its browser. */
export async function createElectronPorts(dataFolder: string, beginsAnew: boolean): Promise<Ports> {
  const ports = createDoorPorts({
    door: 'electron',
    dataFolder,
    beginsAnew,
    // The page's too, so that both write alike.
    locale: app.getLocale(),
    // Chromium's network knows the computer's proxies and certificates.
    fetch: (input, init) => net.fetch(input instanceof URL ? input.href : input, init),
    secretBox: createMemorySecretBox(),
    openExternal: (address) => openSignIn(address, (url) => shell.openExternal(url)),
    runsOutbox: true,
    practiceTenant: practiceTenantOf(process.env),
    practiceSpeed: null,
  });
  return { ...ports, secretBox: await createSecretBox(safeStorage, join(dataFolder, 'secrets'), ports.log) };
}
