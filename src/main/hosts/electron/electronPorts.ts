import { join } from 'node:path';
import { app, net, safeStorage, shell } from 'electron';
import { createDoorPorts, networkSettingsOf, practiceTenantOf, type DoorPorts } from '../doorPorts.ts';
import { openSignIn } from '../microsoftAddresses.ts';
import { createFormerSecrets } from './formerSecrets.ts';

/** What the window gives to the backend: Chromium's network, what it once kept, and the system's browser. */
export function createElectronPorts(dataFolder: string, beginsAnew: boolean): DoorPorts {
  const ports = createDoorPorts({
    door: 'electron',
    dataFolder,
    beginsAnew,
    // The page's too, so that both write alike.
    locale: app.getLocale(),
    // Chromium's network knows the computer's proxies and certificates.
    fetch: (input, init) => net.fetch(input instanceof URL ? input.href : input, init),
    formerSecrets: null,
    openExternal: (address) => openSignIn(address, (url) => shell.openExternal(url)),
    runsOutbox: true,
    practiceTenant: practiceTenantOf(process.env),
    network: networkSettingsOf(process.env),
    practiceSpeed: null,
  });
  return { ...ports, formerSecrets: createFormerSecrets(safeStorage, join(dataFolder, 'secrets'), ports.log) };
}
