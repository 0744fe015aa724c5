import type { Ports } from '../ports.ts';
import { version } from '../installation.ts';
import { createFileLog } from './fileLog.ts';
import { keepFolderPrivate } from './privateFolder.ts';
import { systemClock } from '../systemClock.ts';

/** What a door has before its queue is unlocked. */
export type DoorPorts = Omit<Ports, 'vault'>;

/** The ports of a door: what is the same for all three, added to what only the door can give. */
export function createDoorPorts(own: Omit<DoorPorts, 'version' | 'clock' | 'log' | 'folderAccess'>): DoorPorts {
  const { access, narrowed } = keepFolderPrivate(own.dataFolder);
  const log = createFileLog(own.dataFolder, own.door, systemClock.now);
  if (narrowed > 0) log.warn('dataFolder.narrowed', { narrowed });
  return { ...own, version, clock: systemClock, log, folderAccess: access };
}

const PROXY_VARIABLES = ['HTTPS_PROXY', 'https_proxy', 'HTTP_PROXY', 'http_proxy', 'ALL_PROXY', 'all_proxy'];

/** What the environment says of the network. */
export function networkSettingsOf(environment: NodeJS.ProcessEnv): Ports['network'] {
  return {
    hostList: environment['RESEAL_PREFLIGHT_HOSTS'] || null,
    proxyVariables: PROXY_VARIABLES.filter((name) => environment[name]),
  };
}

/** The practice tenant that the environment names, for programs that share one. */
export function practiceTenantOf(environment: NodeJS.ProcessEnv): Ports['practiceTenant'] {
  const url = environment['RESEAL_PRACTICE_URL'];
  return url ? { url, token: environment['RESEAL_PRACTICE_TOKEN'] ?? '' } : null;
}
