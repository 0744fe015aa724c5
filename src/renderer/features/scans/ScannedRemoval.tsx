import { RemovalOfAdopted } from '../removal/RemovalOfAdopted.tsx';
import { useScan } from './scanContext.ts';

/** Plans the removal of a scanned device. It stands below the messages, which tell what came of it. */
export function ScannedRemoval() {
  const { leaving, doneLeaving } = useScan();
  return leaving === null ? null : <RemovalOfAdopted {...leaving} onClose={doneLeaving} />;
}
