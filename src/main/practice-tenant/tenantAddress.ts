import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

const tenantAddress = z.object({ url: z.url(), token: z.string() });

/** Where a practice tenant answers, and the token that may do everything there. */
export type TenantAddress = Readonly<z.infer<typeof tenantAddress>>;

const fileIn = (dataFolder: string): string => join(dataFolder, 'practice-tenant.json');

/** The file of a data folder's practice tenant; who has it open runs the tenant. */
export const stateFileIn = (dataFolder: string): string => join(dataFolder, 'practice-tenant.db');

/** The address that the last practice tenant of this data folder left, whether it still runs or not. */
export function readTenantAddress(dataFolder: string): TenantAddress | null {
  try {
    return tenantAddress.parse(JSON.parse(readFileSync(fileIn(dataFolder), 'utf8')));
  } catch {
    return null; // No address, or half of one: the same as none.
  }
}

/** Leaves the address for other processes on this data folder; readable by this account alone, for the token in it. */
export function publishTenantAddress(dataFolder: string, { url, token }: TenantAddress): void {
  const draft = `${fileIn(dataFolder)}.${process.pid}`;
  writeFileSync(draft, JSON.stringify({ url, token }), { mode: 0o600 });
  renameSync(draft, fileIn(dataFolder));
}

/** Called when the tenant stops, so that nobody waits for one that is gone. */
export function withdrawTenantAddress(dataFolder: string): void {
  rmSync(fileIn(dataFolder), { force: true });
}
