import { CloudDismissRegular } from '@fluentui/react-icons';
import type { AnswerColour } from '../../../shared/scans/answerBand.ts';
import type { TakeIn } from '../../../shared/scans/scanReading.ts';
import { useClient } from '../../api/clientContext.ts';
import { deregisterText } from '../../text/removal.ts';
import { BandButton } from '../../ui/BandButton.tsx';
import { useScan } from './scanContext.ts';
import { refusedTakeIn, takingInAnswer } from './scanAnswer.ts';

interface DeregisterScannedProps {
  readonly offer: TakeIn;
  readonly colour: AnswerColour;
  readonly isFresh: boolean;
}

/** A scanned device of the tenant that the queue lacks, as one that comes back at the end of a lease: it is to leave at once. */
export function DeregisterScanned({ offer: { tenantId, ztdId }, colour, isFresh }: DeregisterScannedProps) {
  const client = useClient();
  const { setAnswer, leave } = useScan();
  async function takeIn(): Promise<void> {
    setAnswer(takingInAnswer);
    const outcome = await client.call('devices.adopt', { tenantId, ztdIds: [ztdId], toLeave: true });
    const refusal = refusedTakeIn(outcome);
    if (refusal !== null) setAnswer(refusal);
    else if (outcome.ok) leave({ tenantId, ...outcome.value });
  }
  return (
    <BandButton colour={colour} isFresh={isFresh} icon={<CloudDismissRegular />} onClick={() => void takeIn()}>
      {deregisterText.ask}
    </BandButton>
  );
}
