import { useMemo } from 'react';
import type { DeviceDetail } from '../../../shared/devices/deviceDetail.ts';
import type { AnswerColour } from '../../../shared/scans/answerBand.ts';
import { useActs } from '../../acts/actsContext.ts';
import { useSetAtHand } from '../../acts/atHand.ts';
import { goTo } from '../../app/navigation.ts';
import { useShortcut } from '../../app/shortcuts.ts';
import { nextStepActs } from '../devices/page/nextStepActs.ts';
import { useDeviceOffers } from '../devices/page/useDeviceOffers.ts';
import { useScan } from './scanContext.ts';

interface ScannedAtHandProps {
  readonly detail: DeviceDetail;
  readonly colour: AnswerColour | null;
}

/** On the Bench, where no page of a device is open, acts and keys work on the device that was scanned. */
export function ScannedAtHand({ detail, colour }: ScannedAtHandProps) {
  const { run } = useActs();
  const { spendScan } = useScan();
  useSetAtHand(useMemo(() => ({ kind: 'device', detail }), [detail]));
  const offers = useDeviceOffers(detail);
  const [act] = nextStepActs(detail.device).main;
  const offer = offers.find((one) => one.act === act);
  useShortcut('n', () => {
    const mayGoOn = colour === 'green' || colour === 'blue';
    // What stops a person is read first, on the page of the device.
    spendScan();
    if (offer !== undefined && mayGoOn) run(offer);
    else goTo({ page: 'device', id: detail.device.id });
  });
  return null;
}
