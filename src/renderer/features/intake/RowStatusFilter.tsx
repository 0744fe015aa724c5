import type { RowCounts } from '../../../shared/intake/inspectedRow.ts';
import type { RowStatus } from '../../../shared/intake/vocabulary.ts';
import { intakeText, rowStatusWords } from '../../text/intake.ts';
import { FilterButtons } from '../../ui/FilterButtons.tsx';
import { rowShapes, rowsOf, rowStatuses } from './rowFacts.ts';

interface StatusFilterProps {
  readonly counts: RowCounts;
  /** Suspect rows that a person accepted. */
  readonly accepted: number;
  /** Null shows all. */
  readonly status: RowStatus | null;
  readonly onChange: (status: RowStatus | null) => void;
}

/** How many rows there are of each state; the counts add up to the first. */
export function RowStatusFilter({ counts, accepted, status, onChange }: StatusFilterProps) {
  return (
    <FilterButtons<RowStatus | null>
      label={intakeText.filterLabel}
      chosen={status}
      onChoose={onChange}
      filters={[
        { name: null, word: intakeText.all, count: rowsOf({ counts }) },
        ...rowStatuses.map((name) => ({
          name,
          word: rowStatusWords[name],
          ...(name === 'suspect' && accepted > 0 && { note: intakeText.accepted(accepted) }),
          count: counts[name],
          shape: rowShapes[name],
        })),
      ]}
    />
  );
}
