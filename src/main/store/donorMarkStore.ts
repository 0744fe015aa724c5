import { donorMark, relationToDonor, type DonorMark } from '../../shared/boards/donorMark.ts';
import type { DeviceRecord } from '../../shared/devices/device.ts';
import { identityEvidenceOf } from '../../shared/devices/weighIdentity.ts';
import { isTime } from './isTime.ts';
import { readRow } from './setAside.ts';
import type { Store } from './store.ts';

export type DonorMarkStore = ReturnType<typeof createDonorMarkStore>;

const columns = `id, device_id AS deviceId, serial_number AS serialNumber, manufacturer, model, product_key_id AS productKeyId,
  ztd_id AS ztdId, smbios_uuid AS smbiosUuid, tpm_endorsement_key_sha256 AS tpmEndorsementKeySha256, reason,
  marked_at AS markedAt, marked_by AS markedBy, lifted_at AS liftedAt, lifted_by AS liftedBy, lift_reason AS liftReason`;

/** Devices that must never be registered again, in whatever tenant. Marks are few, and are never deleted. */
export function createDonorMarkStore({ database, setAside }: Store, now: () => Date) {
  // Whether a mark without the time of its lifting was lifted, nobody can tell: it is read, and so refused.
  const inForce = database.prepare(`SELECT ${columns} FROM donor_mark
     WHERE lifted_at IS NULL OR NOT ${isTime('lifted_at')} ORDER BY id DESC`);
  const insert = database.prepare(`
    INSERT INTO donor_mark (device_id, serial_number, manufacturer, model, product_key_id, ztd_id, smbios_uuid,
                            tpm_endorsement_key_sha256, reason, marked_at, marked_by)
    VALUES (@deviceId, @serialNumber, @manufacturer, @model, @productKeyId, @ztdId, @smbiosUuid,
            @tpmEndorsementKeySha256, @reason, @at, @who)`);
  const setLifted = database.prepare(
    'UPDATE donor_mark SET lifted_at = @at, lifted_by = @who, lift_reason = @reason WHERE id = @id',
  );

  const all = (): DonorMark[] => setAside.rows('donor_mark', donorMark, inForce.all());

  return {
    /** Those that have not been lifted, newest first. */
    inForce: all,
    /**
     * The mark that keeps a device from being registered: its own, or that of the device which it was before.
     * @throws AppError `damaged` where a mark cannot be read, which may be this device's
     */
    ofDevice: (device: DeviceRecord): DonorMark | null =>
      markAmong(
        inForce.all().map((row) => readRow('donor_mark', donorMark, row)),
        device,
      ),
    /** The same, of the marks that can be read: for showing it. */
    shownOf: (device: DeviceRecord): DonorMark | null => markAmong(all(), device),
    /** Marks a device with all that it can be recognised by. */
    add(device: DeviceRecord, { reason, who }: { readonly reason: string; readonly who: string }): void {
      const {
        id: deviceId,
        serialNumber,
        manufacturer,
        model,
        productKeyId,
        ztdId,
        smbiosUuid,
        tpmEndorsementKeySha256,
      } = device;
      const named = { serialNumber, manufacturer, model, productKeyId, ztdId, smbiosUuid, tpmEndorsementKeySha256 };
      insert.run({ deviceId, ...named, reason, who, at: now().toISOString() });
    },
    lift(id: number, { reason, who }: { readonly reason: string; readonly who: string }): void {
      setLifted.run({ id, reason, who, at: now().toISOString() });
    },
  };
}

function markAmong(marks: readonly DonorMark[], device: DeviceRecord): DonorMark | null {
  const evidence = identityEvidenceOf(device);
  const isItsMark = (mark: DonorMark): boolean =>
    mark.deviceId === device.id || relationToDonor(mark, evidence) === 'device';
  return marks.find(isItsMark) ?? null;
}
