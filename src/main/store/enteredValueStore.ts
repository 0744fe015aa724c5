import { z } from 'zod';
import { heldField, type HeldField } from '../../shared/assignment/heldValue.ts';
import type { Store } from './store.ts';

const enteredRow = z.object({
  deviceId: z.string(),
  field: heldField,
  actId: z.string(),
  value: z.string().nullable(),
  earlier: z.string().nullable(),
  earlierName: z.string().nullable(),
  wasOnItsWay: z.number().transform((flag) => flag === 1),
  who: z.string(),
});
/** What a person entered for a property of a device, and what was wished there before. */
export type EnteredValue = z.infer<typeof enteredRow>;

const columns = `device_id AS deviceId, field, act_id AS actId, value, earlier, earlier_name AS earlierName,
  was_on_its_way AS wasOnItsWay, who`;

/** The last entry for each property of each device; an older one is forgotten. Writes belong in a transaction. */
export function createEnteredValueStore({ database, setAside }: Store, now: () => Date) {
  const put = database.prepare(`
    INSERT OR REPLACE INTO entered_value
      (device_id, field, act_id, value, earlier, earlier_name, was_on_its_way, who, entered_at)
    VALUES (@deviceId, @field, @actId, @value, @earlier, @earlierName, @wasOnItsWay, @who, @at)`);
  const ofDevice = database.prepare(`SELECT ${columns} FROM entered_value WHERE device_id = ?`);
  const ofAct = database.prepare(`SELECT ${columns} FROM entered_value WHERE act_id = ? ORDER BY device_id, field`);
  const remove = database.prepare('DELETE FROM entered_value WHERE device_id = @deviceId AND field = @field');
  return {
    put: (entered: EnteredValue): void =>
      void put.run({ ...entered, wasOnItsWay: entered.wasOnItsWay ? 1 : 0, at: now().toISOString() }),
    ofDevice: (deviceId: string): readonly EnteredValue[] =>
      setAside.rows('entered_value', enteredRow, ofDevice.all(deviceId)),
    /** What one act entered and nobody has entered anew since. */
    ofAct: (actId: string): readonly EnteredValue[] => setAside.rows('entered_value', enteredRow, ofAct.all(actId)),
    remove: (deviceId: string, field: HeldField): void => void remove.run({ deviceId, field }),
  };
}
