import { Button, Tooltip } from '@fluentui/react-components';
import { ArrowSyncRegular, PauseRegular, PlayRegular } from '@fluentui/react-icons';
import type { OutputOf } from '../../../shared/api/contract.ts';
import { useCommand } from '../../api/useCommand.ts';
import { activityText } from '../../text/jobs.ts';
import { formatter } from '../../text/formatter.ts';
import { useNotify } from '../../ui/notify.ts';
import { useNow } from '../../ui/useNow.ts';

const SECOND_MS = 1_000;

interface OutboxActsProps {
  readonly tenantId: string;
  readonly status: OutputOf<'jobs.status'>;
}

/** Holds the outbox or lets it go on, and asks Intune to synchronise when it may be asked. */
export function OutboxActs({ tenantId, status }: OutboxActsProps) {
  const notify = useNotify();
  const pause = useCommand('jobs.pause');
  const sync = useCommand('tracking.sync');
  const now = useNow(SECOND_MS);
  const { paused, syncAllowedAt } = status;
  const leftMs = syncAllowedAt === null ? 0 : new Date(syncAllowedAt).getTime() - now.getTime();

  async function askToSync(): Promise<void> {
    const outcome = await sync.run({ tenantId });
    if (outcome.ok) notify.done(outcome.value.sentence);
  }

  return (
    <>
      <Button
        size="large"
        icon={paused ? <PlayRegular /> : <PauseRegular />}
        appearance={paused ? 'primary' : 'secondary'}
        disabledFocusable={pause.running}
        onClick={() => void pause.run({ paused: !paused })}
      >
        {paused ? activityText.resume : activityText.pause}
      </Button>
      <Tooltip content={activityText.syncHint} relationship="description">
        <Button
          size="large"
          icon={<ArrowSyncRegular />}
          disabledFocusable={leftMs > 0 || sync.running}
          onClick={() => void askToSync()}
        >
          {leftMs > 0 ? activityText.syncIn(formatter.stopwatch(leftMs)) : activityText.sync}
        </Button>
      </Tooltip>
    </>
  );
}
