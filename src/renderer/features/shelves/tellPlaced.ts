import type { OutputOf } from '../../../shared/api/contract.ts';
import { deviceTitle } from '../../../shared/devices/deviceTitle.ts';
import type { ActTools } from '../../acts/act.ts';
import { shelfText } from '../../text/shelves.ts';

type Placed = OutputOf<'shelves.put'>;

/** Tells where a device stands now and which one gave way, and offers to put both back. */
export function tellPlaced(placed: Placed, tools: Pick<ActTools, 'command' | 'notify'>): void {
  const { device, from, other } = placed;
  const sentence = shelfText.done(deviceTitle(device), device.shelf, from, other?.title ?? null);
  tools.notify.done(sentence, () => void putBack(placed, tools));
}

/** The device that gave way comes back first, which makes the other one give way. */
async function putBack({ device, from, other }: Placed, { command }: Pick<ActTools, 'command'>): Promise<void> {
  if (other !== null) await command('shelves.put', { deviceId: other.id, shelf: device.shelf });
  await command('shelves.put', { deviceId: device.id, shelf: from });
}
