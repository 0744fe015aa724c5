import { makeStyles, tokens } from '@fluentui/react-components';
import type { DeviceView } from '../../../../shared/devices/deviceView.ts';
import { isOverdue, waitOf } from '../../../../shared/devices/wait.ts';
import { waitSentence } from '../../../../shared/devices/waitWords.ts';
import { formatter } from '../../../text/formatter.ts';
import { StatusShape } from '../../../ui/StatusShape.tsx';
import { useNow } from '../../../ui/useNow.ts';

const WAIT_LOOK_EVERY_MS = 10_000;

const useStyles = makeStyles({
  root: { display: 'flex', alignItems: 'flex-start', gap: tokens.spacingHorizontalS, fontSize: tokens.fontSizeBase300 },
});

/** Whether a wait is normal, until when, and what to check after that. */
export function WaitNote({ device }: { readonly device: DeviceView }) {
  const styles = useStyles();
  const now = useNow(WAIT_LOOK_EVERY_MS);
  const wait = waitOf(device);
  if (wait === null) return null;
  const overdue = isOverdue(wait, now);
  return (
    <div className={styles.root}>
      <StatusShape shape={overdue ? 'warning' : 'waiting'} />
      <span>{waitSentence(wait, now, formatter)}</span>
    </div>
  );
}
