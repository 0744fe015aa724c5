import { mkdtemp, mkdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { practiceTenantOf } from '../../doorPorts.ts';
import type { PracticeTenant } from '../../../practice-tenant/startPracticeTenant.ts';
import type { GlobalOptions } from '../input/globalOptions.ts';
import { unlockQueue } from '../program/unlockQueue.ts';
import type { World } from '../program/world.ts';

/** Half an hour of Microsoft's time passes in a second. */
const DEMO_SPEED = 2_000;

/** Where the demo works. */
export interface DemoPlaces {
  readonly dataFolder: string;
  readonly outFolder: string;
  readonly practice: { readonly url: string; readonly token: string };
  readonly leave: () => Promise<void>;
}

/** A data folder of its own, unless one is named, and the practice tenant that the environment names, else a fast one. */
export async function openDemoPlaces(
  world: World,
  options: GlobalOptions,
  out: string | undefined,
): Promise<DemoPlaces> {
  const dataFolder = options.dataDir ?? (await mkdtemp(join(tmpdir(), 'reseal-demo-data-')));
  const outFolder = out ?? (await mkdtemp(join(tmpdir(), 'reseal-demo-')));
  await mkdir(dataFolder, { recursive: true });
  const tidyUp = async () => {
    if (options.dataDir === undefined) await rm(dataFolder, { recursive: true, force: true });
  };
  const elsewhere = practiceTenantOf(world.environment);
  if (elsewhere !== null) return { dataFolder, outFolder, practice: elsewhere, leave: tidyUp };
  const practice = await startHere(world, dataFolder, options);
  return {
    dataFolder,
    outFolder,
    practice,
    async leave() {
      await practice.close();
      await tidyUp();
    },
  };
}

async function startHere(world: World, dataFolder: string, options: GlobalOptions): Promise<PracticeTenant> {
  const { practiceTenantKey } = await unlockQueue(world, { ...options, dataDir: dataFolder });
  return world.startPracticeTenant({
    stateFile: join(dataFolder, 'practice-tenant.db'),
    key: practiceTenantKey,
    speed: options.speed ?? DEMO_SPEED,
  });
}
