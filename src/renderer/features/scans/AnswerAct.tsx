import { useMemo } from 'react';
import type { AnswerColour } from '../../../shared/scans/answerBand.ts';
import type { DeviceDetail } from '../../../shared/devices/deviceDetail.ts';
import { useActs } from '../../acts/actsContext.ts';
import { scanText } from '../../text/scans.ts';
import { BandButton } from '../../ui/BandButton.tsx';
import { nextStepActs } from '../devices/page/nextStepActs.ts';
import { useDeviceOffers } from '../devices/page/useDeviceOffers.ts';
import { useScan } from './scanContext.ts';

interface AnswerActProps {
  readonly detail: DeviceDetail;
  readonly colour: AnswerColour;
  readonly isFresh: boolean;
}

/** What a green answer lets a person go on with. Enter does it once. */
export function AnswerAct({ detail, colour, isFresh }: AnswerActProps) {
  const { run, isRunning } = useActs();
  const { spendScan } = useScan();
  const offers = useDeviceOffers(detail);
  const { main } = useMemo(() => nextStepActs(detail.device), [detail]);
  const offer = offers.find(({ act }) => act === main[0]);
  if (offer === undefined) return null;
  const { Icon } = offer.act;
  return (
    <BandButton
      colour={colour}
      isFresh={isFresh}
      isEnters
      icon={<Icon />}
      running={isRunning(offer)}
      onClick={() => {
        spendScan();
        run(offer);
      }}
    >
      {detail.device.nextStep.code === 'startBench' ? scanText.start : offer.short}
    </BandButton>
  );
}
