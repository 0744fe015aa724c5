import { createHash } from 'node:crypto';
import { z } from 'zod';
import { inspectHardwareHash } from '../../../shared/hashes/inspectHardwareHash.ts';

/** What the tenant keeps of a hardware hash. */
export const hardwareIdentitySchema = z.strictObject({
  manufacturer: z.string(),
  model: z.string(),
  serialNumber: z.string(),
  systemFamily: z.string(),
  skuNumber: z.string(),
  productKeyId: z.string(),
  hasTpm: z.boolean(),
  isVirtualMachine: z.boolean(),
});

export type HardwareIdentity = z.infer<typeof hardwareIdentitySchema>;

/** Reads the identity out of a hash, or returns `null` where the service would say InvalidZtdHardwareHash. */
export function readHardwareIdentity(hardwareHash: string, now: number): HardwareIdentity | null {
  const sha256 = (bytes: Uint8Array): Uint8Array => createHash('sha256').update(bytes).digest();
  const { state, fields } = inspectHardwareHash(hardwareHash, { sha256, now: new Date(now) });
  if (state === 'invalid') return null;
  const manufacturer = fields.manufacturer ?? '';
  const model = fields.productName ?? '';
  return {
    manufacturer,
    model,
    serialNumber: fields.serialNumber ?? '',
    systemFamily: fields.systemFamily ?? '',
    skuNumber: fields.skuNumber ?? '',
    productKeyId: fields.productKeyId ?? '',
    hasTpm: fields.tpmVersion?.startsWith('TPM-Version:2.') ?? false,
    isVirtualMachine: isVirtualMachine(manufacturer, model),
  };
}

function isVirtualMachine(manufacturer: string, model: string): boolean {
  return /vmware|virtual machine|virtualbox|qemu|kvm|xen/i.test(`${manufacturer} ${model}`);
}
