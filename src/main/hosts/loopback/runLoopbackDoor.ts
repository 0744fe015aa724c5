import type { Backend } from '../../backend.ts';
import type { Ports } from '../../ports.ts';
import { exitStatus } from '../cli/program/exitStatus.ts';
import { createDoorPorts, practiceTenantOf } from '../doorPorts.ts';
import { giveLastWords, STOPPED } from '../lastWords.ts';
import { localeOf } from '../localeOf.ts';
import { openSignIn } from '../microsoftAddresses.ts';
import { openBrowser } from '../openBrowser.ts';
import { systemClock } from '../../systemClock.ts';
import { unlock } from '../../vault/unlock.ts';
import { pageFolder } from '../pageAssets.ts';
import { keepDoorRecord, readDoorRecord } from './doorRecord.ts';
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

/** Opens the browser door on a data folder; closing it closes the queue too. */
export async function runLoopbackDoor(options: LoopbackDoorOptions): Promise<LoopbackDoor> {
  const { dataFolder, environment, withoutEncryption, say } = options;
  const vault = await unlock({ dataFolder, now: systemClock.now, environment, withoutEncryption, say });
  const ports = createDoorPorts({
    door: 'loopback',
    dataFolder,
    locale: localeOf(environment),
    fetch: globalThis.fetch,
    vault,
    formerSecrets: null,
    openExternal: (address) => openSignIn(address, openBrowser),
    runsOutbox: true,
    practiceTenant: practiceTenantOf(environment),
    practiceSpeed: options.practiceSpeed,
    beginsAnew: options.beginsAnew,
  });
  giveLastWords(process, ports.log, () => {
    say(STOPPED);
    process.exit(exitStatus.failed);
  });
  const backend = await options.createBackend(ports);
  try {
    const record = readDoorRecord(dataFolder);
    const open = (port: number) => startLoopback({ backend, pageFolder, port, handoverKey: record.handoverKey });
    const door = await (options.port === null ? open(record.port).catch(() => open(0)) : open(options.port));
    keepDoorRecord(dataFolder, { ...record, port: door.port });
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
