import { z } from 'zod';
import { coded } from '../words/catalogue.ts';
import { oneOf } from '../oneOf.ts';

/** A device of a tenant's Autopilot list that the queue does not have, as the list told it. */
export const listedDevice = z.object({
  ztdId: z.string(),
  serialNumber: z.string().nullable(),
  manufacturer: z.string().nullable(),
  model: z.string().nullable(),
  productKeyId: z.string().nullable(),
  groupTag: z.string().nullable(),
  purchaseOrder: z.string().nullable(),
});
export type ListedDevice = z.infer<typeof listedDevice>;

/** Which devices of a tenant's list are wanted; what is left out is no condition. */
export const listedFilter = z.object({
  tenantId: z.uuid(),
  search: z.string().max(200).default(''),
  /** Exactly this one, without regard to case; empty for devices without one. */
  groupTag: z.string().optional(),
  manufacturer: z.string().optional(),
});
export type ListedFilter = z.output<typeof listedFilter>;

/** Why a registered device is not taken into the queue. */
export const adoptionRefusal = oneOf('code', () => [
  coded('devices.inQueue'),
  coded('devices.inOtherQueue', { tenantName: z.string() }),
  coded('devices.cannotBeTold', { serialNumber: z.string() }),
  coded('devices.notRegistered'),
  coded('devices.notListed'),
]);
export type AdoptionRefusal = z.infer<typeof adoptionRefusal>;

const refusedAdoption = z.object({
  ztdId: z.string(),
  serialNumber: z.string().nullable(),
  refusal: adoptionRefusal,
  /** The refusal as a sentence. */
  reason: z.string(),
});

/** What taking devices in has come to. */
export const adoptionAnswer = z.object({
  /** Devices that are in the queue now and were not before. */
  adopted: z.number().int(),
  /** Devices of the queue whose registration was not known, and is now. */
  matched: z.number().int(),
  refused: z.array(refusedAdoption),
  /** Of all that were adopted or matched, in the order in which they were asked for. */
  deviceIds: z.array(z.uuid()),
  /** Those of them that were adopted: taken off again, the queue is as it was. */
  adoptedIds: z.array(z.uuid()),
  /** False where the tenant could not be reached, and its list as it was read last was used. */
  isRead: z.boolean(),
});
export type AdoptionAnswer = z.infer<typeof adoptionAnswer>;
