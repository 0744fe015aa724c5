import { Button, Field, Input, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { benchErrors, benchErrorText, findBenchError } from '../../../shared/bench/benchErrors.ts';
import { findKnowledge } from '../../../shared/knowledge/findKnowledge.ts';
import type { Knowledge } from '../../../shared/knowledge/entry.ts';
import { resultText } from '../../text/bench.ts';
import { scanText } from '../../text/scans.ts';
import { useKnowledge } from '../knowledge/useKnowledge.ts';

const MOST_OFFERED = 4;

const useStyles = makeStyles({
  offered: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS, marginTop: tokens.spacingVerticalS },
  band: { rowGap: 0 },
  bandLabel: {
    color: tokens.colorNeutralForegroundOnBrand,
    fontWeight: tokens.fontWeightSemibold,
    lineHeight: '16px',
    padding: '0 0 1px',
  },
  // White in every theme, as the button beside it.
  bandInput: {
    width: '244px',
    ':focus-within': { outline: `2px solid ${tokens.colorNeutralForeground1Static}`, outlineOffset: '1px' },
    backgroundColor: tokens.colorNeutralForegroundOnBrand,
    '& input': { color: tokens.colorNeutralForeground1Static, fontFamily: tokens.fontFamilyMonospace },
  },
});

interface ErrorCodeFieldProps {
  readonly value: string;
  readonly onChange: (code: string) => void;
  /** In the answer to a scan, where one line has to do: what a code means is said once it is saved. */
  readonly isInBand?: boolean;
}

/** The code of a failure screen. What is typed stays as it is; known codes that go with it are offered beside, never taken by themselves. */
export function ErrorCodeField({ value, onChange, isInBand = false }: ErrorCodeFieldProps) {
  const styles = useStyles();
  const reading = useKnowledge();
  const knowledge = reading.state === 'ready' ? reading.knowledge : null;
  const known = findBenchError(value);
  const offered = known === null && !isInBand ? offersFor(value) : [];
  return (
    <div>
      <Field
        {...(isInBand
          ? { label: { children: scanText.code, className: styles.bandLabel }, className: styles.band }
          : { label: resultText.code, hint: known === null ? hintFor(value, knowledge) : benchErrorText(known) })}
      >
        <Input
          size="large"
          className={mergeClasses(isInBand && styles.bandInput)}
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
  return benchErrors()
    .filter(({ code, name }) => code.includes(wanted.replace(/^0x/, '')) || name.toLowerCase().includes(wanted))
    .slice(0, MOST_OFFERED);
}

/** Of a code that the technician flow seldom ends with, such as an app's, the knowledge tells the meaning. */
function hintFor(typed: string, knowledge: Knowledge | null): string {
  if (typed.trim() === '') return resultText.codeHint;
  const { codes = [], found = [] } = knowledge === null ? {} : findKnowledge(knowledge, typed);
  const [best] = found;
  if (best === undefined || codes[0]?.isKnown !== true) return resultText.codeUnknown;
  return `${best.entry.title}: ${best.entry.meaning}`;
}
