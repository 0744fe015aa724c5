import { z } from 'zod';
import { deviceIds } from '../../devices/deviceIds.ts';
import { queued } from '../../jobs/queued.ts';
import { bulkRemovalPlan } from '../../removal/bulkRemovalPlan.ts';
import { intuneRecordPlan, intuneRecordTarget } from '../../removal/intuneRecordPlan.ts';
import { pastRemoval } from '../../removal/pastRemoval.ts';
import { causeOfRemoval } from '../../removal/removalCause.ts';
import { removalPlan, removalTarget } from '../../removal/removalPlan.ts';
import { document, nothing, withCodes } from '../document.ts';
import { command, query, type HandlersOf } from '../procedure.ts';

/** Kept in the history of the device and in the audit log. */
const cause = { reason: causeOfRemoval, note: z.string().trim().max(500).nullable().default(null) };

/** A device that was not deregistered from here, or not to the end. */
const withoutRecord = z.object({ serialNumber: z.string(), reason: z.string() });

export const removalProcedures = {
  'removal.plan': command(z.object({ deviceId: z.uuid() }), removalPlan),
  /**
   * Starts the ordered removal of the records that the plan showed. The serial number is typed by the person and must match;
   * `conflict` where the records are others by now.
   */
  'removal.deregister': command(
    z.object({
      deviceId: z.uuid(),
      confirmedSerialNumber: z.string(),
      target: removalTarget,
      acceptsDoubts: z.boolean().default(false),
      reason: cause.reason.nullable().default(null),
      note: cause.note,
    }),
    queued,
  ),
  /** The plans of many devices. What is doubtful, cannot be read or has nothing to delete is held back, with its reason. */
  'removal.planMany': command(deviceIds, bulkRemovalPlan),
  /**
   * Starts the ordered removal of the records that the plans showed, as one batch. The person types how many devices there are.
   * Each device is read again before anything of it is deleted: one that is another by then is left alone, with the reason.
   */
  'removal.deregisterMany': command(
    z.object({
      devices: z.array(z.object({ deviceId: z.uuid(), target: removalTarget })).min(1),
      confirmedCount: z.int(),
      ...cause,
    }),
    queued,
  ),
  /** What Intune holds of a device, found by its exact id. Where it holds nothing any more, the queue learns that too. */
  'removal.planIntuneRecord': command(z.object({ deviceId: z.uuid() }), intuneRecordPlan),
  /**
   * Deletes the Intune record that the plan showed, and nothing else, so that the device may enroll anew. The serial number is
   * typed by the person and must match; `conflict` where the record is another by now, or the device was in use since.
   */
  'removal.deleteIntuneRecord': command(
    z.object({
      deviceId: z.uuid(),
      confirmedSerialNumber: z.string(),
      target: intuneRecordTarget,
      acceptsDoubts: z.boolean().default(false),
    }),
    queued,
  ),
  /** The last removal of each device that came to its end, with what was deleted, when, and what was left. */
  'removal.records': query(deviceIds, z.object({ removals: z.array(pastRemoval), leftOut: z.array(withoutRecord) })),
  /** The same as paper for the customer. `not-found` where none of the devices was removed. */
  'removal.document': query(
    deviceIds.extend({ withCodes }),
    z.object({ document, removals: z.int(), leftOut: z.array(withoutRecord) }),
  ),
  /** Records that somebody has deleted the computer account of a deregistered hybrid device in Active Directory. */
  'removal.recordAccountDeleted': command(z.object({ deviceId: z.uuid() }), nothing),
};

export type RemovalHandlers = HandlersOf<typeof removalProcedures>;
