import { z } from 'zod';

export const directoryUser = z.object({
  id: z.string(),
  displayName: z.string(),
  userPrincipalName: z.string(),
  enabled: z.boolean().nullable(),
  licensed: z.boolean().nullable(),
});
export type DirectoryUser = z.infer<typeof directoryUser>;
