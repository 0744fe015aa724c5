import { useEffect, useState } from 'react';
import { Checkbox, MessageBar, MessageBarBody, Text } from '@fluentui/react-components';
import type { OutputOf } from '../../../shared/api/contract.ts';
import type { DeviceView } from '../../../shared/devices/deviceView.ts';
import { deviceTitle } from '../../../shared/devices/deviceTitle.ts';
import { intuneLossWords, removalDoubtWords } from '../../../shared/removal/removalWords.ts';
import { useTellQueued } from '../../acts/useTellQueued.ts';
import { useCommand } from '../../api/useCommand.ts';
import { commonText } from '../../text/common.ts';
import { deregisterText, intuneRecordText } from '../../text/removal.ts';
import { formatter } from '../../text/formatter.ts';
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx';
import { Facts } from '../../ui/Facts.tsx';
import { ProblemBar } from '../../ui/ProblemBar.tsx';

interface IntuneRecordDialogProps {
  readonly device: DeviceView;
  readonly onClose: () => void;
}

type Plan = OutputOf<'removal.planIntuneRecord'>;

/** Shows the one record that would go, and what is lost with it; it goes only as it was shown. */
export function IntuneRecordDialog({ device, onClose }: IntuneRecordDialogProps) {
  const [plan, setPlan] = useState<Plan | null>(null);
  const [acceptsDoubts, setAcceptsDoubts] = useState(false);
  const planning = useCommand('removal.planIntuneRecord', { showsFailure: true });
  const deletion = useCommand('removal.deleteIntuneRecord', { showsFailure: true });
  const tellQueued = useTellQueued();
  const { run: readPlan } = planning;
  const title = deviceTitle(device);

  useEffect(() => {
    void readPlan({ deviceId: device.id }).then((outcome) => outcome.ok && setPlan(outcome.value));
  }, [readPlan, device.id]);

  async function confirm(confirmedSerialNumber: string): Promise<void> {
    const target = plan?.target ?? null;
    if (target === null) return;
    const outcome = await deletion.run({ deviceId: device.id, confirmedSerialNumber, target, acceptsDoubts });
    if (outcome.ok) {
      tellQueued(outcome.value);
      onClose();
    } else if (outcome.error.code === 'conflict') {
      await lookAgain();
    }
  }

  /** The record is another by now: what was accepted of the old one does not count for it. */
  async function lookAgain(): Promise<void> {
    setAcceptsDoubts(false);
    const outcome = await readPlan({ deviceId: device.id });
    if (outcome.ok) setPlan(outcome.value);
  }

  const record = planning.failure === null ? (plan?.record ?? null) : null;
  const doubts = plan?.codes.doubts ?? [];
  return (
    <ConfirmDialog
      title={intuneRecordText.title(title)}
      confirm={intuneRecordText.act}
      {...(record !== null && { typed: { text: title, label: deregisterText.typed(title), about: plan } })}
      disabled={record === null || planning.running || (doubts.length > 0 && !acceptsDoubts)}
      running={deletion.running}
      failure={deletion.failure}
      onConfirm={(typed) => void confirm(typed)}
      onClose={onClose}
    >
      {planning.failure !== null && <ProblemBar failure={planning.failure} onRetry={() => void lookAgain()} />}
      {planning.running && <Text role="status">{commonText.loading}</Text>}
      {plan !== null && plan.record === null && <Text>{intuneRecordText.nothing}</Text>}
      {plan !== null && record !== null && (
        <>
          <Text>{intuneRecordText.sentence(plan.tenant)}</Text>
          <Facts facts={factsOf(record)} />
          {plan.codes.losses.map(intuneLossWords).map((loss) => (
            <Warning key={loss}>{loss}</Warning>
          ))}
          {doubts.map(removalDoubtWords).map((doubt) => (
            <Warning key={doubt}>{doubt}</Warning>
          ))}
        </>
      )}
      {doubts.length > 0 && (
        <Checkbox
          size="large"
          label={intuneRecordText.doubts}
          checked={acceptsDoubts}
          onChange={(_, { checked }) => setAcceptsDoubts(checked === true)}
        />
      )}
    </ConfirmDialog>
  );
}

function factsOf(record: NonNullable<Plan['record']>) {
  const at = (instant: string | null): string => (instant === null ? commonText.none : formatter.instant(instant));
  const words = intuneRecordText.facts;
  return [
    { label: words.id, value: record.id },
    { label: words.name, value: record.name ?? commonText.none },
    { label: words.serialNumber, value: record.serialNumber ?? commonText.none },
    { label: words.user, value: record.user ?? words.noUser },
    { label: words.enrolled, value: at(record.enrolledAt) },
    { label: words.lastSeen, value: at(record.lastSeenAt) },
    { label: words.compliance, value: record.compliance ?? commonText.none },
  ];
}

function Warning({ children }: { readonly children: string }) {
  return (
    <MessageBar intent="warning" layout="multiline">
      <MessageBarBody>{children}</MessageBarBody>
    </MessageBar>
  );
}
