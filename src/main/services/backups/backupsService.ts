import { join } from 'node:path';
import { z } from 'zod';
import { isStale } from '../../../shared/backups/backup.ts';
import type { BackupsHandlers } from '../../../shared/api/contract/backups.ts';
import { AppError } from '../../../shared/outcome/appError.ts';
import { listBackups } from '../../store/backupFolder.ts';
import { describeBackup } from '../../store/describeBackup.ts';
import { QUEUE_ID } from '../../store/queueIdentity.ts';
import { UnreadableRowError } from '../../store/setAside.ts';
import { restoreBackup } from '../../store/restoreBackup.ts';
import type { ServiceContext } from '../serviceContext.ts';
import { readSettings } from '../settings/settingsService.ts';
import { deleteUnencrypted, unencryptedBackups } from './deleteUnencrypted.ts';
import { createUpkeep } from './upkeep.ts';

export interface BackupsService {
  readonly handlers: BackupsHandlers;
  /** Copies and checks the queue from now on, and removes what is old enough, when it is time. */
  readonly start: () => void;
  /** A person does something: what can wait does. */
  readonly used: () => void;
  /** Looks at once whether the file is damaged: somebody came upon a page, or a row, that cannot be read. */
  readonly suspect: (cause: unknown) => void;
  readonly close: () => Promise<void>;
}

/** Copies of the queue, the way back to one, and whether the queue is whole. */
export function createBackupsService(context: ServiceContext): BackupsService {
  const { audit, ports, reopen, settings, store, who } = context;
  const upkeep = createUpkeep(context);
  const folder = join(ports.dataFolder, 'backups');
  // Which copies are of a queue whose name cannot be read, nobody can tell: a person may need one of them just then.
  const queueId = settings.read(QUEUE_ID, z.string().nullable(), null);
  const isOurs = (of: string | null): boolean => of === null || queueId === null || of === queueId;
  const ours = () => listBackups(folder).filter((one) => isOurs(one.queueId));

  return {
    handlers: {
      'backups.list': () => {
        const backups = [...ours()];
        const secondFolder = readSettings(settings).backupFolder;
        return {
          folder,
          backups,
          isStale: isStale(backups[0]?.madeAt ?? null, ports.clock.now()),
          unencrypted: [...unencryptedBackups(context)],
          secondPlace: secondFolder === '' ? null : { folder: secondFolder, ...upkeep.elsewhere(secondFolder) },
        };
      },
      'backups.health': () => ({
        trouble: store.guard.trouble()?.toFailure() ?? null,
        checks: [...upkeep.checks()],
        setAside: [...store.setAside.list()],
        newestBackup: ours()[0]?.file ?? null,
      }),
      'backups.make': async ({ folder: elsewhere }) => {
        const { made, copy } = await upkeep.backUp('manual', elsewhere ?? null);
        if (copy instanceof AppError && elsewhere !== undefined) throw copy;
        const shown = copy === null || copy instanceof AppError ? made : copy;
        const sentence = `The queue was copied to ${shown.file}.`;
        store.write(() => audit.add({ who: who(), action: 'backups.make', sentence }));
        return shown;
      },
      'backups.deleteUnencrypted': () => ({ deleted: deleteUnencrypted(context) }),
      'backups.inspect': ({ file }) => describeBackup(ports.dataFolder, file, store.key),
      'backups.restore': async ({ file }) => {
        const restorer = who();
        // What cannot be restored is refused before anything is closed.
        describeBackup(ports.dataFolder, file, store.key);
        const { dataFolder, clock } = ports;
        const restored = await reopen(() =>
          restoreBackup({ dataFolder, file, key: store.key, now: clock.now(), who: restorer }),
        );
        ports.log.warn('backups.restored', { file, replaced: restored });
        return { replaced: restored };
      },
    },
    start: upkeep.start,
    used: upkeep.used,
    suspect(cause) {
      if (cause instanceof UnreadableRowError) store.setAside.note(cause.row);
      upkeep.suspect();
    },
    close: upkeep.close,
  };
}
