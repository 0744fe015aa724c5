import type { AppHandlers } from '../../../shared/api/contract/app.ts';
import type { ServiceContext } from '../serviceContext.ts';

/** About this program: where it keeps things, and copies of its queue. */
export function createAppService({ ports, secretBox, store, audit, who }: ServiceContext): AppHandlers {
  return {
    'app.about': () => ({
      version: ports.version,
      door: ports.door,
      dataFolder: ports.dataFolder,
      folderAccess: ports.folderAccess,
      databaseBytes: store.sizeBytes(),
      secretStore: secretBox.kind,
    }),
    'app.backup': () => {
      const file = store.backUp('manual');
      store.write(() => audit.add({ who: who(), action: 'app.backup', sentence: `The queue was copied to ${file}.` }));
      return { file };
    },
  };
}
