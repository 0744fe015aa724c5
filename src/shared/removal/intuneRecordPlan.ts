import { z } from 'zod';
import { instant } from '../devices/device.ts';
import { intuneLoss, removalDoubt } from './removalWords.ts';

/** The exact record that is deleted, as it was when it was shown: another id, or use since then, keeps it. */
export const intuneRecordTarget = z.object({
  managedDeviceId: z.string().min(1),
  serialNumber: z.string().nullable(),
  hasUser: z.boolean(),
  /** The last contact, letter by letter as Intune told it. */
  contactTold: z.string().nullable(),
});
export type IntuneRecordTarget = z.infer<typeof intuneRecordTarget>;

/** What Intune holds of a device, and what is lost with it; `record` and `target` are null where it holds nothing. */
export const intuneRecordPlan = z.object({
  deviceId: z.uuid(),
  serialNumber: z.string(),
  tenant: z.string(),
  record: z
    .object({
      id: z.string(),
      name: z.string().nullable(),
      serialNumber: z.string().nullable(),
      user: z.string().nullable(),
      enrolledAt: instant,
      lastSeenAt: instant,
      /** As Intune writes it, such as `compliant`. */
      compliance: z.string().nullable(),
      isEncrypted: z.boolean().nullable(),
    })
    .nullable(),
  target: intuneRecordTarget.nullable(),
  /** Why the record may be another device's: each must be accepted before it is deleted. */
  doubts: z.array(z.string()),
  losses: z.array(z.string()),
  /** Doubts and losses as codes. */
  codes: z.object({ doubts: z.array(removalDoubt), losses: z.array(intuneLoss) }),
});
export type IntuneRecordPlan = z.infer<typeof intuneRecordPlan>;
