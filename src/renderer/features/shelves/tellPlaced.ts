import { deviceTitle } from '../../../shared/devices/deviceTitle.ts';
import type { ActTools } from '../../acts/act.ts';
import { shelfText } from '../../text/shelves.ts';
import { putBack, type Placed } from './putBack.ts';

/** Tells where a device stands now and which one gave way, and offers to put both back. */
export function tellPlaced(placed: Placed, tools: Pick<ActTools, 'command' | 'notify'>): void {
  const { device, from, other } = placed;
  const sentence = shelfText.done(deviceTitle(device), device.shelf, from, other?.title ?? null);
  tools.notify.done(sentence, () => void putBack(placed, tools.command));
}
