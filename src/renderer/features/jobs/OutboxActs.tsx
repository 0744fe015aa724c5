import { Button, Tooltip } from '@fluentui/react-components';
import type { OutputOf } from '../../../shared/api/contract.ts';
import type { TenantView } from '../../../shared/tenants/tenant.ts';
import { ActButton } from '../../acts/ActButton.tsx';
import { useActs, useOffer } from '../../acts/actsContext.ts';
import { formatter } from '../../text/formatter.ts';
import { syncText } from '../../text/tracking.ts';
import { useNow } from '../../ui/useNow.ts';
import { sync } from '../tracking/trackingActs.tsx';
import { pauseSending, resumeSending } from './jobActs.tsx';

const SECOND_MS = 1_000;

interface OutboxActsProps {
  readonly tenant: TenantView;
  readonly status: OutputOf<'jobs.status'>;
}

/** Holds the outbox or lets it go on, and asks Intune to synchronise when it may be asked. */
export function OutboxActs({ tenant, status }: OutboxActsProps) {
  const { run, isRunning } = useActs();
  const { paused, syncAllowedAt } = status;
  const sending = useOffer(paused ? resumeSending : pauseSending, { kind: 'reseal', status });
  const syncing = useOffer(sync, { kind: 'tenant', tenant, status });
  const now = useNow(SECOND_MS);
  const leftMs = syncAllowedAt === null ? 0 : new Date(syncAllowedAt).getTime() - now.getTime();
  return (
    <>
      <ActButton offer={sending} appearance={paused ? 'primary' : 'secondary'} />
      <Tooltip content={syncText.hint} relationship="description">
        <Button
          size="large"
          icon={<sync.Icon />}
          disabledFocusable={leftMs > 0 || isRunning(syncing)}
          onClick={() => run(syncing)}
        >
          {leftMs > 0 ? syncText.again(formatter.stopwatch(leftMs)) : syncing.short}
        </Button>
      </Tooltip>
    </>
  );
}
