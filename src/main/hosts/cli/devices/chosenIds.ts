import { usageError } from '../program/commandError.ts';
import type { Run } from '../program/runCommand.ts';
import { chosenFilter, type FilterOptions } from './chosenFilter.ts';
import { deviceOf } from './deviceOf.ts';

/**
 * The devices that are named by their serial numbers; where none is, those that the filter keeps.
 * @throws CommandError where a serial number names no device, or nothing matches
 */
export async function chosenIds(run: Run, serials: readonly string[], options: FilterOptions): Promise<string[]> {
  if (serials.length > 0) {
    const ids: string[] = [];
    for (const serial of serials) ids.push((await deviceOf(run, serial)).id);
    return ids;
  }
  const { ids } = await run.call('devices.ids', await chosenFilter(run, options));
  if (ids.length === 0) throw usageError('No device matches. See “reseal list”, or import a file first.');
  return ids;
}
