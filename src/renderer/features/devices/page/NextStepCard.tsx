import { useEffect, useRef } from 'react';
import { makeStyles, Text, tokens, typographyStyles } from '@fluentui/react-components';
import { asksForDomainController } from '../../../../shared/bench/domainController.ts';
import type { DeviceDetail } from '../../../../shared/devices/deviceDetail.ts';
import { nextStepSentence, nextStepTitle } from '../../../../shared/devices/nextStepWords.ts';
import { useActs } from '../../../acts/actsContext.ts';
import { useShortcut } from '../../../app/shortcuts.ts';
import { deviceText } from '../../../text/devices.ts';
import { wide } from '../../../ui/breakpoints.ts';
import { Card } from '../../../ui/Card.tsx';
import { PrimaryAction } from '../../../ui/PrimaryAction.tsx';
import { useScan } from '../../scans/scanContext.ts';
import { DomainControllerNote } from '../../bench/DomainControllerNote.tsx';
import { BenchFailure } from '../../bench/BenchFailure.tsx';
import { FailureCauses } from '../../knowledge/FailureCauses.tsx';
import { GoGate } from '../../bench/GoGate.tsx';
import { nextStepActs } from './nextStepActs.ts';
import { forgetFailure, useFailureAsked } from './seeFailure.ts';
import { useDeviceOffers } from './useDeviceOffers.ts';
import { WaitNote } from './WaitNote.tsx';

const useStyles = makeStyles({
  root: { borderLeft: `4px solid ${tokens.colorBrandStroke1}` },
  quiet: { borderLeft: `4px solid ${tokens.colorNeutralStroke1}` },
  title: { ...typographyStyles.title3, margin: 0, [wide]: { ...typographyStyles.title1 } },
  sentence: { maxWidth: '720px', [wide]: { ...typographyStyles.subtitle1, fontWeight: tokens.fontWeightRegular } },
  acts: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalM, marginTop: tokens.spacingVerticalS },
});

/** What to do next, as one sentence and at most two buttons. */
export function NextStepCard({ detail }: { readonly detail: DeviceDetail }) {
  const styles = useStyles();
  const { device, goGate } = detail;
  const { nextStep } = device;
  const { run, isRunning } = useActs();
  const offers = useDeviceOffers(detail);
  const { main, beside } = nextStepActs(device);
  const failure = failureOf(device);
  const shown = [...main, ...beside].flatMap((act) => offers.find((offer) => offer.act === act) ?? []);
  const { spendScan } = useScan();
  const title = useRef<HTMLHeadingElement>(null);
  const asked = useFailureAsked(device.id);
  useEffect(() => {
    if (asked === 0) return;
    title.current?.focus();
    title.current?.scrollIntoView({ block: 'nearest' });
  }, [asked]);
  useEffect(() => forgetFailure, [device.id]);
  useShortcut('n', () => {
    spendScan();
    if (shown[0] !== undefined) run(shown[0]);
  });

  return (
    <Card title={deviceText.nextStep} className={nextStep.whose === 'technician' ? styles.root : styles.quiet}>
      <h3 ref={title} tabIndex={-1} className={styles.title}>
        {nextStepTitle(nextStep)}
      </h3>
      {nextStep.code === 'clearGate' ? (
        <GoGate conditions={goGate} />
      ) : (
        <Text size={400} className={styles.sentence}>
          {nextStepSentence(nextStep)}
        </Text>
      )}
      <WaitNote device={device} />
      {asksForDomainController(device) && <DomainControllerNote />}
      {device.bench === 'failed' && <BenchFailure detail={detail} />}
      {failure !== null && <FailureCauses key={failure} detail={detail} asked={failure} opens={asked} />}
      {shown.length > 0 && (
        <div className={styles.acts}>
          {shown.map((offer) => (
            <PrimaryAction
              key={offer.id}
              icon={<offer.act.Icon />}
              appearance={main.includes(offer.act) ? 'primary' : 'secondary'}
              running={isRunning(offer)}
              onClick={() => {
                spendScan();
                run(offer);
              }}
            >
              {offer.short}
            </PrimaryAction>
          ))}
        </div>
      )}
    </Card>
  );
}

/** By what the failure that holds the device is known: the code of its run, or Microsoft's name of a refused registration. */
function failureOf({ bench, benchError, registration, registrationError }: DeviceDetail['device']): string | null {
  if (bench === 'failed') return benchError?.code?.toString() ?? null;
  if (registration !== 'failed') return null;
  return registrationError?.name ?? registrationError?.code?.toString() ?? null;
}
