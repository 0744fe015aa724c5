import { nextStepTitle } from '../../../shared/devices/nextStepWords.ts';
import { benchText } from '../../text/bench.ts';
import { statusFactsOf } from '../../ui/statusFacts.ts';
import { StatusWord } from '../../ui/StatusWord.tsx';
import { stepShape } from '../checklists/stepShape.ts';
import { When } from '../../ui/When.tsx';
import type { DeviceToSee } from '../../../shared/bench/benchBoard.ts';
import { DeviceRow } from './DeviceRow.tsx';

interface DeviceToSeeRowProps {
  readonly item: DeviceToSee;
  readonly now: Date;
}

/** A device that needs a look: what to do about it, and why now. */
export function DeviceToSeeRow({ item, now }: DeviceToSeeRowProps) {
  const { device } = item;
  switch (item.reason) {
    case 'overdue':
      return (
        <DeviceRow
          device={device}
          note={benchText.overdue(
            now.getTime() - Date.parse(item.wait.since),
            item.wait.normalMinutes,
            item.wait.source,
          )}
        >
          <StatusWord shape="warning" word={nextStepTitle(device.nextStep)} />
        </DeviceRow>
      );
    case 'notResealed':
      return (
        <DeviceRow device={device} note={benchText.notResealed(now.getTime() - Date.parse(item.since))}>
          <StatusWord shape="warning" word={nextStepTitle(device.nextStep)} />
        </DeviceRow>
      );
    case 'stuck': {
      const { bench, registration } = statusFactsOf(device);
      return (
        <DeviceRow device={device} note={bench.detail ?? registration.detail}>
          <StatusWord shape={stepShape(device.nextStep)} word={nextStepTitle(device.nextStep)} />
        </DeviceRow>
      );
    }
    case 'closing':
      return (
        <DeviceRow device={device} note={<When at={device.due.notAfter} />}>
          <StatusWord shape="warning" word={benchText.closing} />
        </DeviceRow>
      );
  }
}
