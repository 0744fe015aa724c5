import { useState } from 'react';
import { Field, Input, makeStyles, SpinButton, Text, tokens } from '@fluentui/react-components';
import { refusalWords } from '../../../shared/jobs/refusal.ts';
import type { OutputOf } from '../../../shared/api/contract.ts';
import { useCommand } from '../../api/useCommand.ts';
import { useProcedure } from '../../api/useProcedure.ts';
import { namesText } from '../../text/assignment.ts';
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx';
import { Loaded } from '../../ui/Loaded.tsx';
import { Serial } from '../../ui/Serial.tsx';
import { useSettled } from '../../ui/useSettled.ts';
import { useTellQueued } from '../../acts/useTellQueued.ts';
import { SparingChoice } from './SparingChoice.tsx';

const SETTLE_MS = 250;
const LARGEST_NUMBER = 99_999;

const useStyles = makeStyles({
  fields: { display: 'grid', gridTemplateColumns: '1fr 144px', gap: tokens.spacingHorizontalL, alignItems: 'start' },
  outcome: { display: 'grid', alignContent: 'start', gap: tokens.spacingVerticalS, minHeight: '240px' },
  names: {
    display: 'grid',
    gridTemplateColumns: 'max-content 1fr',
    gap: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalL}`,
    margin: 0,
  },
  name: { margin: 0, overflowWrap: 'anywhere' },
});

interface NamesDialogProps {
  readonly deviceIds: readonly string[];
  readonly onClose: () => void;
}

/** Names several devices by a pattern, and shows what it comes to before anything is sent. */
export function NamesDialog({ deviceIds, onClose }: NamesDialogProps) {
  const styles = useStyles();
  const [text, setText] = useState('%SERIAL%');
  const [firstNumber, setFirstNumber] = useState(1);
  const naming = { deviceIds: [...deviceIds], pattern: text.trim(), firstNumber };
  const settled = useSettled(text.trim(), SETTLE_MS);
  const names = useProcedure('assignment.names', settled === '' ? null : { ...naming, pattern: settled }, []);
  const [overwrites, setOverwrites] = useState(false);
  const rename = useCommand('assignment.rename', { showsFailure: true });
  const tellQueued = useTellQueued();
  // While another pattern is being looked at, the last look says nothing about it.
  const named = names.state === 'ready' && names.input.pattern === text.trim() ? names.value.named : 0;

  async function confirm(): Promise<void> {
    const outcome = await rename.run({ ...naming, overwrites: overwrites || deviceIds.length === 1 });
    if (!outcome.ok) return;
    tellQueued(outcome.value);
    onClose();
  }

  return (
    <ConfirmDialog
      title={namesText.title(deviceIds.length)}
      confirm={named === 0 ? namesText.act : namesText.confirm(named)}
      disabled={named === 0}
      running={rename.running}
      failure={rename.failure}
      onConfirm={() => void confirm()}
      onClose={onClose}
    >
      <div className={styles.fields}>
        <Field label={namesText.pattern} hint={namesText.patternHint}>
          <Input
            size="large"
            value={text}
            autoComplete="off"
            spellCheck={false}
            onChange={(_, { value }) => setText(value)}
          />
        </Field>
        <Field label={namesText.firstNumber}>
          <SpinButton
            size="medium"
            value={firstNumber}
            min={0}
            max={LARGEST_NUMBER}
            onChange={(_, { value, displayValue }) => {
              const next = value ?? Number(displayValue);
              if (Number.isInteger(next) && next >= 0 && next <= LARGEST_NUMBER) setFirstNumber(next);
            }}
          />
        </Field>
      </div>
      <SparingChoice
        deviceIds={deviceIds}
        field="deviceName"
        value=""
        overwrites={overwrites}
        onChange={setOverwrites}
      />
      <div className={styles.outcome}>
        {settled !== '' && <Loaded reading={names}>{(value) => <Outcome {...value} />}</Loaded>}
      </div>
    </ConfirmDialog>
  );
}

function Outcome({ named, refused, ignored, examples, problems }: OutputOf<'assignment.names'>) {
  const styles = useStyles();
  return (
    <>
      {named > 0 && (
        <>
          <Text weight="semibold">{namesText.examples}</Text>
          <dl className={styles.names}>
            {examples.map(({ serialNumber, deviceName }) => (
              <NamedRow key={serialNumber} serialNumber={serialNumber} text={deviceName} />
            ))}
          </dl>
          {named > examples.length && <Text>{namesText.more(named - examples.length)}</Text>}
        </>
      )}
      {ignored > 0 && <Text>{namesText.ignored(ignored)}</Text>}
      {refused > 0 && (
        <>
          <Text weight="semibold">{namesText.problems(refused)}</Text>
          <dl className={styles.names}>
            {problems.map(({ serialNumber, refusal }) => (
              <NamedRow key={serialNumber} serialNumber={serialNumber} text={refusalWords(refusal)} />
            ))}
          </dl>
          {refused > problems.length && <Text>{namesText.more(refused - problems.length)}</Text>}
        </>
      )}
    </>
  );
}

function NamedRow({ serialNumber, text }: { readonly serialNumber: string; readonly text: string }) {
  const styles = useStyles();
  return (
    <>
      <dt>
        <Serial>{serialNumber}</Serial>
      </dt>
      <dd className={styles.name}>{text}</dd>
    </>
  );
}
