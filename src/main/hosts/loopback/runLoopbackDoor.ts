import type { Backend } from '../../backend.ts';
import type { Ports } from '../../ports.ts';
import { createDoorPorts, practiceTenantOf } from '../doorPorts.ts';
import { localeOf } from '../localeOf.ts';
import { openSignIn } from '../microsoftAddresses.ts';
import { openBrowser } from '../openBrowser.ts';
import { systemClock } from '../../systemClock.ts';
import { unlock } from '../../vault/unlock.ts';
import { pageFolder } from '../pageAssets.ts';
import { type LoopbackDoor, startLoopback } from './startLoopback.ts';

export interface LoopbackDoorOptions {
  readonly createBackend: (ports: Ports) => Backend;
  readonly dataFolder: string;
  readonly port: number;
  readonly practiceSpeed: number | null;
  readonly environment: NodeJS.ProcessEnv;
  /** For a queue that shall be plain. */
  readonly withoutEncryption: boolean;
  /** Hears what a person is to know at once. */
  readonly say: (sentence: string) => void;
}

/** Opens the browser door on a data folder; closing it closes the queue too. */
export async function runLoopbackDoor(options: LoopbackDoorOptions): Promise<LoopbackDoor> {
  const { dataFolder, environment, withoutEncryption, say } = options;
  const vault = await unlock({ dataFolder, now: systemClock.now, environment, withoutEncryption, say });
  const backend = options.createBackend(
    createDoorPorts({
      door: 'loopback',
      dataFolder: options.dataFolder,
      locale: localeOf(options.environment),
      fetch: globalThis.fetch,
      vault,
      formerSecrets: null,
      openExternal: (address) => openSignIn(address, openBrowser),
      runsOutbox: true,
      practiceTenant: practiceTenantOf(options.environment),
      practiceSpeed: options.practiceSpeed,
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
