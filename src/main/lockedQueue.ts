import type { VaultHandlers } from '../shared/api/contract/vault.ts';
import { AppError } from '../shared/outcome/appError.ts';
import type { VaultView } from '../shared/vault/vaultView.ts';
import { vaultSentence } from '../shared/vault/vaultWords.ts';
import { createRouter } from './api/router.ts';
import { createAttempts } from './attempts.ts';
import type { Backend } from './backend.ts';
import { createEventHub } from './eventHub.ts';
import type { Ports } from './ports.ts';
import { unlock, type UnlockOptions } from './vault/unlock.ts';
import { askedKey, isNoKey, unlockByHand } from './vault/unlockByHand.ts';
import type { Vault } from './vault/vault.ts';

interface Opening<Opened extends Backend | null> {
  readonly unlocking: UnlockOptions;
  /** Opens the queue with its key; null where a person would rather close Reseal. @throws AppError where it does not open */
  readonly open: (vault: Vault) => Opened | Promise<Opened>;
  readonly clock: Ports['clock'];
  readonly log: Ports['log'];
}

/**
 * Opens the queue; where its key is not there, the page asks for it: until then the backend answers nothing else.
 * @throws AppError where the queue does not open for another reason
 */
export async function openOrLock<Opened extends Backend | null>(opening: Opening<Opened>): Promise<Opened | Backend> {
  const { unlocking, open, log } = opening;
  try {
    return await open(await unlock(unlocking));
  } catch (error) {
    if (!isNoKey(error)) throw error;
    log.warn('vault.locked', { code: error.code });
    unlocking.say?.([LOCKED, error.message, error.remedy].join(' '));
    return createLockedQueue(opening, error);
  }
}

const LOCKED = 'This queue is locked.';

function createLockedQueue({ unlocking, open, clock, log }: Opening<Backend | null>, noKey: AppError): Backend {
  const hub = createEventHub();
  const stop = new AbortController();
  const attempts = createAttempts(clock, stop.signal);
  let problem = noKey;
  let queue: Backend | null = null;
  let opening: Promise<unknown> = Promise.resolve();

  /** The queue, opened behind the doors that stand already. */
  async function openWith(vault: Vault): Promise<VaultView> {
    const opened = await open(vault);
    if (opened === null) throw new AppError('cancelled', 'Reseal is being closed.');
    queue = opened;
    opened.subscribe(({ topic, progress }) => hub.publish(topic, progress));
    hub.publish('vault.changed');
    const view = vault.view();
    log.info('vault.unlocked', { keptIn: view.keptIn });
    unlocking.say?.(['It is open.', vaultSentence(view)].join(' '));
    return view;
  }

  /** So that closing waits for it. */
  function following<Result>(work: Promise<Result>): Promise<Result> {
    opening = Promise.allSettled([opening, work]);
    return work;
  }

  const handlers = {
    'vault.lock': () => ({
      dataFolder: unlocking.dataFolder,
      ...askedKey(unlocking.dataFolder),
      problem: problem.toFailure(),
    }),
    'vault.enterKey': ({ typed }) =>
      following(attempts.guess(async () => openWith(await unlockByHand(unlocking, typed)))),
    'vault.findKey': () =>
      following(attempts.alone(async () => openWith(await unlock(unlocking)))).catch((error: unknown) => {
        if (isNoKey(error)) problem = error;
        throw error;
      }),
  } satisfies Partial<VaultHandlers>;
  const router = createRouter({ vault: () => Promise.resolve(handlers) }, { clock, log });

  return {
    async dispatch(name, input) {
      if (queue !== null) return queue.dispatch(name, input);
      if (Object.hasOwn(handlers, name)) return router.dispatch(name, input);
      const remedy = 'Enter its key on Reseal’s page first.';
      return { ok: false, error: new AppError(problem.code, LOCKED, { remedy }).toFailure() };
    },
    subscribe: hub.subscribe,
    async close() {
      stop.abort();
      await opening;
      await queue?.close();
    },
  };
}
