import type { AppHandlers } from '../../../shared/api/contract/app.ts';
import type { ServiceContext } from '../serviceContext.ts';

/** About this program: where it keeps things. */
export function createAppService({ ports, secretBox, store }: ServiceContext): AppHandlers {
  return {
    'app.about': () => ({
      version: ports.version,
      door: ports.door,
      dataFolder: ports.dataFolder,
      folderAccess: ports.folderAccess,
      databaseBytes: store.sizeBytes(),
      secretStore: secretBox.kind,
    }),
  };
}
