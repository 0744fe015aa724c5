import { makeStyles, tokens } from '@fluentui/react-components';
import { CloudArrowUpRegular, CloudCheckmarkRegular, CloudOffRegular, PauseRegular } from '@fluentui/react-icons';
import type { OutputOf } from '../../shared/api/contract.ts';
import { unsentWords } from '../../shared/jobs/unsentWords.ts';
import { formatter } from '../text/formatter.ts';
import { shellText } from '../text/shell.ts';
import { narrow, tiny } from '../ui/breakpoints.ts';
import { useNow } from '../ui/useNow.ts';
import { When } from '../ui/When.tsx';
import { formatAddress } from './address.ts';

const MINUTE_MS = 60_000;

const useStyles = makeStyles({
  root: {
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalM,
    minHeight: '44px',
    padding: `0 ${tokens.spacingHorizontalM}`,
    borderRadius: tokens.borderRadiusMedium,
    color: tokens.colorNeutralForeground2,
    textDecorationLine: 'none',
    whiteSpace: 'nowrap',
    [narrow]: { columnGap: tokens.spacingHorizontalS, padding: `0 ${tokens.spacingHorizontalS}` },
    [tiny]: { flexWrap: 'wrap' },
    ':hover': { backgroundColor: tokens.colorNeutralBackground3Hover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  part: { display: 'inline-flex', alignItems: 'center', gap: tokens.spacingHorizontalXS },
  icon: { display: 'inline-flex', fontSize: '20px' },
});

interface OutboxStateProps {
  readonly status: OutputOf<'jobs.status'>;
  /** Whose changes these are; null where they are of several. */
  readonly tenantName: string | null;
}

/** Online or offline since, and how much waits to be sent. Leads to Activity. */
export function OutboxState({ status, tenantName }: OutboxStateProps) {
  const styles = useStyles();
  const { jobs, offlineSince, paused, reach } = status;
  const toSend = jobs.waiting + jobs.leased + jobs.retrying;
  const now = useNow(MINUTE_MS);
  const unsent = unsentWords({
    reach,
    count: shellText.waiting(toSend),
    tenantName,
    offlineSince: offlineSince === null ? null : formatter.shortInstant(offlineSince, now),
  });
  if (toSend > 0 && unsent !== null) {
    return (
      <a className={styles.root} href={formatAddress({ page: 'activity' })}>
        <span className={styles.icon}>
          <CloudOffRegular />
        </span>
        {unsent}
      </a>
    );
  }
  return (
    <a className={styles.root} href={formatAddress({ page: 'activity' })}>
      <span className={styles.part}>
        <span className={styles.icon}>{reach === 'reached' ? <CloudCheckmarkRegular /> : <CloudOffRegular />}</span>
        {reach !== 'unreached' || offlineSince === null ? (
          shellText.reach[reach]
        ) : (
          <span>
            {shellText.offlineSince} <When at={offlineSince} />
          </span>
        )}
      </span>
      <span className={styles.part}>
        <span className={styles.icon}>{paused ? <PauseRegular /> : <CloudArrowUpRegular />}</span>
        {paused ? shellText.outboxPaused(toSend) : shellText.outbox(toSend)}
      </span>
    </a>
  );
}
