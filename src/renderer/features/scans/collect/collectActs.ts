import { BarcodeScannerRegular } from '@fluentui/react-icons';
import type { Act, ActOf } from '../../../acts/act.ts';
import { goTo } from '../../../app/navigation.ts';
import { collectText } from '../../../text/collect.ts';

/** Opens the place where scans go into a selection. */
export const startCollecting: ActOf<'nothing'> = {
  appliesTo: 'nothing',
  name: 'scans.collect',
  label: collectText.act,
  Icon: BarcodeScannerRegular,
  alsoCalled: collectText.alsoCalled,
  run: () => goTo({ page: 'collect' }),
};

export const collectActs: readonly Act[] = [startCollecting];
