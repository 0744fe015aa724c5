import { makeStyles, tokens } from '@fluentui/react-components';
import { benchPhaseWords } from '../../../shared/bench/benchPhase.ts';
import type { DeviceDetail } from '../../../shared/devices/deviceDetail.ts';
import { ActButton } from '../../acts/ActButton.tsx';
import { useOffers } from '../../acts/actsContext.ts';
import { benchText } from '../../text/bench.ts';
import { StatusWord } from '../../ui/StatusWord.tsx';
import { attach } from '../attachments/attachmentActs.tsx';

const useStyles = makeStyles({
  root: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalM },
});

/**
 * Where the last run failed, and the code and name that it ended with; what they mean is the next step's sentence. The screen can be
 * kept as a photo.
 */
export function BenchFailure({ detail }: { readonly detail: DeviceDetail }) {
  const styles = useStyles();
  const photo = useOffers({ kind: 'device', detail }).find((offer) => offer.act === attach);
  const phase = detail.benchRuns[0]?.phase ?? null;
  const { code = null, name = null } = detail.device.benchError ?? {};
  const words = [phase && benchText.failedIn(benchPhaseWords[phase]), code, name]
    .filter((part) => part !== null)
    .join(' · ');
  return (
    <div className={styles.root}>
      {words !== '' && <StatusWord shape="failed" word={words} />}
      {photo !== undefined && <ActButton offer={photo} appearance="subtle" />}
    </div>
  );
}
