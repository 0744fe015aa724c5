import { Button, Field, Input, makeStyles, tokens } from '@fluentui/react-components';
import { benchErrors, benchErrorText, findBenchError } from '../../../shared/bench/benchErrors.ts';
import { resultText } from '../../text/bench.ts';

const MOST_OFFERED = 4;

const useStyles = makeStyles({
  offered: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS, marginTop: tokens.spacingVerticalS },
});

interface ErrorCodeFieldProps {
  readonly value: string;
  readonly onChange: (code: string) => void;
}

/** The code of a failure screen. What is typed stays as it is; known codes that go with it are offered beside, never taken by themselves. */
export function ErrorCodeField({ value, onChange }: ErrorCodeFieldProps) {
  const styles = useStyles();
  const known = findBenchError(value);
  const offered = known === null ? offersFor(value) : [];
  return (
    <div>
      <Field label={resultText.code} hint={known === null ? hintFor(value) : benchErrorText(known)}>
        <Input
          size="large"
          value={value}
          // A scan is never an error code: it is the next device, or the result code of this one.
          data-hears-scans
          autoComplete="off"
          spellCheck={false}
          onChange={(_, { value: typed }) => onChange(typed)}
        />
      </Field>
      {offered.length > 0 && (
        <div className={styles.offered} role="group" aria-label={resultText.knownCodes}>
          {offered.map(({ code, name }) => (
            <Button key={code} onClick={() => onChange(code)}>
              {`${code} · ${name}`}
            </Button>
          ))}
        </div>
      )}
    </div>
  );
}

function offersFor(typed: string) {
  const wanted = typed.trim().toLowerCase();
  if (wanted === '') return [];
  return benchErrors
    .filter(({ code, name }) => code.includes(wanted.replace(/^0x/, '')) || name.toLowerCase().includes(wanted))
    .slice(0, MOST_OFFERED);
}

function hintFor(typed: string): string {
  return typed.trim() === '' ? resultText.codeHint : resultText.codeUnknown;
}
