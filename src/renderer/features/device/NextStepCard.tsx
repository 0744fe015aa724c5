import { useState } from 'react';
import { makeStyles, Text, tokens, typographyStyles } from '@fluentui/react-components';
import type { DeviceView } from '../../../shared/api/contract/devices.ts';
import type { GoGateCondition } from '../../../shared/device/goGate.ts';
import { useShortcut } from '../../app/shortcuts.ts';
import { deviceText } from '../../text/device.ts';
import { Card } from '../../ui/Card.tsx';
import { PrimaryAction } from '../../ui/PrimaryAction.tsx';
import { BenchFailure } from './BenchFailure.tsx';
import { GoGate } from './GoGate.tsx';
import { OverrideDialog } from './OverrideDialog.tsx';
import { ResultDialog } from './ResultDialog.tsx';
import { useNextStepActs, type Question } from './useNextStepActs.tsx';
import { WaitNote } from './WaitNote.tsx';

/** Where there is room, the step can be read from two metres. */
const wide = '@media (min-width: 1600px)';

const useStyles = makeStyles({
  root: { borderLeft: `4px solid ${tokens.colorBrandStroke1}` },
  quiet: { borderLeft: `4px solid ${tokens.colorNeutralStroke1}` },
  title: { ...typographyStyles.title3, margin: 0, [wide]: { ...typographyStyles.title1 } },
  sentence: { maxWidth: '720px', [wide]: { ...typographyStyles.subtitle1, fontWeight: tokens.fontWeightRegular } },
  acts: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalM, marginTop: tokens.spacingVerticalS },
});

interface NextStepCardProps {
  readonly device: DeviceView;
  readonly goGate: readonly GoGateCondition[];
}

/** What to do next, as one sentence and at most two buttons. */
export function NextStepCard({ device, goGate }: NextStepCardProps) {
  const styles = useStyles();
  const [question, setQuestion] = useState<Question | null>(null);
  const acts = useNextStepActs(device, setQuestion);
  const { nextStep } = device;
  useShortcut('n', () => acts[0]?.act());

  const close = () => setQuestion(null);
  return (
    <Card title={deviceText.nextStep} className={nextStep.whose === 'technician' ? styles.root : styles.quiet}>
      <h3 className={styles.title}>{nextStep.title}</h3>
      {nextStep.code === 'clearGate' ? (
        <GoGate conditions={goGate} />
      ) : (
        <Text size={400} className={styles.sentence}>
          {nextStep.sentence}
        </Text>
      )}
      <WaitNote device={device} />
      {nextStep.code === 'retryBench' && <BenchFailure device={device} />}
      {acts.length > 0 && (
        <div className={styles.acts}>
          {acts.map(({ label, icon, act, appearance, running }) => (
            <PrimaryAction key={label} icon={icon} appearance={appearance} running={running} onClick={act}>
              {label}
            </PrimaryAction>
          ))}
        </div>
      )}
      {(question === 'success' || question === 'failure') && (
        <ResultDialog deviceId={device.id} result={question} onClose={close} />
      )}
      {question === 'override' && (
        <OverrideDialog
          device={device}
          goGate={goGate}
          again={nextStep.code === 'redoTechnicianFlow'}
          onClose={close}
        />
      )}
    </Card>
  );
}
