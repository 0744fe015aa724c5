import type { BackupsService } from './backups/backupsService.ts';
import { createSearchIndexing } from './devices/searchIndexing.ts';
import { createHourlyWatch } from './hourly.ts';
import type { ServiceContext } from './serviceContext.ts';
import { createTracker } from './tracking/tracker.ts';

/**
 * Sends, follows, does what each hour asks for, keeps up the search and looks after the file from now on.
 * @returns what gives up all of that, and waits for it
 */
export function startBackground(context: ServiceContext, backups: BackupsService): () => Promise<void> {
  const { outbox, ports } = context;
  const tracker = createTracker(context);
  const hourly = createHourlyWatch(context);
  const searchIndexing = createSearchIndexing(context);
  outbox.start();
  tracker.start();
  hourly.start();
  searchIndexing.start();
  // A command that sends what waits is not to wait for a check of the file.
  if (ports.door !== 'cli') backups.start();
  return async () => {
    await Promise.all([outbox.close(), tracker.close()]);
    await Promise.all([hourly.close(), searchIndexing.close()]);
  };
}
