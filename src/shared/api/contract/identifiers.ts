import { z } from 'zod';
import { deviceIds } from '../../devices/deviceIds.ts';
import { association } from '../../identifiers/association.ts';
import { heldIdentifier } from '../../identifiers/heldIdentifier.ts';
import { identifierChange } from '../../identifiers/identifierWords.ts';
import { queued } from '../../jobs/queued.ts';
import { listedRows, listing } from '../listing.ts';
import { command, query, type HandlersOf } from '../procedure.ts';

const uploadQueued = queued.extend({
  /** Values that are sent otherwise than the queue has them: as a code, and in words. */
  changed: z.array(z.object({ serialNumber: z.string(), change: identifierChange, sentence: z.string() })),
});

const ofTenant = z.object({ tenantId: z.uuid() });

const listedIdentifiers = listedRows.extend({ identifiers: z.array(heldIdentifier) });
export type ListedIdentifiers = z.infer<typeof listedIdentifiers>;
const listedAssociations = listedRows.extend({ associations: z.array(association) });
export type ListedAssociations = z.infer<typeof listedAssociations>;

const wasRead = z.object({ rows: z.number().int(), isWhole: z.boolean() });

/** What a person was shown and confirmed: the row by its id, and what it is called, which is compared before it goes. */
const shown = ofTenant.extend({
  rows: z
    .array(z.object({ id: z.string().min(1), shown: z.string() }))
    .min(1)
    .max(1_000),
});
const removalQueued = z.object({ queued: z.number().int(), batchId: z.string() });

export const identifierProcedures = {
  /** Uploads corporate identifiers (manufacturer, model, serial number) for Autopilot device preparation. */
  'identifiers.upload': command(deviceIds, uploadQueued),
  /** The corporate identifiers of a tenant as they were read last; Microsoft is not asked. */
  'identifiers.list': query(listing, listedIdentifiers),
  /** Reads them from Microsoft and keeps them. */
  'identifiers.read': command(ofTenant, wasRead),
  /** Removes identifiers by their ids; `shown` is the whole identifier. */
  'identifiers.remove': command(shown, removalQueued),
  /** Associates devices by the DeviceLinks that files brought for them; only where `deviceLinkBeta` is on. */
  'identifiers.associateDevices': command(deviceIds, queued),
  /** Associates a device with the tenant by its scanned DeviceLink; only where the setting `deviceLinkBeta` is on. */
  'identifiers.associate': command(
    z.object({ tenantId: z.uuid(), deviceLink: z.string().trim().min(1).max(20_000) }),
    queued,
  ),
  /** The devices of a tenant’s queue with which a DeviceLink is kept. */
  'identifiers.withDeviceLink': query(ofTenant, z.object({ ids: z.array(z.uuid()) })),
  /** The devices that a tenant has associated by DeviceLink, as they were read last. */
  'identifiers.associations': query(listing, listedAssociations),
  /** Reads them from Microsoft, keeps them, and notes of devices of the queue whether they are associated. */
  'identifiers.readAssociations': command(ofTenant, wasRead),
  /** Removes associations by their ids; `shown` is the serial number. The devices stay enrolled. */
  'identifiers.dissociate': command(shown, removalQueued),
};

export type IdentifierHandlers = HandlersOf<typeof identifierProcedures>;
