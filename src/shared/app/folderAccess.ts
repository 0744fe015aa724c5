import { z } from 'zod';

/** Who can read the data folder; `notKnown` where the system would have to be asked in its own way (Windows, outside of a profile). */
export const folderAccess = z.enum(['thisAccount', 'othersToo', 'notKnown']);
export type FolderAccess = z.infer<typeof folderAccess>;
