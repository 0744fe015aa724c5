import { z } from 'zod';
import {
  benchStatus,
  enrollmentStatus,
  profileStatus,
  registrationStatus,
  resealStatus,
  statusName,
} from '../../devices/status.ts';
import { deviceRecord } from '../../devices/device.ts';
import { userFlowWindow } from '../../bench/dueDates.ts';
import { goGateCondition } from '../../bench/goGate.ts';
import { nextStep, nextStepCode } from '../../devices/nextStep.ts';
import { benchRun } from '../../bench/benchRun.ts';
import { benchStep } from '../../bench/benchStep.ts';
import { nothing } from '../document.ts';
import { command, query } from '../procedure.ts';

/** A device as every door shows it: the record, and what follows from it now. */
export const deviceView = deviceRecord.extend({
  nextStep,
  due: userFlowWindow,
  batchName: z.string().nullable(),
  /** Changes of this device that have not reached Microsoft yet. */
  pendingChanges: z.number().int(),
});
export type DeviceView = z.infer<typeof deviceView>;

/** Which of the five statuses changed, or what else happened. */
const timelineSubject = z.union([statusName, z.enum(['queue', 'capture', 'change', 'checklist', 'scan', 'note'])]);

export const timelineEntry = z.object({
  id: z.number().int(),
  at: z.iso.datetime(),
  subject: timelineSubject,
  sentence: z.string(),
  from: z.string().nullable(),
  to: z.string().nullable(),
  /** Who says so: a person's initials, Microsoft, a file, or Reseal. */
  source: z.string(),
});
export type TimelineEntry = z.infer<typeof timelineEntry>;

export const capture = z.object({
  id: z.number().int(),
  collectedAt: z.iso.datetime().nullable(),
  importedAt: z.iso.datetime(),
  source: z.string(),
  osBuild: z.string().nullable(),
  /** Facts read from the hash, label and value, for a person; never the hash. */
  facts: z.array(z.object({ label: z.string(), value: z.string() })),
});
export type Capture = z.infer<typeof capture>;

export const deviceDetail = z.object({
  device: deviceView,
  goGate: z.array(goGateCondition),
  /** The newest entries; `devices.timeline` has the rest. */
  timeline: z.array(timelineEntry),
  timelineTotal: z.number().int(),
  captures: z.array(capture),
  /** Every technician flow of the device, newest first. */
  benchRuns: z.array(benchRun),
  /** What Microsoft sent last, property by property, as it came. */
  microsoft: z.array(z.object({ name: z.string(), value: z.string() })),
  microsoftReadAt: z.iso.datetime().nullable(),
});
export type DeviceDetail = z.infer<typeof deviceDetail>;

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
});
export type DeviceFilter = z.input<typeof deviceFilter>;

export const deviceSort = z.enum([
  'updated',
  'serialNumber',
  'model',
  'nextStep',
  'groupTag',
  'assignedUser',
  'created',
]);

export const deviceProcedures = {
  /** One page of the queue; `total` is the tenant's whole queue, `matching` what the filter keeps. */
  'devices.list': query(
    deviceFilter.extend({
      sort: deviceSort.default('updated'),
      descending: z.boolean().default(true),
      offset: z.number().int().min(0).default(0),
      limit: z.number().int().min(1).max(5_000).default(200),
    }),
    z.object({
      total: z.number().int(),
      matching: z.number().int(),
      devices: z.array(deviceView),
      /** How many devices of the tenant stand at each next step. */
      byNextStep: z.partialRecord(nextStepCode, z.number().int()),
    }),
  ),
  /** The ids of everything a filter keeps, for acting on a selection larger than a page. */
  'devices.ids': query(deviceFilter, z.object({ ids: z.array(z.uuid()) })),
  'devices.get': query(z.object({ id: z.uuid() }), deviceDetail),
  /** The history of a device, or what it says of one subject, page by page, the newest entry first. */
  'devices.timeline': query(
    z.object({
      id: z.uuid(),
      subject: timelineSubject.optional(),
      offset: z.number().int().min(0).default(0),
      limit: z.number().int().min(1).max(1_000).default(500),
    }),
    z.object({ total: z.number().int(), entries: z.array(timelineEntry) }),
  ),
  /** By serial number, without regard to case; all tenants unless one is named. */
  'devices.find': query(
    z.object({ serialNumber: z.string().min(1), tenantId: z.uuid().optional() }),
    z.object({ devices: z.array(deviceView) }),
  ),
  'devices.note': command(z.object({ id: z.uuid(), note: z.string().trim().min(1).max(2_000) }), nothing),
  /** Takes devices off the local queue only; Microsoft's side is untouched. `devices.restore` undoes it. */
  'devices.remove': command(z.object({ ids: z.array(z.uuid()).min(1) }), z.object({ removed: z.number().int() })),
  'devices.restore': command(z.object({ ids: z.array(z.uuid()).min(1) }), z.object({ restored: z.number().int() })),
  'devices.expectProfile': command(
    z.object({ ids: z.array(z.uuid()).min(1), profileName: z.string().nullable() }),
    nothing,
  ),
  'batches.list': query(
    z.object({ tenantId: z.uuid().optional() }),
    z.object({
      batches: z.array(
        z.object({ id: z.uuid(), name: z.string(), createdAt: z.iso.datetime(), devices: z.number().int() }),
      ),
    }),
  ),
  /** Records a technician's act at the bench. A start that the go gate forbids needs `overrideReason`. */
  'bench.record': command(
    z.object({
      deviceId: z.uuid(),
      step: benchStep,
      note: z.string().max(2_000).optional(),
      /** The elapsed time that the result screen showed. */
      elapsedMs: z.number().int().positive().max(86_400_000).optional(),
      errorCode: z.string().max(100).optional(),
      overrideReason: z.string().trim().min(3).max(500).optional(),
      /** Starts a new run on a device whose last run succeeded: it was reset. */
      again: z.boolean().default(false),
    }),
    /** `warnings`: what to know about the 90 minutes and the six months; the act is recorded all the same. */
    deviceView.extend({ warnings: z.array(z.string()) }),
  ),
  /** Takes back the last recorded act of the bench, while nothing has followed it. */
  'bench.undo': command(z.object({ deviceId: z.uuid() }), deviceView),
};
