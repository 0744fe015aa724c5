import { shiftNote, type ShiftNote } from '../../shared/shift/shiftNote.ts';
import type { ShiftSpan } from '../../shared/shift/shiftSpan.ts';
import { isTime } from './isTime.ts';
import type { Store } from './store.ts';

/** Notes to the next shift. They are never changed; retention lets old ones go. */
export function createShiftNoteStore({ database, setAside }: Pick<Store, 'database' | 'setAside'>, now: () => Date) {
  const insert = database.prepare(
    'INSERT INTO shift_note (id, at, technician, text) VALUES (@id, @at, @technician, @text)',
  );
  // One without its time is named by whoever reads any.
  const between = database.prepare(`
    SELECT id, at, technician, text FROM shift_note
     WHERE (at >= @from AND at < @to) OR NOT ${isTime('at')} ORDER BY at DESC, rowid DESC LIMIT @limit`);

  return {
    /** Belongs in a transaction. */
    add({ technician, text }: Pick<ShiftNote, 'technician' | 'text'>): ShiftNote {
      const note = { id: crypto.randomUUID(), at: now().toISOString(), technician, text };
      insert.run(note);
      return note;
    },
    /** The newest first. */
    between: ({ from, to }: ShiftSpan, limit: number): ShiftNote[] =>
      setAside.rows('shift_note', shiftNote, between.all({ from, to, limit })),
  };
}
