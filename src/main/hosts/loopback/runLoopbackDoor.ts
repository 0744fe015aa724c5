import type { Backend } from '../../backend.ts';
import type { Ports } from '../../ports.ts';
import { createDoorPorts, practiceTenantOf } from '../doorPorts.ts';
import { localeOf } from '../localeOf.ts';
import { createMemorySecretBox } from '../memorySecretBox.ts';
import { openSignIn } from '../microsoftAddresses.ts';
import { openBrowser } from '../openBrowser.ts';
import { pageFolder } from '../pageAssets.ts';
import { type LoopbackDoor, startLoopback } from './startLoopback.ts';

export interface LoopbackDoorOptions {
  readonly createBackend: (ports: Ports) => Backend;
  readonly dataFolder: string;
  readonly port: number;
  readonly practiceSpeed: number | null;
  /** Whether an empty queue is wanted where the folder has lost its own. */
  readonly beginsAnew: boolean;
  readonly environment: NodeJS.ProcessEnv;
}

/** Opens the browser door on a data folder; closing it closes the queue too. */
export async function runLoopbackDoor(options: LoopbackDoorOptions): Promise<LoopbackDoor> {
  const backend = options.createBackend(
    createDoorPorts({
      door: 'loopback',
      dataFolder: options.dataFolder,
      locale: localeOf(options.environment),
      fetch: globalThis.fetch,
      secretBox: createMemorySecretBox(),
      openExternal: (address) => openSignIn(address, openBrowser),
      runsOutbox: true,
      practiceTenant: practiceTenantOf(options.environment),
      practiceSpeed: options.practiceSpeed,
      beginsAnew: options.beginsAnew,
    }),
  );
  try {
    const door = await startLoopback({ backend, pageFolder, port: options.port });
    return {
      launchUrl: door.launchUrl,
      addressToOpen: door.addressToOpen,
      async close() {
        await door.close();
        await backend.close();
      },
    };
  } catch (error) {
    await backend.close();
    throw error;
  }
}
