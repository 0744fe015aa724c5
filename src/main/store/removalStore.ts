import { z } from 'zod';
import type { DeviceRecord } from '../../shared/devices/device.ts';
import { objectLeft, pastRemoval, type ObjectLeft, type PastRemoval } from '../../shared/removal/pastRemoval.ts';
import type { RemovalCause } from '../../shared/removal/removalCause.ts';
import type { RemovalTarget } from '../../shared/removal/removalPlan.ts';
import { readRow } from './setAside.ts';
import type { Store } from './store.ts';
import { storedJson } from './storedJson.ts';

/** A removal as a person has confirmed it. */
export interface ConfirmedRemoval {
  readonly device: DeviceRecord;
  readonly tenantName: string;
  readonly target: RemovalTarget;
  readonly cause: RemovalCause | null;
  readonly who: string;
}

const row = pastRemoval.extend({
  leftInEntra: storedJson(z.array(objectLeft)).nullable(),
});

const COLUMNS = `device_id AS deviceId, tenant_name AS tenantName, serial_number AS serialNumber, manufacturer, model,
  autopilot_id AS autopilotId, autopilot_gone_at AS autopilotGoneAt, user_unassigned_at AS userUnassignedAt,
  intune_id AS intuneId, intune_gone_at AS intuneGoneAt, left_in_entra AS leftInEntra, computer_account AS computerAccount,
  account_deleted_at AS accountDeletedAt, account_deleted_by AS accountDeletedBy, reason, note,
  confirmed_at AS confirmedAt, confirmed_by AS confirmedBy, ended_at AS endedAt`;
/** The one under way, or the last. */
const LATEST = '(SELECT max(id) FROM removal WHERE device_id = @deviceId)';

/** Deregistrations with their exact records and times; none is ever changed once it has ended, but for the computer account. */
export function createRemovalStore({ database }: Store, now: () => Date) {
  const insert = database.prepare(`
    INSERT INTO removal (device_id, tenant_name, serial_number, manufacturer, model, autopilot_id, intune_id,
                         computer_account, reason, note, confirmed_at, confirmed_by)
    VALUES (@deviceId, @tenantName, @serialNumber, @manufacturer, @model, @autopilotId, @intuneId,
            @computerAccount, @reason, @note, @at, @who)`);
  const setLeft = database.prepare(`UPDATE removal SET left_in_entra = @left WHERE id = ${LATEST}`);
  /** The first time counts: a step that is repeated finds what it did before. */
  const happened = (column: string) =>
    database.prepare(`UPDATE removal SET ${column} = coalesce(${column}, @at) WHERE id = ${LATEST}`);
  const [userUnassigned, intuneGone] = [happened('user_unassigned_at'), happened('intune_gone_at')];
  const end = database.prepare(`
    UPDATE removal SET ended_at = @at, autopilot_gone_at = CASE WHEN autopilot_id IS NULL THEN NULL ELSE @at END
     WHERE id = ${LATEST} AND ended_at IS NULL`);
  const accountDeleted = database.prepare(`
    UPDATE removal SET account_deleted_at = @at, account_deleted_by = @who
     WHERE id = ${LATEST} AND computer_account IS NOT NULL AND account_deleted_at IS NULL`);
  const lastEnded = database.prepare(
    `SELECT ${COLUMNS} FROM removal WHERE device_id = ? AND ended_at IS NOT NULL ORDER BY id DESC LIMIT 1`,
  );
  const at = (): string => now().toISOString();

  return {
    begin({ device, tenantName, target, cause, who }: ConfirmedRemoval): void {
      const { id: deviceId, serialNumber, manufacturer, model } = device;
      insert.run({
        deviceId,
        tenantName,
        serialNumber: target.autopilot?.serialNumber ?? serialNumber,
        manufacturer,
        model,
        autopilotId: target.autopilot?.id ?? null,
        intuneId: target.intune?.id ?? null,
        computerAccount: target.computerAccount,
        reason: cause?.reason ?? null,
        note: cause?.note ?? null,
        at: at(),
        who,
      });
    },
    /** What Entra held when the records were read last; null where it could not be read. */
    leave: (deviceId: string, left: readonly ObjectLeft[] | null): void =>
      void setLeft.run({ deviceId, left: left === null ? null : JSON.stringify(left) }),
    userUnassigned: (deviceId: string): void => void userUnassigned.run({ deviceId, at: at() }),
    intuneGone: (deviceId: string): void => void intuneGone.run({ deviceId, at: at() }),
    /** Neither service lists the device any more. */
    end: (deviceId: string): void => void end.run({ deviceId, at: at() }),
    accountDeleted: (deviceId: string, who: string): void => void accountDeleted.run({ deviceId, at: at(), who }),
    /**
     * The last removal of a device that came to its end; null where none did.
     * @throws AppError `damaged` where it cannot be read: a customer is told all of it, or nothing
     */
    lastEnded(deviceId: string): PastRemoval | null {
      const found = lastEnded.get(deviceId);
      return found === undefined ? null : readRow('removal', row, found);
    },
  };
}
