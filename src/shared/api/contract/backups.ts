import { z } from 'zod';
import { backup, backupDescription, plainBackup } from '../../backups/backup.ts';
import { queueHealth } from '../../backups/queueHealth.ts';
import { failure } from '../../outcome/outcome.ts';
import { nothing } from '../document.ts';
import { command, query, type HandlersOf } from '../procedure.ts';

export const backupsProcedures = {
  /** The verified copies of this queue, the newest first, and what became of the second place. */
  'backups.list': query(
    nothing,
    z.object({
      folder: z.string(),
      backups: z.array(backup),
      isStale: z.boolean(),
      /** Where the queue is encrypted, its copies that are not, here and in the second place, the newest first. */
      unencrypted: z.array(plainBackup),
      /** Null where the settings name none. */
      secondPlace: z
        .object({ folder: z.string(), copiedAt: z.string().nullable(), problem: failure.nullable() })
        .nullable(),
    }),
  ),
  /** Whether the queue is whole and may be written to. */
  'backups.health': query(nothing, queueHealth),
  /** A verified copy, in the data folder or in another folder. */
  'backups.make': command(z.object({ folder: z.string().trim().min(1).max(1_000).optional() }), backup),
  /** Deletes the copies of an encrypted queue that are not encrypted. Refused unless an encrypted one opens. */
  'backups.deleteUnencrypted': command(nothing, z.object({ deleted: z.int() })),
  /** What a copy holds, read and checked now, and what would be missing. */
  'backups.inspect': query(z.object({ file: z.string().trim().min(1).max(1_000) }), backupDescription),
  /** Puts a copy in the place of the queue, and what was there aside. The queue is closed and opened again for it. */
  'backups.restore': command(
    z.object({ file: z.string().trim().min(1).max(1_000) }),
    z.object({ replaced: z.string().nullable() }),
  ),
};

export type BackupsHandlers = HandlersOf<typeof backupsProcedures>;
