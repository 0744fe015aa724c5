import { Badge } from '@fluentui/react-components';
import { CloudArrowUpRegular, CloudOffRegular } from '@fluentui/react-icons';
import type { DeviceView } from '../../../../shared/devices/deviceView.ts';
import { unsentWords } from '../../../../shared/jobs/unsentWords.ts';
import { useProcedure } from '../../../api/useProcedure.ts';
import { formatAddress } from '../../../app/address.ts';
import { useWorkspace } from '../../../app/workspace.ts';
import { deviceText } from '../../../text/devices.ts';
import { formatter } from '../../../text/formatter.ts';
import { shellText } from '../../../text/shell.ts';
import { useNow } from '../../../ui/useNow.ts';

const MINUTE_MS = 60_000;

/** How many changes of the device have not been sent, and why where nothing carries them away. Leads to Activity. */
export function PendingChanges({ device: { tenantId, pendingChanges } }: { readonly device: DeviceView }) {
  const { tenants } = useWorkspace();
  const now = useNow(MINUTE_MS);
  const status = useProcedure('jobs.status', { tenantId }, ['jobs.changed', 'tenants.changed']);
  const offlineSince = status.state === 'ready' ? status.value.offlineSince : null;
  const unsent = unsentWords({
    reach: status.state === 'ready' ? status.value.reach : 'untried',
    count: shellText.waiting(pendingChanges),
    tenantName: tenants.find(({ id }) => id === tenantId)?.name ?? null,
    offlineSince: offlineSince === null ? null : formatter.shortInstant(offlineSince, now),
  });
  return (
    <a href={formatAddress({ page: 'activity' })}>
      <Badge
        size="extra-large"
        appearance="tint"
        color={unsent === null ? 'informative' : 'warning'}
        icon={unsent === null ? <CloudArrowUpRegular /> : <CloudOffRegular />}
      >
        {unsent ?? deviceText.pending(pendingChanges)}
      </Badge>
    </a>
  );
}
