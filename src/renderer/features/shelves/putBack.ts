import type { OutputOf } from '../../../shared/api/contract.ts';
import type { ActTools } from '../../acts/act.ts';

/** What became of a device and its place. */
export type Placed = OutputOf<'shelves.put'>;

/** The device that gave way comes back first, which makes the other one give way. */
export async function putBack({ device, from, other }: Placed, command: ActTools['command']): Promise<void> {
  if (other !== null) await command('shelves.put', { deviceId: other.id, shelf: device.shelf });
  await command('shelves.put', { deviceId: device.id, shelf: from });
}
