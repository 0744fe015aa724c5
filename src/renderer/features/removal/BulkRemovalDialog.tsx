import { useState } from 'react';
import { Text } from '@fluentui/react-components';
import { useTellQueued } from '../../acts/useTellQueued.ts';
import { useCommand } from '../../api/useCommand.ts';
import { bulkRemovalText } from '../../text/removal.ts';
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx';
import { ProblemBar } from '../../ui/ProblemBar.tsx';
import { ProgressLine } from '../../ui/ProgressLine.tsx';
import { BulkRemovalTables } from './BulkRemovalTables.tsx';
import { CauseFields, isEnough, noCause, noteOf } from './CauseFields.tsx';
import { useBulkRemovalPlan } from './useBulkRemovalPlan.ts';

interface BulkRemovalDialogProps {
  readonly deviceIds: readonly string[];
  /** The removal is confirmed and on its way. */
  readonly onBegun?: () => void;
  readonly onClose: () => void;
}

/** Shows what goes of each device and what is held back, and asks once: for the reason, and for the number of devices. */
export function BulkRemovalDialog({ deviceIds, onBegun, onClose }: BulkRemovalDialogProps) {
  const { plan, done, total, failure, read } = useBulkRemovalPlan(deviceIds);
  const [entered, setEntered] = useState(noCause);
  const removal = useCommand('removal.deregisterMany', { showsFailure: true });
  const tellQueued = useTellQueued();
  const planned = plan?.counts.planned ?? 0;
  const { reason } = entered;
  const cause = reason === null ? null : { reason, note: noteOf(entered) };

  async function confirm(confirmedCount: number): Promise<void> {
    if (plan === null || cause === null) return;
    const devices = plan.plans.map(({ deviceId, target }) => ({ deviceId, target }));
    const outcome = await removal.run({ devices, confirmedCount, ...cause });
    if (!outcome.ok) return;
    tellQueued(outcome.value);
    onBegun?.();
    onClose();
  }

  return (
    <ConfirmDialog
      title={bulkRemovalText.title(plan === null ? total : planned)}
      confirm={bulkRemovalText.act}
      {...(planned > 0 && { typed: { text: String(planned), label: bulkRemovalText.typed(planned), about: plan } })}
      wide
      disabled={planned === 0 || cause === null || !isEnough(entered)}
      running={removal.running}
      failure={removal.failure}
      onConfirm={(typed) => void confirm(Number(typed))}
      onClose={onClose}
    >
      {failure !== null && <ProblemBar failure={failure} onRetry={read} />}
      {plan === null && failure === null && (
        <ProgressLine
          label={bulkRemovalText.reading}
          done={done}
          total={total}
          count={bulkRemovalText.progress(done, total)}
        />
      )}
      {plan !== null && (
        <>
          <Text weight="semibold" role="status">
            {bulkRemovalText.counts(planned, plan.counts.heldBack)}
          </Text>
          <Text>{planned === 0 ? bulkRemovalText.nothing : bulkRemovalText.sentence}</Text>
          <BulkRemovalTables plans={plan.plans} heldBack={plan.heldBack} />
        </>
      )}
      {planned > 0 && <CauseFields cause={entered} onChange={setEntered} />}
    </ConfirmDialog>
  );
}
