import { z } from 'zod';
import { permissionFinding, workflow } from './permissionWords.ts';

export const permissionCheck = z.object({
  checks: z.array(
    z.object({
      /** What it is for, as a code and in words. */
      purpose: workflow,
      workflow: z.string(),
      /**
       * works: it was tried, or the account administers Intune · unproven: granted and readable, but only a change shows whether the role lets it write ·
       * notGranted: nobody has consented to the permission · refused: granted, and refused by role or licence
       */
      state: z.enum(['works', 'unproven', 'notGranted', 'refused']),
      permission: z.string(),
      finding: permissionFinding,
      /** Why it is asked for, and who must do what where it is missing. */
      sentence: z.string(),
    }),
  ),
});
