import { PRACTICE_SPEED } from '../../shared/tenants/practiceSpeed.ts';
import { setTimeout as wait } from 'node:timers/promises';
import { z } from 'zod';
import { AppError } from '../../shared/outcome/appError.ts';
import type { DatabaseKey } from '../store/sqlite.ts';
import type { PracticeTenant } from './startPracticeTenant.ts';
import {
  publishTenantAddress,
  readTenantAddress,
  stateFileIn,
  withdrawTenantAddress,
  type TenantAddress,
} from './tenantAddress.ts';

/** Where a practice tenant answers, and how much faster than real its clock runs. */
export interface PracticeTenantAddress extends TenantAddress {
  readonly speed: number;
}

export interface SharedPracticeTenant {
  /** The running one: named from outside, started by another process on this data folder, or started here now. */
  readonly locate: () => Promise<PracticeTenantAddress>;
  readonly close: () => Promise<void>;
}

interface SharedPracticeTenantOptions {
  readonly dataFolder: string;
  /** What opens its file; null for a plain one. */
  readonly key?: DatabaseKey | null;
  /** One that runs elsewhere and is used instead of starting one. */
  readonly elsewhere: TenantAddress | null;
  /** The speed a person asked for; null leaves a running one as it is. */
  readonly speed: number | null;
  readonly fetch: typeof globalThis.fetch;
}

/** How long an address that was left behind may be silent before the tenant is looked for again. */
const ANSWER_WITHIN_MS = 1_000;
/** How long a tenant that is known to run may be silent: its computer is busy. */
const RUNNING_ANSWERS_WITHIN_MS = 30_000;
const LOOK_AGAIN_AFTER_MS = 100;
const LOOK_AT_MOST = 50;

const selfDescription = z.object({ speed: z.number() });

/**
 * One practice tenant per data folder, however many processes use it. The first process starts it and leaves its
 * address, and the others talk to that one. When it is gone, the next process that needs it starts it again in the
 * state in which it was left.
 */
export function createSharedPracticeTenant({
  dataFolder,
  key = null,
  elsewhere,
  speed,
  fetch,
}: SharedPracticeTenantOptions): SharedPracticeTenant {
  let started: PracticeTenant | null = null;
  let locating: Promise<PracticeTenantAddress> | null = null;

  async function ask(address: TenantAddress, withinMs: number): Promise<PracticeTenantAddress | null> {
    try {
      const answer = await fetch(`${address.url}/practice`, { signal: AbortSignal.timeout(withinMs) });
      return { ...address, speed: selfDescription.parse(await answer.json()).speed };
    } catch {
      return null; // Nothing answers there, or something else does: not our tenant.
    }
  }

  async function find(): Promise<PracticeTenantAddress> {
    if (elsewhere !== null) return (await ask(elsewhere, RUNNING_ANSWERS_WITHIN_MS)) ?? { ...elsewhere, speed: 1 };
    for (let look = 0; look < LOOK_AT_MOST; look += 1) {
      const stored = readTenantAddress(dataFolder);
      const running = stored === null ? null : await ask(stored, ANSWER_WITHIN_MS);
      if (running !== null) return atWantedSpeed(running);
      started = await startHere();
      if (started !== null) return publish(started);
      await wait(LOOK_AGAIN_AFTER_MS);
    }
    throw new AppError(
      'offline',
      'The practice tenant of this data folder is held by a program that does not answer.',
      {
        remedy: 'End the other program, or choose another data folder.',
      },
    );
  }

  async function atWantedSpeed(running: PracticeTenantAddress): Promise<PracticeTenantAddress> {
    if (speed === null || speed === running.speed) return running;
    await fetch(`${running.url}/practice/clock`, {
      method: 'POST',
      headers: { authorization: `Bearer ${running.token}`, 'content-type': 'application/json' },
      body: JSON.stringify({ speed }),
    });
    return (await ask(running, RUNNING_ANSWERS_WITHIN_MS)) ?? running;
  }

  /** Starts the tenant, unless another process holds its state. */
  async function startHere(): Promise<PracticeTenant | null> {
    // Loaded by who practises: a server brings half of Node with it.
    const { startPracticeTenant } = await import('./startPracticeTenant.ts');
    try {
      return await startPracticeTenant({
        stateFile: stateFileIn(dataFolder),
        key,
        speed: speed ?? PRACTICE_SPEED,
      });
    } catch (error) {
      if (z.object({ code: z.string().startsWith('SQLITE_BUSY') }).safeParse(error).success) return null;
      throw error;
    }
  }

  async function publish(tenant: PracticeTenant): Promise<PracticeTenantAddress> {
    publishTenantAddress(dataFolder, tenant);
    const running = await ask({ url: tenant.url, token: tenant.token }, RUNNING_ANSWERS_WITHIN_MS);
    if (running === null) throw new Error('The practice tenant was started, and does not answer.');
    return running;
  }

  return {
    async locate() {
      locating ??= find().finally(() => {
        locating = null;
      });
      return locating;
    },
    async close() {
      if (started === null) return;
      withdrawTenantAddress(dataFolder);
      await started.close();
      started = null;
    },
  };
}
