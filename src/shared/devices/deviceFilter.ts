import { z } from 'zod';
import { scenarioName } from '../scenarios/scenarioName.ts';
import { nextStepCode } from './nextStep.ts';
import { benchStatus, enrollmentStatus, profileStatus, registrationStatus, resealStatus } from './status.ts';

/** Any of these, whatever the case of their letters; the empty text stands for devices that have none. */
const anyOf = z.array(z.string().max(256)).max(200).default([]);
/** A day of this computer’s calendar, such as 2026-12-31. */
const day = z.iso.date().optional();

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
  /** Only devices of which one of the statuses says that something failed. */
  failed: z.boolean().optional(),
  groupTags: anyOf,
  models: anyOf,
  manufacturers: anyOf,
  /** User principal names. */
  users: anyOf,
  /** Whether it has an assigned user, whoever that is. */
  isAssigned: z.boolean().optional(),
  /** The names of the assigned profiles. */
  profileNames: anyOf,
  scenarios: z.array(scenarioName).default([]),
  shelves: anyOf,
  /** First and last day on which it came into the queue, was resealed, or must have been used. */
  createdFrom: day,
  createdUntil: day,
  resealedFrom: day,
  resealedUntil: day,
  useByFrom: day,
  useByUntil: day,
});
export type DeviceFilter = z.input<typeof deviceFilter>;
/** A filter with nothing left out. */
export type WholeDeviceFilter = z.output<typeof deviceFilter>;

export const deviceSort = z.enum([
  'updated',
  'serialNumber',
  'manufacturer',
  'model',
  'nextStep',
  'groupTag',
  'assignedUser',
  'profileName',
  'scenario',
  'shelf',
  'created',
  'resealed',
  'useBy',
]);
export type DeviceSort = z.infer<typeof deviceSort>;

/** Devices that a filter keeps, in an order. */
export const deviceOrder = deviceFilter.extend({
  sort: deviceSort.default('updated'),
  descending: z.boolean().default(true),
});
export type DeviceOrder = z.output<typeof deviceOrder>;

/** One page of them. */
export const devicePage = deviceOrder.extend({
  offset: z.number().int().min(0).default(0),
  limit: z.number().int().min(1).max(5_000).default(200),
});
export type DevicePage = z.output<typeof devicePage>;

/** What narrows the queue of a tenant. */
export const queueFilter = deviceFilter.omit({ tenantId: true });
export type QueueFilter = z.output<typeof queueFilter>;

/** The filter that keeps every device. */
export const everyDevice: QueueFilter = queueFilter.parse({});
