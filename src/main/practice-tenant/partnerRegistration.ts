import { createHash } from 'node:crypto';
import { listDevice } from './lifecycle/deviceChanges.ts';
import { readHardwareIdentity } from './lifecycle/hardwareIdentity.ts';
import { registerDevice } from './lifecycle/importLifecycle.ts';
import type { Tenant } from './tenant.ts';

/** A device as its maker or a reseller registers it before it is shipped. */
export interface PartnerDevice {
  readonly hardwareIdentifier: string;
  readonly groupTag: string;
}

/**
 * Registers devices past Intune's import, as Partner Center does: they are listed at once, without an import record. Those
 * that are registered stay as they are. Returns how many hashes could not be read.
 */
export function registerAsPartner(tenant: Tenant, devices: readonly PartnerDevice[]): number {
  const now = tenant.clock.now();
  let unreadable = 0;
  for (const { hardwareIdentifier, groupTag } of devices) {
    const identity = readHardwareIdentity(hardwareIdentifier, now);
    if (identity === null) {
      unreadable += 1;
      continue;
    }
    const hashSha256 = createHash('sha256').update(Buffer.from(hardwareIdentifier, 'base64')).digest('hex');
    const { serialNumber, manufacturer, model } = identity;
    if (tenant.state.hasTwin({ hashSha256, serialNumber, manufacturer, model })) continue;
    const { id } = registerDevice(tenant, { groupTag, assignedUserPrincipalName: null, hashSha256 }, identity);
    listDevice(tenant, id, now);
  }
  return unreadable;
}
