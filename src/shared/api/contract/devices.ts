import { z } from 'zod';
import { additionAnswer, typedDevice } from '../../devices/addition.ts';
import { adoptionAnswer, listedDevice, listedFilter } from '../../devices/adoption.ts';
import { instant } from '../../devices/device.ts';
import { deviceDetail } from '../../devices/deviceDetail.ts';
import { deviceFilter, devicePage } from '../../devices/deviceFilter.ts';
import { deviceView } from '../../devices/deviceView.ts';
import { nextStepCode } from '../../devices/nextStep.ts';
import { timelineEntry, timelineSubject } from '../../devices/timeline.ts';
import { queueView } from '../../devices/queueView.ts';
import { nothing } from '../document.ts';
import { command, query, type HandlersOf } from '../procedure.ts';

const countedValue = z.object({ value: z.string(), devices: z.number().int() });

const filterValues = z.array(z.string());

export const deviceProcedures = {
  /** One page of the queue; `total` is the tenant's whole queue, `matching` what the filter keeps. */
  'devices.list': query(
    devicePage,
    z.object({
      total: z.number().int(),
      matching: z.number().int(),
      devices: z.array(deviceView),
      /** How many devices of the tenant stand at each next step. */
      byNextStep: z.partialRecord(nextStepCode, z.number().int()),
      /** Of how many devices of the tenant Microsoft holds something else than is wished, with nothing on its way. */
      differing: z.number().int(),
    }),
  ),
  /** The ids of everything a filter keeps, for acting on a selection larger than a page. */
  'devices.ids': query(deviceFilter, z.object({ ids: z.array(z.uuid()) })),
  /** How devices stand now that are shown already, wherever they are in a list; those off the queue are left out. */
  'devices.rows': query(z.object({ ids: z.array(z.uuid()).max(1_000) }), z.object({ devices: z.array(deviceView) })),
  /** How many of some devices stand at each next step. */
  'devices.nextSteps': query(
    z.object({ ids: z.array(z.uuid()).max(1_000) }),
    z.object({ nextSteps: z.partialRecord(nextStepCode, z.number().int()) }),
  ),
  /** What can be filtered by: the values that devices of the tenant have, in alphabetical order, the first of very many. */
  'devices.filterValues': query(
    z.object({ tenantId: z.uuid() }),
    z.object({
      groupTags: filterValues,
      models: filterValues,
      manufacturers: filterValues,
      profileNames: filterValues,
      shelves: filterValues,
    }),
  ),
  /** The views that were saved, by name. They are this queue’s, for all its tenants. */
  'devices.views': query(nothing, z.object({ views: z.array(queueView) })),
  /** Saves a view, or with the id of one that is there changes it. Refused where another has its name. */
  'devices.saveView': command(queueView, nothing),
  'devices.deleteView': command(z.object({ id: z.uuid() }), nothing),
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
  /**
   * Every device that may be meant by a serial number, or by what is given in its place: a product key ID, a ZTDID, a device's id.
   * Without regard to case; of all tenants unless one is named. Where there are several, a person has to tell which.
   */
  'devices.find': query(
    z.object({ serialNumber: z.string().min(1), tenantId: z.uuid().optional() }),
    z.object({ devices: z.array(deviceView) }),
  ),
  'devices.note': command(z.object({ id: z.uuid(), note: z.string().trim().min(1).max(2_000) }), nothing),
  /** Takes devices off the local queue only; Microsoft's side is untouched. `devices.putBack` undoes it. */
  'devices.takeOff': command(z.object({ ids: z.array(z.uuid()).min(1) }), z.object({ takenOff: z.number().int() })),
  'devices.putBack': command(z.object({ ids: z.array(z.uuid()).min(1) }), z.object({ putBack: z.number().int() })),
  'devices.expectProfile': command(
    z.object({ ids: z.array(z.uuid()).min(1), profileName: z.string().nullable() }),
    nothing,
  ),
  /**
   * One page of what the tenant has registered and the queue has not, by serial number, as the tenant's list was read last
   * (`readAt`; null where it never was); `total` is all of it, `matching` what the filter keeps.
   */
  'devices.inTenant': query(
    listedFilter.extend({
      offset: z.number().int().min(0).default(0),
      limit: z.number().int().min(1).max(5_000).default(200),
    }),
    z.object({
      total: z.number().int(),
      matching: z.number().int(),
      rows: z.array(listedDevice),
      /** Of all of it, and how many devices have each; the empty text stands for none. */
      groupTags: z.array(countedValue),
      manufacturers: z.array(countedValue),
      readAt: instant,
    }),
  ),
  /**
   * Takes registered devices into the queue as Microsoft holds them: each is read by itself, or taken from the list that was
   * read last where the tenant cannot be reached. `toLeave`: they come only to be deregistered, and their histories say so.
   */
  'devices.adopt': command(
    z.object({ tenantId: z.uuid(), ztdIds: z.array(z.string().min(1)).min(1), toLeave: z.boolean().default(false) }),
    adoptionAnswer,
  ),
  /** Adds a device that a person typed in or scanned from its label: it has no hash yet. */
  'devices.add': command(typedDevice, additionAnswer),
  'devices.batches': query(
    z.object({ tenantId: z.uuid().optional() }),
    z.object({
      batches: z.array(
        z.object({ id: z.uuid(), name: z.string(), createdAt: z.iso.datetime(), devices: z.number().int() }),
      ),
    }),
  ),
};

export type DeviceHandlers = HandlersOf<typeof deviceProcedures>;
