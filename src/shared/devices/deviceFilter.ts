import { z } from 'zod';
import { nextStepCode } from './nextStep.ts';
import { benchStatus, enrollmentStatus, profileStatus, registrationStatus, resealStatus } from './status.ts';

/** Which devices of the queue are wanted; what is left out is no condition. */
export const deviceFilter = z.object({
  tenantId: z.uuid().optional(),
  search: z.string().max(200).default(''),
  nextSteps: z.array(nextStepCode).default([]),
  batchId: z.uuid().optional(),
  registration: z.array(registrationStatus).default([]),
  profile: z.array(profileStatus).default([]),
  enrollment: z.array(enrollmentStatus).default([]),
  bench: z.array(benchStatus).default([]),
  reseal: z.array(resealStatus).default([]),
  /** Only devices of which Microsoft holds something else than is wished, and nothing is on its way. */
  differsFromMicrosoft: z.boolean().optional(),
});
export type DeviceFilter = z.input<typeof deviceFilter>;
/** A filter with nothing left out. */
export type WholeDeviceFilter = z.output<typeof deviceFilter>;

export const deviceSort = z.enum([
  'updated',
  'serialNumber',
  'model',
  'nextStep',
  'groupTag',
  'assignedUser',
  'created',
]);

/** One page of the devices that a filter keeps, in an order. */
export const devicePage = deviceFilter.extend({
  sort: deviceSort.default('updated'),
  descending: z.boolean().default(true),
  offset: z.number().int().min(0).default(0),
  limit: z.number().int().min(1).max(5_000).default(200),
});
export type DevicePage = z.output<typeof devicePage>;
