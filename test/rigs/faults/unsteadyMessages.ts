import { z } from 'zod';

/** How an unsteady backend is started. */
export const unsteadyOptions = z.object({
  dataFolder: z.string(),
  practiceTenant: z.object({ url: z.string(), token: z.string() }),
  seed: z.number(),
  /** It kills itself at this call to the outside; null lets it live. */
  killAtCall: z.number().nullable(),
  clockJumps: z.boolean(),
});
export type UnsteadyOptions = z.infer<typeof unsteadyOptions>;

/** What it tells whoever started it. */
export const unsteadyNews = z.discriminatedUnion('type', [
  z.object({ type: z.literal('clockJumped'), byMs: z.number() }),
  z.object({ type: z.literal('sentTwice'), serialNumber: z.string() }),
  z.object({ type: z.literal('logged'), event: z.string(), facts: z.string() }),
]);
export type UnsteadyNews = z.infer<typeof unsteadyNews>;
