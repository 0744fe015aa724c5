import { Text } from '@fluentui/react-components';
import { BarcodeScannerRegular } from '@fluentui/react-icons';
import type { InputOf } from '../../../../shared/api/contract.ts';
import type { DrawnCode } from '../../../../shared/tenants/deviceScreen.ts';
import { useCommand } from '../../../api/useCommand.ts';
import { formatter } from '../../../text/formatter.ts';
import { pretendText } from '../../../text/play.ts';
import { PrimaryAction } from '../../../ui/PrimaryAction.tsx';
import { useScan } from '../../scans/scanContext.ts';
import { CodeOnScreen } from './CodeOnScreen.tsx';
import { usePretendStyles } from './pretend.styles.ts';
import { turnPage, usePretendDevices, type DeviceToPlay, type PretendPage } from './pretendDevices.ts';
import { RunningFlow, type FlowEnd } from './RunningFlow.tsx';

type Step = InputOf<'tenants.playDevice'>['step'];

interface PretendScreenProps {
  readonly tenantId: string;
  readonly device: DeviceToPlay;
}

/** One page of a pretend device after the other, each with what a person presses there. */
export function PretendScreen({ tenantId, device }: PretendScreenProps) {
  const styles = usePretendStyles();
  const { ztdId, serialNumber } = device;
  const shown: PretendPage = usePretendDevices(({ pages }) => pages[ztdId]) ?? { page: 'setup' };
  const { run, running } = useCommand('tenants.playDevice');

  async function play(step: Exclude<Step, 'finish'>): Promise<void> {
    const outcome = await run({ id: tenantId, ztdId, step });
    if (outcome.ok) turnPage(ztdId, outcome.value);
  }
  async function finish(step: 'finish' | 'signIn', end: FlowEnd): Promise<void> {
    const outcome = await run({ id: tenantId, ztdId, step, ...end });
    if (outcome.ok) turnPage(ztdId, outcome.value);
  }
  function begin({ mode, speed }: Pick<PretendPage & { page: 'landing' }, 'mode' | 'speed'>): void {
    turnPage(ztdId, { page: 'running', mode, startedAt: new Date().getTime(), speed });
  }
  const key = (label: string, onClick: () => void, appearance: 'primary' | 'secondary' = 'primary') => (
    <PrimaryAction running={running} appearance={appearance} onClick={onClick}>
      {label}
    </PrimaryAction>
  );

  return (
    <>
      <span className={styles.serial}>{serialNumber}</span>
      {pageOf()}
    </>
  );

  function pageOf() {
    switch (shown.page) {
      case 'setup':
        return (
          <>
            <h2 className={styles.title}>{pretendText.setup}</h2>
            <Text>{pretendText.setupSentence}</Text>
            {key(pretendText.windowsKey, () => void play('windowsKey'))}
          </>
        );
      case 'noProfile':
        return (
          <>
            <h2 className={styles.title}>{pretendText.noProfile}</h2>
            <Text>{pretendText.noProfileSentence}</Text>
            {key(pretendText.again, () => void play('windowsKey'))}
          </>
        );
      case 'landing':
        return (
          <>
            <h2 className={styles.title}>{pretendText.landing}</h2>
            <Facts
              facts={[
                [pretendText.organization, shown.device.organization],
                [pretendText.profile, shown.profile],
                [pretendText.user, shown.device.user ?? pretendText.noUser],
              ]}
            />
            <ScannableCode code={shown.code} serialNumber={serialNumber} />
            {key(pretendText.next[shown.mode], () => begin(shown))}
          </>
        );
      case 'running':
        return (
          <RunningFlow
            mode={shown.mode}
            startedAt={shown.startedAt}
            speed={shown.speed}
            isBusy={running}
            onEnd={(end) => void finish(shown.mode === 'userDriven' ? 'signIn' : 'finish', end)}
          />
        );
      case 'green':
        return (
          <>
            <h2 className={`${styles.title} ${styles.green}`}>{pretendText.green}</h2>
            <Facts facts={[[pretendText.elapsed, formatter.stopwatch(shown.elapsedMs)]]} />
            <ScannableCode code={shown.code} serialNumber={serialNumber} />
            {key(pretendText.reseal, () => turnPage(ztdId, { page: 'off' }))}
          </>
        );
      case 'red':
        return (
          <>
            <h2 className={`${styles.title} ${styles.red}`}>{pretendText.red}</h2>
            <Facts
              facts={[
                [pretendText.error, shown.errorCode],
                [pretendText.elapsed, formatter.stopwatch(shown.elapsedMs)],
                ...(shown.refusal === null ? [] : ([[pretendText.reason, shown.refusal]] as const)),
              ]}
            />
            {shown.code !== null && <ScannableCode code={shown.code} serialNumber={serialNumber} />}
            {key(pretendText.retry, () => void play('windowsKey'))}
            {key(pretendText.reset, () => turnPage(ztdId, { page: 'setup' }), 'secondary')}
          </>
        );
      case 'signOn':
        return (
          <>
            <h2 className={styles.title}>{pretendText.signOn}</h2>
            <Text>{pretendText.signOnSentence}</Text>
            <Facts facts={[[pretendText.elapsed, formatter.stopwatch(shown.elapsedMs)]]} />
            {key(pretendText.somebodySignsIn, () => void play('signIn'))}
            {key(pretendText.reset, () => turnPage(ztdId, { page: 'setup' }), 'secondary')}
          </>
        );
      case 'off':
        return (
          <>
            <h2 className={styles.title}>{pretendText.off}</h2>
            <Text>{pretendText.offSentence}</Text>
            {key(pretendText.signIn, () => void play('signIn'))}
          </>
        );
      case 'desktop':
        return (
          <>
            <h2 className={styles.title}>
              {shown.isShared ? pretendText.sharedDesktop : pretendText.desktop(shown.user)}
            </h2>
            <Text>{shown.isShared ? pretendText.sharedDesktopSentence : pretendText.desktopSentence}</Text>
            {key(pretendText.reset, () => turnPage(ztdId, { page: 'setup' }), 'secondary')}
          </>
        );
    }
  }
}

/** A code, and what a scanner would do with it, for whoever has none. */
function ScannableCode({ code, serialNumber }: { readonly code: DrawnCode; readonly serialNumber: string }) {
  const { read } = useScan();
  return (
    <>
      <CodeOnScreen code={code} label={pretendText.code(serialNumber)} />
      <PrimaryAction appearance="secondary" icon={<BarcodeScannerRegular />} onClick={() => read(code.text)}>
        {pretendText.scan}
      </PrimaryAction>
    </>
  );
}

function Facts({ facts }: { readonly facts: readonly (readonly [string, string])[] }) {
  const styles = usePretendStyles();
  return (
    <dl className={styles.facts}>
      {facts.map(([term, value]) => (
        <div key={term}>
          <dt className={styles.term}>{term}</dt>
          <dd className={styles.value}>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
