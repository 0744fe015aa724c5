import type { Knowledge } from '../../knowledge/entry.ts';
import type { Diagnosis } from '../answer/diagnose.ts';
import { isGuid } from '../../profileJson/checkValues.ts';
import type { KnownCause } from '../answer/causes.ts';
import type { TenantStop } from '../answer/tenantStop.ts';
import type { DeviceInQueue, QueuedDevice } from './deviceInQueue.ts';

/** What the queue says of an archive; `notRead` where there is a queue that did not open, with why. */
export type QueueMatch = DeviceInQueue | { readonly state: 'notRead'; readonly reason: string };

/** What the queue says, and what follows from it. */
export interface QueueAnswer {
  readonly match: QueueMatch;
  /** Where the profile is of another tenant than the customer of every device that may be meant. */
  readonly stop: TenantStop | null;
  /** What is known of a device of another tenant; null where it is none. */
  readonly advice: KnownCause | null;
}

/**
 * Compares the tenant of the profile with the customer whose device it is. A customer without a tenant ID is not compared: a tenant has
 * many domains, and the one that the queue knows may be another than the profile names.
 */
export function queueAnswer(
  match: QueueMatch,
  { profile: { tenantId } }: Pick<Diagnosis, 'profile'>,
  knowledge: Knowledge,
): QueueAnswer {
  const devices = devicesOf(match);
  const isOther = ({ directoryId }: QueuedDevice): boolean =>
    directoryId !== null && isGuid(directoryId) && directoryId !== tenantId?.value;
  if (tenantId === null || devices.length === 0 || !devices.every(isOther)) return { match, stop: null, advice: null };
  const customers = new Map(devices.map(({ directoryId, customer }) => [directoryId ?? '', customer]));
  const ofQueue = [...customers].map(([value, customer]) => ({ value, file: 'the queue', place: customer }));
  const entry = knowledge.entries.find(({ id }) => id === OTHER_TENANT);
  return {
    match,
    stop: { code: 'second-tenant', tenants: [tenantId, ...ofQueue] },
    advice: entry === undefined ? null : { asked: [], entry, likely: entry.causes, matched: [] },
  };
}

/** What is known of a device that another tenant has. */
const OTHER_TENANT = 'import.other-tenant';

/** The devices of the queue that may be meant. */
export function devicesOf(match: QueueMatch): readonly QueuedDevice[] {
  if (match.state === 'same') return [match.device];
  return match.state === 'cannotBeTold' ? match.devices : [];
}
