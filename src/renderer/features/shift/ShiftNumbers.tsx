import type { ShiftSummary } from '../../../shared/shift/shiftSummary.ts';
import { formatter } from '../../text/formatter.ts';
import { shiftText } from '../../text/shift.ts';
import { StatusShape, type Shape } from '../../ui/StatusShape.tsx';
import { useShiftStyles } from './shift.styles.ts';

/** The five numbers that a lead asks for first. */
export function ShiftNumbers({ summary: { totals, now } }: { readonly summary: ShiftSummary }) {
  const styles = useShiftStyles();
  const numbers: readonly { readonly shape: Shape; readonly count: number; readonly word: string }[] = [
    { shape: 'done', count: totals.succeeded, word: shiftText.green },
    { shape: 'failed', count: totals.failed, word: shiftText.failed },
    { shape: now.overdue > 0 ? 'warning' : 'running', count: now.running, word: shiftText.running(now.overdue) },
    { shape: 'done', count: totals.resealed, word: shiftText.resealed },
    { shape: 'turn', count: totals.shipped, word: shiftText.shipped },
  ];
  return (
    <ul aria-label={shiftText.numbers} className={styles.numbers}>
      {numbers.map(({ shape, count, word }) => (
        <li key={word} className={styles.number}>
          <StatusShape shape={shape} size="large" />
          <span className={styles.count}>{formatter.number(count)}</span>
          <span className={styles.word}>{word}</span>
        </li>
      ))}
    </ul>
  );
}
