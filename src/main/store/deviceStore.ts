import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { blankDevice } from '../../shared/devices/blankDevice.ts';
import type { DeviceRecord } from '../../shared/devices/device.ts';
import { userFlowWindowOf } from '../../shared/bench/userFlowWindowOf.ts';
import { foldForSearch } from '../../shared/devices/searchText.ts';
import { nextStepOf } from '../../shared/devices/nextStepOf.ts';
import { useByOf } from '../../shared/devices/useBy.ts';
import { scenarioOf } from '../../shared/scenarios/scenarioOf.ts';
import { createDeviceCounts } from './deviceCounts.ts';
import { createDeviceSearch, hitsOf, isFoundOtherwise } from './deviceSearch.ts';
import type { Store } from './store.ts';
import { storedJson } from './storedJson.ts';
import { deviceRows, followedRows, saidOfMany, valuesFromDevice, type FollowedDevice } from './deviceRow.ts';
import { createDeviceWrites, type Following } from './deviceWrites.ts';

/** What other tables say of a device. */
type AnsweredElsewhere = 'hasHardwareHash' | 'hasDeviceLink' | 'tagRule' | 'tenantDefault';

/** What a person or a file says about a device that is new to the queue. */
export interface NewDevice extends Partial<Omit<DeviceRecord, 'id' | 'createdAt' | 'updatedAt' | AnsweredElsewhere>> {
  readonly tenantId: string;
  readonly serialNumber: string | null;
}

export type DeviceChange = Partial<
  Omit<DeviceRecord, 'id' | 'tenantId' | 'createdAt' | 'updatedAt' | AnsweredElsewhere>
>;

export type DeviceStore = ReturnType<typeof createDeviceStore>;

/** More are no help to a person who has to choose. */
const MOST_SIMILAR = 5;
const READ_AT_ONCE = 1_000;
const keyed = z.object({ key: z.number() });

const orEmpty = z
  .string()
  .nullable()
  .transform((value) => value ?? '');
const seenRow = z.object({ id: z.string(), groupTag: orEmpty, user: orEmpty, purchaseOrder: orEmpty });
/** What a row of Microsoft's list is compared with, to see whether somebody changed it; empty where it held nothing. */
export type LastSeen = Omit<z.infer<typeof seenRow>, 'id'>;
const awaitingRow = z.object({ id: z.string(), since: z.string() });
const microsoftRow = z.object({
  microsoft: storedJson(z.record(z.string(), z.unknown())).nullable(),
  readAt: z.iso.datetime().nullable(),
});

/** The queue's devices. Every write keeps what follows from a device, by which the queue is filtered, in step with its statuses. */
export function createDeviceStore({ database, setAside }: Pick<Store, 'database' | 'setAside'>, now: () => Date) {
  const byId = database.prepare(`SELECT ${deviceRows.columns} FROM device WHERE id = ?`);
  const search = createDeviceSearch({ database, setAside });
  const counts = createDeviceCounts({ database, setAside });
  const bySerial = inTenants(
    (
      tenant,
    ) => `SELECT ${deviceRows.columns} FROM device WHERE ${tenant} AND serial_number = @serialNumber COLLATE NOCASE
       AND removed_at IS NULL ORDER BY created_at, rowid`,
  );
  const byName = inTenants(
    (tenant) => `SELECT ${deviceRows.columns} FROM device
      WHERE rowid IN (
          SELECT rowid FROM device WHERE ${tenant} AND serial_number = @name COLLATE NOCASE AND removed_at IS NULL
          UNION ALL SELECT rowid FROM device WHERE product_key_id = @name COLLATE NOCASE
          UNION ALL SELECT rowid FROM device WHERE ztd_id = @id
          UNION ALL SELECT rowid FROM device WHERE id = @id)
        AND +device.${tenant} AND removed_at IS NULL ORDER BY created_at, rowid`,
  );
  const byProductKeyId = database.prepare(
    `SELECT ${deviceRows.columns} FROM device WHERE product_key_id = ? COLLATE NOCASE AND removed_at IS NULL
      ORDER BY created_at, rowid`,
  );
  const onShelf = database.prepare(
    `SELECT ${deviceRows.columns} FROM device WHERE shelf = ? COLLATE NOCASE AND removed_at IS NULL`,
  );
  const byZtdId = database.prepare(`SELECT ${deviceRows.columns} FROM device WHERE ztd_id = ? AND removed_at IS NULL`);
  // A changed group tag brings another profile, a while after Microsoft took the tag.
  const tagChangedAt = `(SELECT max(finished_at) FROM job WHERE job.device_id = device.id AND job.state = 'done'
       AND job.wish = 'change:groupTag:' || device.id AND job.finished_at > @tagsSince)`;
  const takenOff = database.prepare(
    `SELECT ${deviceRows.columns} FROM device WHERE tenant_id = ? AND ztd_id = ? AND removed_at IS NOT NULL
      ORDER BY removed_at DESC`,
  );
  // Two short lists by their indexes, and no walk through all that is registered: the tracker asks often.
  const isFollowed = `removed_at IS NULL AND registration = 'registered' AND ztd_id IS NOT NULL`;
  const awaitingProfile = database.prepare(`
    SELECT id, max(coalesce(registration_at, ''), coalesce(profile_at, ''), coalesce(remediation_at, ''),
                   coalesce(${tagChangedAt}, '')) AS since
      FROM device WHERE ${isFollowed} AND rowid IN (
        SELECT rowid FROM device WHERE tenant_id = @tenantId AND ${isFollowed}
           AND (profile <> 'assigned' OR profile_name IS NULL OR profile_assigned_at IS NULL
                OR profile_allows_pre_provisioning IS NULL OR remediation = 'fixPending')
        UNION
        SELECT device.rowid FROM job JOIN device ON device.id = job.device_id
         WHERE job.tenant_id = @tenantId AND job.state = 'done' AND job.device_id IS NOT NULL
           AND job.finished_at > @tagsSince AND job.wish = 'change:groupTag:' || job.device_id)`);
  const registered = database.prepare(
    `SELECT ${followedRows.columns} FROM device WHERE tenant_id = ? AND removed_at IS NULL AND registration = 'registered'`,
  );
  const tenantsWithDevices = database.prepare(
    `SELECT id FROM tenant WHERE EXISTS (SELECT 1 FROM device_count WHERE tenant_id = tenant.id AND devices > 0
       AND registration IN ('queued', 'submitted', 'pending', 'registered', 'failed', 'removing'))
       OR EXISTS (SELECT 1 FROM device WHERE tenant_id = tenant.id AND removed_at IS NULL AND partner_file_at IS NOT NULL)`,
  );
  const atBench = database.prepare(
    `SELECT 1 FROM device WHERE tenant_id = @tenantId AND removed_at IS NULL
       AND (bench = 'running' OR bench_ended_at > @since OR enrollment_at > @since) LIMIT 1`,
  );
  const withIntuneRecord = database.prepare(
    `SELECT id FROM device WHERE tenant_id = @tenantId AND removed_at IS NULL AND managed_device_id IS NOT NULL
       AND reseal <> 'userFlowDone' AND (intune_read_at IS NULL OR intune_read_at < @before)
     ORDER BY bench = 'succeeded' DESC, intune_read_at LIMIT @limit`,
  );
  const setIntuneRead = database.prepare('UPDATE device SET intune_read_at = @at WHERE id = @id');
  const intuneReadIn = database.prepare(
    'SELECT 1 FROM device WHERE tenant_id = ? AND intune_read_at IS NOT NULL LIMIT 1',
  );
  const withPendingFix = database.prepare(
    `SELECT ${deviceRows.columns} FROM device
      WHERE tenant_id = ? AND remediation = 'fixPending' AND removed_at IS NULL`,
  );
  const ofGroupTag = database.prepare(`SELECT ${deviceRows.columns} FROM device WHERE tenant_id = ? AND group_tag = ?`);
  const ofTenant = database.prepare(`SELECT ${deviceRows.columns} FROM device WHERE tenant_id = ?`);
  const said = database.prepare(`SELECT ${saidOfMany.columns} FROM (SELECT ? AS tenant_id, ? AS group_tag) AS device`);
  const alikeWithoutHash = database.prepare(
    `SELECT other.id FROM device AS one JOIN device AS other ON other.tenant_id = one.tenant_id
      WHERE one.id = @id AND other.removed_at IS NULL
        AND NOT EXISTS (SELECT 1 FROM hash_capture WHERE hash_capture.device_id = other.id)
        AND CASE @by WHEN 'batch' THEN other.batch_id = one.batch_id
                     ELSE other.manufacturer = one.manufacturer COLLATE NOCASE AND other.model = one.model COLLATE NOCASE END`,
  );
  const someDevices = database.prepare(
    `SELECT rowid AS key, ${deviceRows.columns} FROM device WHERE rowid > ? ORDER BY rowid LIMIT ${READ_AT_ONCE}`,
  );
  const setAssociated = database.prepare('UPDATE device SET associated_at = @at WHERE id = @id');
  const setFollowing = database.prepare(
    `UPDATE device SET next_step = @nextStep, scenario = @scenario, use_by = @useBy
      WHERE id = @id AND (next_step, scenario, use_by) IS NOT (@nextStep, @scenario, @useBy)`,
  );
  const lastSeen = database.prepare(
    `SELECT id, held_group_tag AS groupTag, held_user AS user, purchase_order AS purchaseOrder
       FROM device WHERE tenant_id = ? AND removed_at IS NULL AND registration = 'registered' AND microsoft_read_at IS NOT NULL`,
  );
  const writes = createDeviceWrites(database);
  const setMicrosoft = database.prepare(
    'UPDATE device SET microsoft = @microsoft, microsoft_read_at = @readAt WHERE id = @id',
  );
  const getMicrosoft = database.prepare(
    'SELECT id, serial_number AS serialNumber, microsoft, microsoft_read_at AS readAt FROM device WHERE id = ?',
  );
  const setRemoved = database.prepare(
    'UPDATE device SET removed_at = @removedAt, updated_at = @at, shelf = NULL WHERE id = @id AND (removed_at IS NULL) = @wasPresent',
  );

  function followingOf(device: DeviceRecord): Following {
    const window = userFlowWindowOf(device, now());
    return {
      nextStep: nextStepOf(device, window, now()).code,
      scenario: scenarioOf(device).name,
      useBy: useByOf(window),
    };
  }

  /** Says how many came out otherwise. */
  const setFollowingOf = (device: DeviceRecord): number =>
    setFollowing.run({ id: device.id, ...followingOf(device) }).changes;

  const saidOf = (tenantId: string, groupTag: string | null) => saidOfMany.read(said.get(tenantId, groupTag));

  function restate(rows: readonly unknown[]): void {
    for (const device of setAside.readable(rows, deviceRows.read)) {
      setFollowingOf(device);
    }
  }

  function get(id: string): DeviceRecord | null {
    const row = byId.get(id);
    return row === undefined ? null : deviceRows.read(row);
  }

  /** A statement about the devices of one tenant, or of all: tenant by tenant, for the indexes begin with the tenant. */
  function inTenants(sqlWith: (tenant: string) => string) {
    const ofAll = database.prepare(sqlWith('tenant_id IN (SELECT id FROM tenant)'));
    const ofOne = database.prepare(sqlWith('tenant_id = @tenantId'));
    return (tenantId: string | null, values: Readonly<Record<string, string>>): readonly DeviceRecord[] =>
      (tenantId === null ? ofAll.all(values) : ofOne.all({ ...values, tenantId })).map(deviceRows.read);
  }

  function changeFrom(before: DeviceRecord, change: DeviceChange): DeviceRecord {
    const after: DeviceRecord = { ...before, ...change, updatedAt: now().toISOString() };
    const record = {
      ...after,
      ...(isUserNew(before, after) ? { userErasedAt: null } : {}),
      ...(after.groupTag === before.groupTag ? {} : saidOf(after.tenantId, after.groupTag)),
      ...(after.needsNewRegistration && isBegunAnew(before, after)
        ? { needsNewRegistration: false, boardReplacedAt: after.updatedAt, resetConfirmedAt: null }
        : {}),
    };
    writes.update(record, before, followingOf(record), followingOf(before));
    if (isFoundOtherwise(before, record)) search.putAgain(record.id, record);
    return record;
  }

  return {
    get,
    /** Devices with a serial number, without regard to case; those taken off the queue are not found. */
    withSerialNumber: (serialNumber: string, tenantId: string | null = null): readonly DeviceRecord[] =>
      bySerial(tenantId, { serialNumber }),
    /** Every device that a person or a code may mean by a name: serial number, product key ID, ZTDID, or the queue's own id. */
    named: (name: string, tenantId: string | null = null): readonly DeviceRecord[] =>
      byName(tenantId, { name, id: name.toLowerCase() }),
    /**
     * Devices whose serial number differs by zeros in front or by a missing first character, or is one of the other readings;
     * of any tenant, at most five.
     */
    withSimilarSerialNumber: (serialNumber: string, others: readonly string[]): readonly DeviceRecord[] => {
      // Both kinds hold the serial number without its zeros somewhere.
      const bare = serialNumber.replace(/^0+(?=.)/, '');
      const { select, values } = hitsOf([foldForSearch(bare)]);
      const similar = database.prepare(
        `SELECT ${deviceRows.columns} FROM device WHERE removed_at IS NULL AND rowid IN (
            SELECT rowid FROM device WHERE rowid IN (${select})
               AND (ltrim(serial_number, '0') = ltrim(@serialNumber, '0') COLLATE NOCASE
                    OR substr(serial_number, 2) = @serialNumber COLLATE NOCASE)
            UNION
            SELECT rowid FROM device WHERE tenant_id IN (SELECT id FROM tenant) AND removed_at IS NULL
               AND serial_number COLLATE NOCASE IN (SELECT value FROM json_each(@others)))
          ORDER BY created_at, rowid LIMIT ${MOST_SIMILAR}`,
      );
      return similar.all({ ...values, serialNumber, others: JSON.stringify(others) }).map(deviceRows.read);
    },
    /** Devices with a ZTDID, of any tenant. */
    withZtdId: (ztdId: string): readonly DeviceRecord[] => byZtdId.all(ztdId.toLowerCase()).map(deviceRows.read),
    /** Devices of a tenant with a ZTDID that were taken off the queue, the latest first. */
    takenOff: (tenantId: string, ztdId: string): readonly DeviceRecord[] =>
      takenOff.all(tenantId, ztdId.toLowerCase()).map(deviceRows.read),
    /** The device of the queue that stands on a shelf, of any tenant. */
    onShelf(shelf: string): DeviceRecord | null {
      const row = onShelf.get(shelf);
      return row === undefined ? null : deviceRows.read(row);
    },
    withProductKeyId: (productKeyId: string): readonly DeviceRecord[] =>
      byProductKeyId.all(productKeyId).map(deviceRows.read),
    /**
     * The registered devices that the tracker follows closely, and since when the youngest of them has been waiting.
     * Their profile is not assigned or not fully known, a hardware change is being registered, or their group tag was
     * changed since a time.
     */
    awaitingProfile(
      tenantId: string,
      tagsSince: string,
    ): { readonly ids: readonly string[]; readonly since: string | null } {
      const rows = setAside.rows('device', awaitingRow, awaitingProfile.all({ tenantId, tagsSince }));
      const latest = rows.reduce((youngest, { since }) => (since > youngest ? since : youngest), '');
      return { ids: rows.map(({ id }) => id), since: latest === '' ? null : latest };
    },
    /** The devices of the queue without a hash that have the batch, or the maker and model, of a device. */
    alikeWithoutHash: (id: string, by: 'batch' | 'model'): readonly string[] => idsOf(alikeWithoutHash.all({ id, by })),
    /** Whether any device is in its technician flow, or was or enrolled since a time. */
    isAnyAtBench: (tenantId: string, since: string): boolean => atBench.get({ tenantId, since }) !== undefined,
    /** The devices whose Intune record may tell of their use, those first that were asked about the longest time ago. */
    withIntuneRecord: (tenantId: string, before: string, limit: number): readonly string[] =>
      idsOf(withIntuneRecord.all({ tenantId, before, limit })),
    /** Notes that Intune was asked about a device just now, which is no change of it, though its next step may be another. */
    intuneAsked(id: string): void {
      setIntuneRead.run({ id, at: now().toISOString() });
      const device = get(id);
      if (device !== null) setFollowingOf(device);
    },
    /** Whether Intune was ever asked about a device of a tenant. */
    isIntuneReadIn: (tenantId: string): boolean => intuneReadIn.get(tenantId) !== undefined,
    /**
     * Writes down next steps that have changed through time alone (a hardware change that is pending for long), and
     * returns how many.
     */
    restatePendingFixes: (tenantId: string): number =>
      setAside
        .readable(withPendingFix.all(tenantId), deviceRows.read)
        .reduce((changes, device) => changes + setFollowingOf(device), 0),
    /** A device was associated for device preparation: what it is for stays known without its DeviceLink; or it is not any more. */
    markAssociated(id: string, isAssociated = true): void {
      setAssociated.run({ id, at: isAssociated ? now().toISOString() : null });
      restate(byId.all(id));
    },
    /** Writes down a device's next step anew: a capture or a DeviceLink came or went, which is in another table. */
    restateNextStep(id: string): void {
      restate(byId.all(id));
    },
    /** Writes down every device's next step anew, and how many devices have each: the rules have changed, or what was written. */
    restateNextSteps(): void {
      let rows = someDevices.all(0);
      for (; rows.length > 0; rows = someDevices.all(keyed.parse(rows.at(-1)).key)) {
        restate(rows);
      }
      counts.restate();
    },
    /** Whether that is needed, as far as the counts tell: lists would hide devices that are counted wrong. */
    areNextStepsAmiss: counts.areAmiss,
    /** The same for a tenant's devices of one group tag: its rule has changed. */
    restateGroupTag: (tenantId: string, groupTag: string): void => restate(ofGroupTag.all(tenantId, groupTag)),
    /** The same for all devices of a tenant: its default has changed. */
    restateTenant: (tenantId: string): void => restate(ofTenant.all(tenantId)),
    /** Every registered device of a tenant, as far as following it needs: a list of thousands is read often. */
    registeredIn: (tenantId: string): readonly FollowedDevice[] =>
      setAside.readable(registered.all(tenantId), followedRows.read),
    /** The group tag, user and purchase order that Microsoft had when each registered device was last read by itself. */
    lastSeenIn: (tenantId: string): ReadonlyMap<string, LastSeen> =>
      new Map(setAside.rows('device', seenRow, lastSeen.all(tenantId)).map(({ id, ...seen }) => [id, seen])),
    /** The tenants in which something of the queue is registered or on its way, also by a partner. */
    trackedTenants: (): readonly string[] => idsOf(tenantsWithDevices.all()),

    /** @param hasHardwareHash whether its first capture follows in the same transaction */
    add(device: NewDevice, { hasHardwareHash = false } = {}): DeviceRecord {
      const at = now().toISOString();
      const record: DeviceRecord = {
        ...blankDevice,
        ...device,
        id: randomUUID(),
        createdAt: at,
        updatedAt: at,
        hasHardwareHash,
        hasDeviceLink: false,
        ...saidOf(device.tenantId, device.groupTag ?? null),
      };
      const { id, createdAt, updatedAt } = record;
      const following = followingOf(record);
      const key = writes.insert({ ...valuesFromDevice(device), id, createdAt, updatedAt, ...following });
      counts.add(record, following.nextStep);
      search.add(key, device.tenantId, device);
      return record;
    },

    /** Changes what is named and leaves the rest; returns the device as it is now. */
    change(id: string, change: DeviceChange): DeviceRecord {
      const before = get(id);
      if (before === null) throw new Error(`No device ${id} to change.`);
      return changeFrom(before, change);
    },
    /** The same, of a device that was read in this very transaction. */
    changeFrom,

    /** Keeps what Microsoft sent, property by property, for the person who wants to see it as it came. */
    keepMicrosoft(id: string, properties: Readonly<Record<string, unknown>>): void {
      setMicrosoft.run({ id, microsoft: JSON.stringify(properties), readAt: now().toISOString() });
    },
    /** Null where Microsoft has told nothing yet, or it cannot be read. */
    microsoftOf(
      id: string,
    ): { readonly properties: Readonly<Record<string, unknown>>; readonly readAt: string } | null {
      const { microsoft = null, readAt = null } = setAside.row('device', microsoftRow, getMicrosoft.get(id)) ?? {};
      return microsoft === null || readAt === null ? null : { properties: microsoft, readAt };
    },

    /** Takes a device off the queue; nothing of it is deleted. False where it was off already. */
    takeOff: (id: string): boolean => {
      const at = now().toISOString();
      if (setRemoved.run({ id, removedAt: at, at, wasPresent: 1 }).changes === 0) return false;
      search.remove(id);
      return true;
    },
    putBack(id: string): boolean {
      if (setRemoved.run({ id, removedAt: null, at: now().toISOString(), wasPresent: 0 }).changes === 0) return false;
      const device = get(id);
      if (device !== null) search.putAgain(id, device);
      return true;
    },
  };
}

const isUserNew = (before: DeviceRecord, after: DeviceRecord): boolean =>
  after.assignedUser !== null && after.assignedUser !== before.assignedUser;

/** A registration that has yet to be sent, or that came after one that was removed, is made with the newest hash. */
const isBegunAnew = (before: DeviceRecord, { registration }: DeviceRecord): boolean =>
  registration === 'none' ||
  registration === 'queued' ||
  registration === 'failed' ||
  (before.registration === 'removed' && registration !== 'removed');

const idsOf = (rows: readonly unknown[]): readonly string[] =>
  z
    .array(z.object({ id: z.string() }))
    .parse(rows)
    .map(({ id }) => id);
