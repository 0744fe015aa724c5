import { readFileSync } from 'node:fs';
import type { z } from 'zod';
import { AppError } from '../../../shared/outcome/appError.ts';
import { ownHostList, type OwnHostList } from '../../../shared/preflight/networkHost.ts';
import { shippedHosts } from '../../../shared/preflight/shippedHosts.ts';

/**
 * The hosts to check: the lab’s own list where there is one, else those that ship.
 * @throws AppError `unreadable` that names the file and its first mistake
 */
export function readHostList(file: string | null): OwnHostList {
  if (file === null) return { hosts: [...shippedHosts], authorities: [] };
  let read: z.ZodSafeParseResult<OwnHostList>;
  try {
    read = ownHostList.safeParse(JSON.parse(readFileSync(file, 'utf8')));
  } catch (cause) {
    throw new AppError('unreadable', `The list of hosts in ${file} cannot be read: it is missing or no JSON.`, {
      remedy: 'Mend the file, or take RESEAL_PREFLIGHT_HOSTS away to use the list that ships.',
      cause,
    });
  }
  if (read.success) return read.data;
  const [first] = read.error.issues;
  throw new AppError(
    'unreadable',
    `The list of hosts in ${file} cannot be used: ${first?.path.join('.') ?? ''}: ${first?.message ?? ''}`,
    { remedy: 'Mend the file; docs/command-line.md tells its format.' },
  );
}
