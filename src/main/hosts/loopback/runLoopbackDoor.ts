import type { Backend } from '../../backend.ts';
import { openOrLock } from '../../lockedQueue.ts';
import type { Ports } from '../../ports.ts';
import { exitStatus } from '../cli/program/exitStatus.ts';
import { createDoorPorts, networkSettingsOf, practiceTenantOf } from '../doorPorts.ts';
import { giveLastWords, STOPPED } from '../lastWords.ts';
import { localeOf } from '../localeOf.ts';
import { openSignIn } from '../microsoftAddresses.ts';
import { openBrowser } from '../openBrowser.ts';
import type { Vault } from '../../vault/vault.ts';
import { pageFolder } from '../pageAssets.ts';
import { keepDoorRecord, readDoorRecord } from './doorRecord.ts';
import { runningDoor } from './runningDoor.ts';
import { type LoopbackDoor, startLoopback } from './startLoopback.ts';

export interface LoopbackDoorOptions {
  readonly createBackend: (ports: Ports) => Backend | Promise<Backend>;
  readonly dataFolder: string;
  /** Null takes that of the last start, so that an open page finds Reseal again, or else a free one. */
  readonly port: number | null;
  readonly practiceSpeed: number | null;
  /** Whether an empty queue is wanted where the folder has lost its own. */
  readonly beginsAnew: boolean;
  readonly environment: NodeJS.ProcessEnv;
  /** For a queue that shall be plain. */
  readonly withoutEncryption: boolean;
  /** Hears what a person is to know at once. */
  readonly say: (sentence: string) => void;
}

/**
 * Opens the browser door on a data folder; closing it closes the queue too. Where the key of the queue is not there, its page asks
 * for it.
 */
export async function runLoopbackDoor(options: LoopbackDoorOptions): Promise<LoopbackDoor> {
  const { dataFolder, environment, withoutEncryption, say } = options;
  const ports = createDoorPorts({
    door: 'loopback',
    dataFolder,
    locale: localeOf(environment),
    fetch: globalThis.fetch,
    formerSecrets: null,
    openExternal: (address) => openSignIn(address, openBrowser),
    runsOutbox: true,
    practiceTenant: practiceTenantOf(environment),
    network: networkSettingsOf(environment),
    practiceSpeed: options.practiceSpeed,
    beginsAnew: options.beginsAnew,
  });
  giveLastWords(process, ports.log, () => {
    say(STOPPED);
    process.exit(exitStatus.failed);
  });
  const { clock, log } = ports;
  const unlocking = { dataFolder, now: clock.now, environment, withoutEncryption, say };
  const open = (vault: Vault) => options.createBackend({ ...ports, vault });
  const backend = await openOrLock({ unlocking, open, clock, log });
  try {
    const record = readDoorRecord(dataFolder);
    const running = await runningDoor(record);
    const listen = (port: number) => startLoopback({ backend, pageFolder, port, handoverKey: record.handoverKey });
    const door = await (options.port === null ? listen(record.port).catch(() => listen(0)) : listen(options.port));
    if (running === null) keepDoorRecord(dataFolder, { ...record, port: door.port });
    else say(besideAnother(running));
    return {
      port: door.port,
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

/** The pages of the other one find it again after its restart: the port that is kept stays its own. */
function besideAnother(address: string): string {
  return `Another Reseal serves this data folder at ${address} already. This one works beside it, at an address of its own, which only lasts until it ends.`;
}
