import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { z } from 'zod';
import { startPracticeTenant, type PracticeTenant } from './startPracticeTenant.ts';

/** Where a practice tenant answers, and how much faster than real its clock runs. */
export interface PracticeTenantAddress {
  readonly url: string;
  readonly token: string;
  readonly speed: number;
}

export interface SharedPracticeTenant {
  /** The running one: named from outside, started by another process on this data folder, or started here now. */
  readonly locate: () => Promise<PracticeTenantAddress>;
  readonly close: () => Promise<void>;
}

interface SharedPracticeTenantOptions {
  readonly dataFolder: string;
  /** One that runs elsewhere and is used instead of starting one. */
  readonly elsewhere: { readonly url: string; readonly token: string } | null;
  /** The speed a person asked for; null leaves a running one as it is. */
  readonly speed: number | null;
  readonly fetch: typeof globalThis.fetch;
}

/** A practice minute takes a second: quick enough to learn with, slow enough to see what is waited for. */
const USUAL_SPEED = 60;
const ANSWER_WITHIN_MS = 1_000;
const LOOK_AGAIN_AFTER_MS = 100;
const LOOK_AT_MOST = 100;

const storedAddress = z.object({ url: z.url(), token: z.string() });
const selfDescription = z.object({ speed: z.number() });

/**
 * One practice tenant per data folder, however many processes use it: the first starts it and leaves its address, the
 * others talk to that one, and when it is gone the next to need it starts it again with its state as it was.
 */
export function createSharedPracticeTenant({
  dataFolder,
  elsewhere,
  speed,
  fetch,
}: SharedPracticeTenantOptions): SharedPracticeTenant {
  const addressFile = join(dataFolder, 'practice-tenant.json');
  let started: PracticeTenant | null = null;
  let locating: Promise<PracticeTenantAddress> | null = null;

  async function ask(address: z.infer<typeof storedAddress>): Promise<PracticeTenantAddress | null> {
    try {
      const answer = await fetch(`${address.url}/practice`, { signal: AbortSignal.timeout(ANSWER_WITHIN_MS) });
      return { ...address, speed: selfDescription.parse(await answer.json()).speed };
    } catch {
      return null; // Nothing answers there, or something else does: not our tenant.
    }
  }

  async function find(): Promise<PracticeTenantAddress> {
    if (elsewhere !== null) return (await ask(elsewhere)) ?? { ...elsewhere, speed: 1 };
    for (let look = 0; look < LOOK_AT_MOST; look += 1) {
      const stored = readAddress(addressFile);
      const running = stored === null ? null : await ask(stored);
      if (running !== null) return atWantedSpeed(running);
      started = await startHere();
      if (started !== null) return publish(started);
      await wait(LOOK_AGAIN_AFTER_MS);
    }
    throw new Error('The practice tenant of this data folder is in use, and does not answer.');
  }

  async function atWantedSpeed(running: PracticeTenantAddress): Promise<PracticeTenantAddress> {
    if (speed === null || speed === running.speed) return running;
    await fetch(`${running.url}/practice/clock`, {
      method: 'POST',
      headers: { authorization: `Bearer ${running.token}`, 'content-type': 'application/json' },
      body: JSON.stringify({ speed }),
    });
    return (await ask(running)) ?? running;
  }

  /** Starts the tenant, unless another process holds its state. */
  async function startHere(): Promise<PracticeTenant | null> {
    try {
      return await startPracticeTenant({
        stateFile: join(dataFolder, 'practice-tenant.db'),
        speed: speed ?? USUAL_SPEED,
      });
    } catch (error) {
      if (z.object({ code: z.string().startsWith('SQLITE_BUSY') }).safeParse(error).success) return null;
      throw error;
    }
  }

  async function publish(tenant: PracticeTenant): Promise<PracticeTenantAddress> {
    const address = { url: tenant.url, token: tenant.token };
    const draft = `${addressFile}.${process.pid}`;
    writeFileSync(draft, JSON.stringify(address), { mode: 0o600 });
    renameSync(draft, addressFile);
    const running = await ask(address);
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
      rmSync(addressFile, { force: true });
      await started.close();
      started = null;
    },
  };
}

function readAddress(file: string): z.infer<typeof storedAddress> | null {
  try {
    return storedAddress.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return null; // No address, or half of one: the same as none.
  }
}
