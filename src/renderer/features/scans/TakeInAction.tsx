import { ArrowDownloadRegular } from '@fluentui/react-icons';
import type { AnswerColour } from '../../../shared/scans/answerBand.ts';
import type { TakeIn } from '../../../shared/scans/scanReading.ts';
import { scanText } from '../../text/scans.ts';
import { BandButton } from '../../ui/BandButton.tsx';
import { useScan, type Asked } from './scanContext.ts';

interface TakeInActionProps {
  readonly offer: TakeIn;
  readonly asked: Asked;
  readonly colour: AnswerColour;
  readonly isFresh: boolean;
}

/** Takes the scanned device into the queue, and so opens it. Enter does it where the tenant says that the device is its own. */
export function TakeInAction({ offer, asked, colour, isFresh }: TakeInActionProps) {
  const { takeIn } = useScan();
  return (
    <BandButton
      colour={colour}
      isFresh={isFresh}
      isEnters={offer.by !== 'code'}
      icon={<ArrowDownloadRegular />}
      onClick={() => takeIn(asked, offer.tenantId, offer.ztdId)}
    >
      {scanText.takeIn}
    </BandButton>
  );
}
