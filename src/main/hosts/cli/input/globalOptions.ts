import type { Command } from 'commander';
import { z } from 'zod';

const globalOptions = z.object({
  json: z.boolean().default(false),
  verbose: z.boolean().default(false),
  dataDir: z.string().optional(),
  tenant: z.string().optional(),
  speed: z.number().optional(),
  /** False only with `--no-encryption`. */
  encryption: z.boolean().default(true),
  beginAnew: z.boolean().default(false),
});
/** Options that every command takes. */
export type GlobalOptions = z.infer<typeof globalOptions>;

/** The options that every command takes, wherever on the line they were written. */
export function globalOptionsOf(command: Command): GlobalOptions {
  return globalOptions.parse(command.optsWithGlobals());
}
