import type { BackupContents } from '../../../../shared/backups/backup.ts';
import type { Formatter } from '../../../../shared/format/formatter.ts';

/** What a copy holds: “42 devices, last change 2 Dec 2026 07:02, format 32, encrypted.” */
export function backupSentence(
  { devices, newestChangeAt, format, isEncrypted }: BackupContents,
  formatter: Formatter,
): string {
  const held = formatter.count(devices, 'device', 'devices');
  const changed = newestChangeAt === null ? 'never changed' : `last change ${formatter.instant(newestChangeAt)}`;
  return `${held}, ${changed}, format ${format}, ${isEncrypted ? 'encrypted' : 'not encrypted'}.`;
}
