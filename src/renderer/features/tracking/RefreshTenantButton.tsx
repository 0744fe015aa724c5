import { Button } from '@fluentui/react-components';
import { ArrowClockwiseRegular } from '@fluentui/react-icons';
import { useCommand } from '../../api/useCommand.ts';
import { refreshText } from '../../text/tracking.ts';
import { useNotify } from '../../ui/notify.ts';

/** Reads a whole tenant anew, and every device of the queue in full. */
export function RefreshTenantButton({ tenantId }: { readonly tenantId: string }) {
  const notify = useNotify();
  const { run, running } = useCommand('tracking.refresh');

  async function refresh(): Promise<void> {
    const outcome = await run({ tenantId });
    if (!outcome.ok) return;
    const { read, changed, failed, isWhole } = outcome.value;
    if (failed > 0) notify.warn(refreshText.failed(failed));
    else if (isWhole) notify.done(refreshText.done(read, changed));
    else notify.warn(refreshText.endedEarly);
  }

  return (
    <Button size="large" icon={<ArrowClockwiseRegular />} disabledFocusable={running} onClick={() => void refresh()}>
      {running ? refreshText.running : refreshText.act}
    </Button>
  );
}
