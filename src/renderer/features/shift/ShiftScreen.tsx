import { useState } from 'react';
import { Field, Input, mergeClasses, Text } from '@fluentui/react-components';
import { useProcedure, type ProcedureReading } from '../../api/useProcedure.ts';
import { useWorkspace } from '../../app/workspace.ts';
import type { ShiftSpan } from '../../../shared/shift/shiftSpan.ts';
import { shiftText } from '../../text/shift.ts';
import { Bar } from '../../ui/Bar.tsx';
import { FilterButtons } from '../../ui/FilterButtons.tsx';
import { Loaded } from '../../ui/Loaded.tsx';
import { Screen } from '../../ui/Screen.tsx';
import { useNow } from '../../ui/useNow.ts';
import { EmptyQueue } from '../devices/queue/EmptyQueue.tsx';
import { CausesCard } from './CausesCard.tsx';
import { spanBetween, spanNamed, type SpanName } from './chosenSpan.ts';
import { FinishedCard } from './FinishedCard.tsx';
import { NotesCard } from './NotesCard.tsx';
import { OpenCard } from './OpenCard.tsx';
import { ShiftActions } from './ShiftActions.tsx';
import { ShiftNumbers } from './ShiftNumbers.tsx';
import { StockCard } from './StockCard.tsx';
import { TechniciansCard } from './TechniciansCard.tsx';
import { useShiftStyles } from './shift.styles.ts';

const MINUTE_MS = 60_000;
const names = ['today', 'hours8', 'yesterday', 'days7', 'range'] as const satisfies readonly SpanName[];

/** The lead's place: what was done, why it failed, who did it, and what the next shift finds. */
export function ShiftScreen() {
  const styles = useShiftStyles();
  const { tenant } = useWorkspace();
  const [name, setName] = useState<SpanName>('today');
  const [range, setRange] = useState({ from: '', to: '' });
  const now = useNow(MINUTE_MS);
  // To the minute, so that it is not asked anew with every drawing.
  const minute = new Date(Math.floor(now.getTime() / MINUTE_MS + 1) * MINUTE_MS);
  const span = name === 'range' ? spanBetween(range.from, range.to) : spanNamed(name, minute);
  const isWrong = name === 'range' && range.from !== '' && range.to !== '' && span === null;
  const asked = span === null || tenant === null ? null : { ...span, tenantId: tenant.id };
  const reading = useProcedure('shift.summary', asked, [
    'devices.changed',
    'jobs.changed',
    'shift.changed',
    'tenants.changed',
  ]);
  if (tenant === null) {
    return (
      <Screen title={shiftText.title}>
        <EmptyQueue />
      </Screen>
    );
  }
  return (
    <Screen
      title={shiftText.title}
      tight
      count={span !== null && <Text>{shiftText.span(span.from, span.to)}</Text>}
      actions={
        <>
          <div className={styles.print}>
            <FilterButtons
              label={shiftText.spans.label}
              chosen={name}
              onChoose={setName}
              filters={names.map((one) => ({ name: one, word: shiftText.spans[one] }))}
            />
          </div>
          {asked !== null && (
            <div className={mergeClasses(styles.print, styles.acts)}>
              <ShiftActions asked={asked} />
            </div>
          )}
        </>
      }
    >
      {name === 'range' && (
        <div className={styles.choices}>
          <Field label={shiftText.from}>
            <Input
              size="large"
              type="datetime-local"
              value={range.from}
              onChange={(_, { value }) => setRange({ ...range, from: value })}
            />
          </Field>
          <Field label={shiftText.to} {...(isWrong && { validationMessage: shiftText.wrongRange })}>
            <Input
              size="large"
              type="datetime-local"
              value={range.to}
              onChange={(_, { value }) => setRange({ ...range, to: value })}
            />
          </Field>
        </div>
      )}
      <div className={mergeClasses(styles.print, styles.counting)}>
        {asked !== null && isCounting(reading, asked) && <Bar label={shiftText.counting} done={0} total={null} />}
      </div>
      {(span !== null || reading.state === 'ready') && (
        <Loaded reading={reading} lines={12}>
          {(summary) => (
            <>
              <ShiftNumbers summary={summary} />
              <div className={styles.cards}>
                <FinishedCard summary={summary} />
                <CausesCard summary={summary} />
                <OpenCard summary={summary} />
                <NotesCard summary={summary} />
                <TechniciansCard summary={summary} />
                <StockCard summary={summary} />
              </div>
            </>
          )}
        </Loaded>
      )}
    </Screen>
  );
}

/** Whether what is shown, if anything, is about another span than the one that is asked. */
function isCounting(reading: ProcedureReading<unknown, ShiftSpan>, { from, to }: ShiftSpan): boolean {
  if (reading.state !== 'ready') return reading.state === 'loading';
  return reading.failure === null && (reading.input.from !== from || reading.input.to !== to);
}
