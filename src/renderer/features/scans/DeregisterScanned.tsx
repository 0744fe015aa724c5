import { CloudDismissRegular } from '@fluentui/react-icons';
import type { TakeIn } from '../../../shared/scans/scanReading.ts';
import { useClient } from '../../api/clientContext.ts';
import { deregisterText } from '../../text/removal.ts';
import { PrimaryAction } from '../../ui/PrimaryAction.tsx';
import type { LeavingDevice } from './scanContext.ts';
import { refusedTakeIn, takingInAnswer, type ScanAnswer } from './scanAnswer.ts';

interface DeregisterScannedProps {
  readonly offer: TakeIn;
  readonly onAnswer: (answer: ScanAnswer) => void;
  readonly onTakenIn: (device: LeavingDevice) => void;
}

/** A scanned device of the tenant that the queue lacks, as one that comes back at the end of a lease: it is to leave at once. */
export function DeregisterScanned({ offer: { tenantId, ztdId }, onAnswer, onTakenIn }: DeregisterScannedProps) {
  const client = useClient();
  async function takeIn(): Promise<void> {
    onAnswer(takingInAnswer);
    const outcome = await client.call('devices.adopt', { tenantId, ztdIds: [ztdId], toLeave: true });
    const refusal = refusedTakeIn(outcome);
    if (refusal !== null) onAnswer(refusal);
    else if (outcome.ok) onTakenIn({ tenantId, ...outcome.value });
  }
  return (
    <PrimaryAction icon={<CloudDismissRegular />} appearance="secondary" onClick={() => void takeIn()}>
      {deregisterText.ask}
    </PrimaryAction>
  );
}
