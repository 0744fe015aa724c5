import { useState } from 'react';
import { Field, Select, Text } from '@fluentui/react-components';
import { benchErrors } from '../../../../shared/bench/benchErrors.ts';
import { APPLICATION_FAILED, type DeploymentMode } from '../../../../shared/tenants/deviceScreen.ts';
import { formatter } from '../../../text/formatter.ts';
import { pretendText } from '../../../text/play.ts';
import { PrimaryAction } from '../../../ui/PrimaryAction.tsx';
import { useNow } from '../../../ui/useNow.ts';
import { usePretendStyles } from './pretend.styles.ts';

export interface FlowEnd {
  readonly result: 'success' | 'failure';
  readonly errorCode?: string;
  readonly elapsedMs: number;
}

interface RunningFlowProps {
  readonly mode: DeploymentMode;
  readonly startedAt: number;
  /** How many times faster than real the device's time passes. */
  readonly speed: number;
  readonly isBusy: boolean;
  readonly onEnd: (end: FlowEnd) => void;
}

const SECOND_MS = 1_000;
/** No deployment is let run longer. */
const LONGEST_MS = 3_600_000;

/** What the red screen can show: a code of Windows, and not the number of an event. */
const codes = (): readonly (readonly [code: string, name: string])[] => [
  [APPLICATION_FAILED, pretendText.failedApp],
  ...benchErrors()
    .filter(({ code }) => code.startsWith('0x') && code !== APPLICATION_FAILED)
    .map(({ code, name }) => [code, name] as const),
];

/** The stopwatch of a deployment, in the device's time, and how the person lets it end. */
export function RunningFlow({ mode, startedAt, speed, isBusy, onEnd }: RunningFlowProps) {
  const styles = usePretendStyles();
  const now = useNow(SECOND_MS);
  const [errorCode, setErrorCode] = useState(APPLICATION_FAILED);
  const elapsedAt = (moment: Date) => Math.min(LONGEST_MS, Math.max(SECOND_MS, (moment.getTime() - startedAt) * speed));

  return (
    <>
      <h2 className={styles.title}>{pretendText.running}</h2>
      <span className={styles.clock} role="timer">
        {formatter.stopwatch(elapsedAt(now))}
      </span>
      <Text>{pretendText.runningSentence[mode]}</Text>
      <PrimaryAction running={isBusy} onClick={() => onEnd({ result: 'success', elapsedMs: elapsedAt(new Date()) })}>
        {pretendText.succeed[mode]}
      </PrimaryAction>
      <Field label={pretendText.errorCode}>
        <Select value={errorCode} onChange={(_, { value }) => setErrorCode(value)}>
          {codes().map(([code, name]) => (
            <option key={code} value={code}>
              {`${code} ${name}`}
            </option>
          ))}
        </Select>
      </Field>
      <PrimaryAction
        appearance="secondary"
        running={isBusy}
        onClick={() => onEnd({ result: 'failure', errorCode, elapsedMs: elapsedAt(new Date()) })}
      >
        {pretendText.turnRed}
      </PrimaryAction>
    </>
  );
}
