import { useEffect, useState } from 'react';
import { Checkbox, MessageBar, MessageBarBody, Text } from '@fluentui/react-components';
import type { OutputOf } from '../../../shared/api/contract.ts';
import type { DeviceView } from '../../../shared/devices/deviceView.ts';
import { deviceTitle } from '../../../shared/devices/deviceTitle.ts';
import { removalDoubtWords, removalWarningWords } from '../../../shared/removal/removalWords.ts';
import { useCommand } from '../../api/useCommand.ts';
import { commonText } from '../../text/common.ts';
import { deregisterText } from '../../text/removal.ts';
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx';
import { ProblemBar } from '../../ui/ProblemBar.tsx';
import { CauseFields, isEnough, noCause, noteOf } from './CauseFields.tsx';
import { RemovalPlanTable } from './RemovalPlanTable.tsx';
import { useTellQueued } from '../../acts/useTellQueued.ts';

interface DeregisterDialogProps {
  readonly device: DeviceView;
  /** The removal is confirmed and on its way. */
  readonly onBegun?: () => void;
  readonly onClose: () => void;
}

/** Names every record that would go, and asks for the serial number: exactly these records are deleted, or none. */
export function DeregisterDialog({ device, onBegun, onClose }: DeregisterDialogProps) {
  const [plan, setPlan] = useState<OutputOf<'removal.plan'> | null>(null);
  const [acceptsDoubts, setAcceptsDoubts] = useState(false);
  const [entered, setEntered] = useState(noCause);
  const planning = useCommand('removal.plan', { showsFailure: true });
  const removal = useCommand('removal.deregister', { showsFailure: true });
  const tellQueued = useTellQueued();
  const { run: readPlan } = planning;

  useEffect(() => {
    void readPlan({ deviceId: device.id }).then((outcome) => outcome.ok && setPlan(outcome.value));
  }, [readPlan, device.id]);

  async function confirm(confirmedSerialNumber: string): Promise<void> {
    if (plan === null) return;
    const { target } = plan;
    const cause = { reason: entered.reason, note: noteOf(entered) };
    const outcome = await removal.run({ deviceId: device.id, confirmedSerialNumber, target, acceptsDoubts, ...cause });
    if (outcome.ok) {
      tellQueued(outcome.value);
      onBegun?.();
      onClose();
    } else if (outcome.error.code === 'conflict') {
      await lookAgain();
    }
  }

  /** The records are others by now: what was accepted of the old ones does not count for the new. */
  async function lookAgain(): Promise<void> {
    setAcceptsDoubts(false);
    const outcome = await readPlan({ deviceId: device.id });
    if (outcome.ok) setPlan(outcome.value);
  }

  const isNothing = plan !== null && plan.target.autopilot === null && plan.target.intune === null;
  // What is typed before the records are there would confirm nothing.
  const hasRecords = plan !== null && !isNothing && planning.failure === null;
  return (
    <ConfirmDialog
      title={deregisterText.title(deviceTitle(device))}
      confirm={deregisterText.act}
      {...(hasRecords && {
        typed: { text: deviceTitle(device), label: deregisterText.typed(deviceTitle(device)), about: plan },
      })}
      wide
      disabled={!hasRecords || planning.running || (plan.doubts.length > 0 && !acceptsDoubts) || !isEnough(entered)}
      running={removal.running}
      failure={removal.failure}
      onConfirm={(typed) => void confirm(typed)}
      onClose={onClose}
    >
      {planning.failure !== null && <ProblemBar failure={planning.failure} onRetry={() => void lookAgain()} />}
      {isNothing && <Text>{deregisterText.nothing}</Text>}
      {hasRecords && <Text>{deregisterText.sentence(plan.tenant)}</Text>}
      {planning.running && <Text role="status">{commonText.loading}</Text>}
      {plan?.codes.warnings.map(removalWarningWords).map((warning) => (
        <Warning key={warning}>{warning}</Warning>
      ))}
      {plan !== null && plan.records.length > 0 && <RemovalPlanTable records={plan.records} />}
      {plan?.codes.doubts.map(removalDoubtWords).map((doubt) => (
        <Warning key={doubt}>{doubt}</Warning>
      ))}
      {plan !== null && plan.doubts.length > 0 && (
        <Checkbox
          size="large"
          label={deregisterText.doubts}
          checked={acceptsDoubts}
          onChange={(_, { checked }) => setAcceptsDoubts(checked === true)}
        />
      )}
      {hasRecords && <CauseFields cause={entered} onChange={setEntered} />}
    </ConfirmDialog>
  );
}

function Warning({ children }: { readonly children: string }) {
  return (
    <MessageBar intent="warning" layout="multiline">
      <MessageBarBody>{children}</MessageBarBody>
    </MessageBar>
  );
}
