import { useState } from 'react';
import { Combobox, Field, Input, Option, Text, Textarea } from '@fluentui/react-components';
import { benchErrors, benchErrorText, findBenchError } from '../../../shared/bench/benchErrors.ts';
import { resultText, stepsText } from '../../text/bench.ts';
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx';
import { parseElapsed } from './parseElapsed.ts';
import { useBench } from './useBench.ts';

interface ResultDialogProps {
  readonly deviceId: string;
  readonly result: 'success' | 'failure';
  readonly onClose: () => void;
}

/** What the result screen shows, for when its QR code cannot be scanned. */
export function ResultDialog({ deviceId, result, onClose }: ResultDialogProps) {
  const bench = useBench(deviceId);
  const [elapsed, setElapsed] = useState('');
  const [code, setCode] = useState('');
  const [note, setNote] = useState('');
  const elapsedMs = parseElapsed(elapsed);
  const isFailure = result === 'failure';
  const known = findBenchError(code.trim());

  async function confirm(): Promise<void> {
    const refusal = await bench.record({
      step: result,
      ...(elapsedMs === null || elapsedMs === 'wrong' ? {} : { elapsedMs }),
      ...(isFailure && code.trim() !== '' ? { errorCode: code.trim() } : {}),
      ...(note.trim() === '' ? {} : { note: note.trim() }),
    });
    if (refusal === null) onClose();
  }

  return (
    <ConfirmDialog
      title={isFailure ? stepsText.red : stepsText.green}
      confirm={isFailure ? resultText.recordFailure : resultText.recordSuccess}
      disabled={elapsedMs === 'wrong'}
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
      >
        <Input size="large" value={elapsed} autoComplete="off" onChange={(_, { value }) => setElapsed(value)} />
      </Field>
      {isFailure && (
        <Field label={resultText.code} hint={known === null ? resultText.codeHint : benchErrorText(known)}>
          <Combobox
            size="large"
            freeform
            value={code}
            onChange={(event) => setCode(event.target.value)}
            onOptionSelect={(_, { optionValue }) => setCode(optionValue ?? '')}
          >
            {benchErrors.map((error) => (
              <Option key={error.code} value={error.code} text={error.code}>
                {`${error.code} · ${error.name}`}
              </Option>
            ))}
          </Combobox>
        </Field>
      )}
      <Field label={resultText.note}>
        <Textarea value={note} onChange={(_, { value }) => setNote(value)} />
      </Field>
    </ConfirmDialog>
  );
}
