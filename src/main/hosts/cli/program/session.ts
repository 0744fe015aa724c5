import type { InputOf, OutputOf, ProcedureName } from '../../../../shared/api/contract.ts';
import type { BackendEvent } from '../../../../shared/api/events.ts';
import type { Backend } from '../../../backend.ts';
import type { Ports } from '../../../ports.ts';
import { createDoorPorts, networkSettingsOf, practiceTenantOf } from '../../doorPorts.ts';
import { dataFolderOf } from '../../dataFolder.ts';
import { localeOf } from '../../localeOf.ts';
import { openSignIn } from '../../microsoftAddresses.ts';
import { openBrowser } from '../../openBrowser.ts';
import { unlockQueue } from './unlockQueue.ts';
import { refusedBy } from './commandError.ts';
import type { GlobalOptions } from '../input/globalOptions.ts';
import type { World } from './world.ts';

export type Call = <Name extends ProcedureName>(name: Name, input: InputOf<Name>) => Promise<OutputOf<Name>>;

/** A backend at a command's disposal. */
export interface CommandSession {
  readonly call: Call;
  readonly dispatch: Backend['dispatch'];
  readonly subscribe: (listener: (event: BackendEvent) => void) => () => void;
  readonly close: () => Promise<void>;
}

interface SessionOptions {
  readonly runsOutbox: boolean;
  /** Overrides the one that the environment names. */
  readonly practiceTenant?: Ports['practiceTenant'];
}

/** Opens the queue of the chosen data folder. */
export async function openSession(
  world: World,
  options: GlobalOptions,
  { runsOutbox, practiceTenant }: SessionOptions,
): Promise<CommandSession> {
  const vault = await unlockQueue(world, options);
  const backend = await world.createBackend({
    ...createDoorPorts({
      door: 'cli',
      dataFolder: dataFolderOf(options.dataDir, world.environment),
      locale: localeOf(world.environment),
      fetch: globalThis.fetch,
      formerSecrets: null,
      openExternal: (address) => openSignIn(address, openBrowser),
      runsOutbox,
      beginsAnew: options.beginAnew,
      practiceTenant: practiceTenant ?? practiceTenantOf(world.environment),
      network: networkSettingsOf(world.environment),
      practiceSpeed: options.speed ?? null,
    }),
    vault,
    clock: world.clock,
  });
  return {
    call: callOf(backend.dispatch),
    dispatch: backend.dispatch,
    subscribe: backend.subscribe,
    close: backend.close,
  };
}

function callOf(dispatch: Backend['dispatch']): Call {
  return async <Name extends ProcedureName>(name: Name, input: InputOf<Name>) => {
    const outcome = await dispatch(name, input);
    if (!outcome.ok) throw refusedBy(outcome.error);
    // The router has just parsed the answer with this procedure's own schema.
    return outcome.value as OutputOf<Name>;
  };
}
