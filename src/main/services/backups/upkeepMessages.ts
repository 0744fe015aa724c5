import { z } from 'zod';
import { backup, backupReason } from '../../../shared/backups/backup.ts';
import { checkKind } from '../../../shared/backups/queueHealth.ts';
import { failure } from '../../../shared/outcome/outcome.ts';
import { threadKey } from '../../store/threadKey.ts';
import { oneOf } from '../../../shared/oneOf.ts';

/** What a thread is to do with the file of the queue, beside everything else. */
export const upkeepTask = oneOf('kind', () => [
  z.object({ kind: z.literal('check'), file: z.string(), key: threadKey, depth: checkKind }),
  z.object({
    kind: z.literal('backUp'),
    file: z.string(),
    key: threadKey,
    folder: z.string(),
    reason: backupReason,
    now: z.number(),
    /** A folder elsewhere that gets a copy; null for none. */
    secondPlace: z.string().nullable(),
  }),
]);
export type UpkeepTask = z.output<typeof upkeepTask>;
export type UpkeepOrder = z.input<typeof upkeepTask>;

export const checked = z.object({ problems: z.array(z.string()) });
/** `elsewhere` is the copy in the second place, or why there is none. */
export const backedUp = z.object({ made: backup, elsewhere: z.union([backup, failure]).nullable() });

/** A refusal in words, or what came of the task. */
export const upkeepAnswer = z.union([
  z.object({ ok: z.literal(true), value: z.unknown() }),
  z.object({ ok: z.literal(false), error: failure }),
]);
export type UpkeepAnswer = z.infer<typeof upkeepAnswer>;
