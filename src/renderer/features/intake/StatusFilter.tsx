import { makeStyles, ToggleButton, tokens } from '@fluentui/react-components';
import type { RowCounts, RowStatus } from '../../../shared/api/contract/intake.ts';
import { intakeText, rowStatusWords } from '../../text/intake.ts';
import { StatusShape } from '../../ui/StatusShape.tsx';
import { rowShapes, rowsOf, rowStatuses } from './rowFacts.ts';

const useStyles = makeStyles({
  root: { display: 'flex', gap: tokens.spacingHorizontalXS },
  button: { minWidth: 0, paddingLeft: tokens.spacingHorizontalM, paddingRight: tokens.spacingHorizontalM },
});

interface StatusFilterProps {
  readonly counts: RowCounts;
  /** Null shows all. */
  readonly status: RowStatus | null;
  readonly onChange: (status: RowStatus | null) => void;
}

/** How many rows there are of each state; a press shows only them. The counts add up to the first. */
export function StatusFilter({ counts, status, onChange }: StatusFilterProps) {
  const styles = useStyles();
  return (
    <div role="group" aria-label={intakeText.filterLabel} className={styles.root}>
      <ToggleButton size="large" className={styles.button} checked={status === null} onClick={() => onChange(null)}>
        {intakeText.all} {rowsOf({ counts }).toLocaleString()}
      </ToggleButton>
      {rowStatuses.map((name) => (
        <ToggleButton
          key={name}
          size="large"
          className={styles.button}
          checked={status === name}
          disabledFocusable={counts[name] === 0 && status !== name}
          icon={<StatusShape shape={rowShapes[name]} />}
          onClick={() => onChange(status === name ? null : name)}
        >
          {rowStatusWords[name]} {counts[name].toLocaleString()}
        </ToggleButton>
      ))}
    </div>
  );
}
