import type { BackupContents, BackupReason, PlainBackup } from '../../shared/backups/backup.ts';
import type { CheckKind } from '../../shared/backups/queueHealth.ts';
import { formatter } from './formatter.ts';

export const backupsText = {
  title: 'Backups',
  last: (at: string, devices: number, now: Date) =>
    `Last verified backup: ${formatter.shortInstant(at, now)}, ${formatter.count(devices, 'device', 'devices')}.`,
  folder: 'Folder',
  none: 'There is no verified backup yet. Reseal makes one each day, at the first quiet minute.',
  stale: 'The last one is older than three days: leave Reseal open for a few minutes a day, or back up now.',
  secondPlace: 'Second place',
  secondPlaceHint:
    'A folder on another disk, stick or share, which gets a copy of every backup. Empty for none. Whoever has a copy has what is in it.',
  copiedElsewhere: (folder: string, at: string, now: Date) =>
    `Newest copy in ${folder}: ${formatter.shortInstant(at, now)}.`,
  nothingElsewhere: (folder: string) => `There is no copy in ${folder} yet: the next backup is copied there.`,
  make: 'Back up now',
  made: (devices: number) => `Backed up and checked: ${formatter.count(devices, 'device', 'devices')}.`,
  restore: 'Restore…',
  restoreTitle: 'Restore a backup',
  which: 'Backup',
  otherFile: 'Another file',
  path: 'Path of the file',
  pathHint: 'On a stick, say. It is opened with the key of this queue.',
  choose: 'The queue is put back to what it was then. What is there now is kept aside, in the data folder.',
  confirmRestore: 'Restore',
  reading: 'Reading and checking the backup…',
  holds: ({ devices, newestChangeAt }: BackupContents, now: Date) =>
    newestChangeAt === null
      ? `It is whole and holds ${formatter.count(devices, 'device', 'devices')}.`
      : `It is whole and holds ${formatter.count(devices, 'device', 'devices')}, last changed ${formatter.shortInstant(newestChangeAt, now)}.`,
  missing: (devicesNow: number, devicesSince: number) =>
    `The queue has ${formatter.count(devicesNow, 'device', 'devices')} now. ${
      devicesSince === 0
        ? 'No device was added since; what was changed since will be lost.'
        : `${formatter.count(devicesSince, 'device that was added since', 'devices that were added since')} will be missing, and what was changed since will be lost.`
    }`,
  afterwards:
    'What waited to be sent then is looked up at Microsoft first. All windows of Reseal on this queue show the restored one.',
  restored: (replaced: string | null) =>
    replaced === null ? 'Restored.' : `Restored. What was there before is in ${replaced}.`,
  unencrypted: (backups: number) =>
    formatter.count(
      backups,
      'backup is from before the queue was encrypted: whoever has it can read it.',
      'backups are from before the queue was encrypted: whoever has them can read them.',
    ),
  deleteUnencrypted: 'Delete unencrypted…',
  deleteTitle: (backups: number) => `Delete ${formatter.count(backups, 'unencrypted backup', 'unencrypted backups')}?`,
  deleteWhy:
    'They are deleted only where an encrypted backup of this queue opens now. Whatever was copied elsewhere, or was put aside by a restore, stays.',
  confirmDelete: 'Delete for good',
  plainBackup: ({ file, madeAt }: PlainBackup, now: Date) => `${formatter.shortInstant(madeAt, now)} · ${file}`,
  moreBackups: (backups: number) => `${formatter.number(backups)} more.`,
  deleted: (backups: number) =>
    formatter.count(backups, 'unencrypted backup was deleted.', 'unencrypted backups were deleted.'),
  reasons: {
    daily: 'each day',
    manual: 'by hand',
    migration: 'before a new format',
    encryption: 'before encryption',
  } satisfies Readonly<Record<BackupReason, string>>,
  entry: (at: string, devices: number, reason: BackupReason, now: Date) =>
    `${formatter.shortInstant(at, now)} · ${formatter.count(devices, 'device', 'devices')} · ${backupsText.reasons[reason]}`,
  checks: {
    quick: (at: string, now: Date) => `File checked ${formatter.shortInstant(at, now)}: whole.`,
    full: (at: string, now: Date) => `File checked in full ${formatter.shortInstant(at, now)}: whole.`,
  } satisfies Readonly<Record<CheckKind, (at: string, now: Date) => string>>,
  unchecked: 'The file has not been checked yet.',
  damaged: 'The file is damaged:',
  setAside: (rows: number) =>
    formatter.count(
      rows,
      'row cannot be read, and is left out of lists:',
      'rows cannot be read, and are left out of lists:',
    ),
  row: (table: string, column: string, name: string | null) =>
    name === null ? `${table}: ${column}` : `${table} ${name}: ${column}`,
  toBackups: 'See backups',
} as const;
