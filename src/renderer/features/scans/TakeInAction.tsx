import { useEffect, useRef } from 'react';
import { ArrowDownloadRegular } from '@fluentui/react-icons';
import type { TakeIn } from '../../../shared/scans/scanReading.ts';
import { scanText } from '../../text/scans.ts';
import { PrimaryAction } from '../../ui/PrimaryAction.tsx';

interface TakeInActionProps {
  readonly offer: TakeIn;
  readonly onTakeIn: (offer: TakeIn) => void;
}

/** Takes the scanned device into the queue. Enter does it where the tenant says that the device is its own. */
export function TakeInAction({ offer, onTakeIn }: TakeInActionProps) {
  const place = useRef<HTMLDivElement>(null);
  const awaitsEnter = offer.by !== 'code';
  useEffect(() => {
    if (awaitsEnter) place.current?.querySelector('button')?.focus();
  }, [awaitsEnter, offer]);
  return (
    <div ref={place}>
      <PrimaryAction
        icon={<ArrowDownloadRegular />}
        appearance="secondary"
        awaitsEnter={awaitsEnter}
        onClick={() => onTakeIn(offer)}
      >
        {scanText.takeIn}
      </PrimaryAction>
    </div>
  );
}
