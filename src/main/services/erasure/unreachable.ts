import type { ServiceContext } from '../serviceContext.ts';
import { readSettings } from '../settings/settingsService.ts';

const MOST_NAMED = 5;

/** What no erasure reaches, one sentence each. @param names what is erased, as it may stand in files */
export function unreachableFor(
  { erasure, settings }: Pick<ServiceContext, 'erasure' | 'settings'>,
  names: readonly string[],
): string[] {
  const backups = erasure.backups();
  const { backupFolder } = readSettings(settings);
  const logs = erasure.logsWith(names);
  return [
    ...(backups.length === 0
      ? []
      : [`Backups of the queue, until their last day: ${listed(backups)}. Delete them where that cannot wait.`]),
    ...(backupFolder === '' ? [] : [`Backups in ${backupFolder}. Delete them where that cannot wait.`]),
    ...(logs.length === 0 ? [] : [`Log files: ${listed(logs)}. Delete them by hand.`]),
    'Files that were exported, copies of the data folder, and paper.',
    'Microsoft: what Intune, Entra and Windows Autopilot hold has to be erased there.',
  ];
}

function listed(files: readonly string[]): string {
  const more = files.length - MOST_NAMED;
  return `${files.slice(0, MOST_NAMED).join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
}
