import { useState } from 'react';
import { makeStyles, Text, tokens, typographyStyles } from '@fluentui/react-components';
import type { DeviceView } from '../../../../shared/devices/deviceView.ts';
import type { GoGateCondition } from '../../../../shared/bench/goGateCondition.ts';
import { nextStepSentence, nextStepTitle } from '../../../../shared/devices/nextStepWords.ts';
import { useShortcut } from '../../../app/shortcuts.ts';
import { deviceText } from '../../../text/device.ts';
import { wide } from '../../../ui/breakpoints.ts';
import { Card } from '../../../ui/Card.tsx';
import { PrimaryAction } from '../../../ui/PrimaryAction.tsx';
import { useScan } from '../../scans/scanContext.ts';
import { BenchFailure } from '../../bench/BenchFailure.tsx';
import { DeregisterDialog } from '../../removal/DeregisterDialog.tsx';
import { GoGate } from '../../bench/GoGate.tsx';
import { OverrideDialog } from '../../bench/OverrideDialog.tsx';
import { ResultDialog } from '../../bench/ResultDialog.tsx';
import { useScannedFocus } from './useScannedFocus.ts';
import { useNextStepActs, type Question } from './useNextStepActs.tsx';
import { WaitNote } from './WaitNote.tsx';

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
  const { nextStep } = device;
  const [asked, setAsked] = useState<{ readonly question: Question; readonly step: string } | null>(null);
  // A scan may answer the question, or another bench: it is about the step at which it was asked.
  if (asked !== null && asked.step !== nextStep.code) setAsked(null);
  const question = asked?.question ?? null;
  const acts = useNextStepActs(device, (next) => setAsked({ question: next, step: nextStep.code }));
  const {
    acts: buttons,
    awaitsEnter,
    spend,
  } = useScannedFocus(device.id, nextStep.whose === 'technician' ? nextStep.code : null);
  const { closeAnswer } = useScan();
  useShortcut('n', () => acts[0]?.act());

  const close = () => {
    spend();
    setAsked(null);
  };
  return (
    <Card title={deviceText.nextStep} className={nextStep.whose === 'technician' ? styles.root : styles.quiet}>
      <h3 className={styles.title}>{nextStepTitle(nextStep)}</h3>
      {nextStep.code === 'clearGate' ? (
        <GoGate conditions={goGate} />
      ) : (
        <Text size={400} className={styles.sentence}>
          {nextStepSentence(nextStep)}
        </Text>
      )}
      <WaitNote device={device} />
      {nextStep.code === 'retryBench' && <BenchFailure device={device} />}
      {acts.length > 0 && (
        <div ref={buttons} className={styles.acts}>
          {acts.map(({ label, icon, act, appearance, running }, index) => (
            <PrimaryAction
              key={label}
              icon={icon}
              appearance={appearance}
              running={running}
              onClick={() => {
                spend();
                closeAnswer();
                act();
              }}
              awaitsEnter={index === 0 && awaitsEnter}
            >
              {label}
            </PrimaryAction>
          ))}
        </div>
      )}
      {(question === 'success' || question === 'failure') && (
        <ResultDialog deviceId={device.id} result={question} onClose={close} />
      )}
      {question === 'deregister' && <DeregisterDialog device={device} onClose={close} />}
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
