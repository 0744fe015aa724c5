import { useRef } from 'react';
import { useProcedure } from '../../api/useProcedure.ts';
import { BulkRemovalDialog } from './BulkRemovalDialog.tsx';
import { DeregisterDialog } from './DeregisterDialog.tsx';
import { useLeaveAsBefore } from './useLeaveAsBefore.ts';

interface RemovalOfAdoptedProps {
  readonly tenantId: string;
  readonly deviceIds: readonly string[];
  /** Those of them that came into the queue only for this. */
  readonly adoptedIds: readonly string[];
  readonly onClose: () => void;
}

/**
 * The removal of registered devices that the queue did not have, the same as of any other. They are in the queue by now, since
 * a removal needs a device whose history tells of it; where nothing is confirmed, they go off it again.
 */
export function RemovalOfAdopted({ tenantId, deviceIds, adoptedIds, onClose }: RemovalOfAdoptedProps) {
  const hasBegun = useRef(false);
  const leaveAsBefore = useLeaveAsBefore(tenantId, adoptedIds);
  const [deviceId, ...others] = deviceIds;

  function begun(): void {
    hasBegun.current = true;
  }
  function close(): void {
    if (!hasBegun.current) void leaveAsBefore();
    onClose();
  }
  if (deviceId !== undefined && others.length === 0) {
    return <RemovalOfOne deviceId={deviceId} onBegun={begun} onClose={close} />;
  }
  return <BulkRemovalDialog deviceIds={deviceIds} onBegun={begun} onClose={close} />;
}

interface RemovalOfOneProps {
  readonly deviceId: string;
  readonly onBegun: () => void;
  readonly onClose: () => void;
}

function RemovalOfOne({ deviceId, onBegun, onClose }: RemovalOfOneProps) {
  const reading = useProcedure('devices.get', { id: deviceId }, []);
  // One that is gone by now is said to be so by the plan.
  if (reading.state === 'failed') {
    return <BulkRemovalDialog deviceIds={[deviceId]} onBegun={onBegun} onClose={onClose} />;
  }
  return reading.state === 'ready' ? (
    <DeregisterDialog device={reading.value.device} onBegun={onBegun} onClose={onClose} />
  ) : null;
}
