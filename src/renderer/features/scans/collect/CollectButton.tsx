import { ActButton } from '../../../acts/ActButton.tsx';
import { useOffer } from '../../../acts/actsContext.ts';
import { startCollecting } from './collectActs.ts';

/** From the queue to collecting by scans. */
export function CollectButton() {
  return <ActButton offer={useOffer(startCollecting, { kind: 'reseal', status: null })} />;
}
