import { useState } from 'react';
import { Checkbox, Field, Input, Select, Text, Textarea } from '@fluentui/react-components';
import { benchPhase, benchPhaseWords, type BenchPhase } from '../../../shared/bench/benchPhase.ts';
import { isLongerThanRun, readElapsed } from '../../../shared/bench/elapsedTime.ts';
import type { DeviceView } from '../../../shared/devices/deviceView.ts';
import { resultText, stepsText } from '../../text/bench.ts';
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx';
import { ErrorCodeField } from './ErrorCodeField.tsx';
import { useBench } from './useBench.ts';

interface ResultDialogProps {
  readonly device: DeviceView;
  readonly result: 'success' | 'failure';
  readonly onClose: () => void;
}

/** What the result screen shows, for when its QR code cannot be scanned. */
export function ResultDialog({ device, result, onClose }: ResultDialogProps) {
  const bench = useBench(device.id);
  const [elapsed, setElapsed] = useState('');
  const [isSure, setIsSure] = useState(false);
  const [code, setCode] = useState('');
  const [phase, setPhase] = useState<BenchPhase | null>(null);
  const [note, setNote] = useState('');
  const elapsedMs = readElapsed(elapsed);
  const isFailure = result === 'failure';
  const { benchStartedAt } = device;
  const isTooLong = typeof elapsedMs === 'number' && isLongerThanRun(elapsedMs, benchStartedAt, new Date());

  async function confirm(): Promise<void> {
    const refusal = await bench.record({
      step: result,
      ...(elapsedMs === null || elapsedMs === 'wrong' ? {} : { elapsedMs }),
      ...(isFailure && code.trim() !== '' ? { errorCode: code.trim() } : {}),
      ...(isFailure && phase !== null ? { phase } : {}),
      ...(note.trim() === '' ? {} : { note: note.trim() }),
    });
    if (refusal === null) onClose();
  }

  return (
    <ConfirmDialog
      title={isFailure ? stepsText.red : stepsText.green}
      confirm={isFailure ? resultText.recordFailure : resultText.recordSuccess}
      disabled={elapsedMs === 'wrong' || (isTooLong && !isSure)}
      isComplete
      running={bench.running}
      failure={bench.failure}
      onConfirm={() => void confirm()}
      onClose={onClose}
    >
      <Text>{isFailure ? resultText.failureSentence : resultText.successSentence}</Text>
      <Field
        label={resultText.elapsed}
        {...(elapsedMs === 'wrong' ? { validationMessage: resultText.elapsedWrong } : { hint: resultText.elapsedHint })}
        {...(isTooLong && benchStartedAt !== null
          ? { validationState: 'warning', validationMessage: resultText.elapsedTooLong(benchStartedAt) }
          : {})}
      >
        <Input
          size="large"
          value={elapsed}
          data-hears-scans
          autoComplete="off"
          onChange={(_, { value }) => {
            setElapsed(value);
            setIsSure(false);
          }}
        />
      </Field>
      {isTooLong && (
        <Checkbox
          size="large"
          label={resultText.elapsedSure}
          checked={isSure}
          onChange={(_, { checked }) => setIsSure(checked === true)}
        />
      )}
      {isFailure && (
        <>
          <ErrorCodeField value={code} onChange={setCode} />
          <Field label={resultText.phase} hint={resultText.phaseHint}>
            <Select
              size="large"
              value={phase ?? ''}
              onChange={(_, { value }) => setPhase(benchPhase.safeParse(value).data ?? null)}
            >
              <option value="">{resultText.phaseUnknown}</option>
              {benchPhase.options.map((name) => (
                <option key={name} value={name}>
                  {benchPhaseWords[name]}
                </option>
              ))}
            </Select>
          </Field>
        </>
      )}
      <Field label={resultText.note}>
        <Textarea value={note} onChange={(_, { value }) => setNote(value)} />
      </Field>
    </ConfirmDialog>
  );
}
