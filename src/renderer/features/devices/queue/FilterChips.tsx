import { useLayoutEffect, useRef } from 'react';
import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { DismissRegular } from '@fluentui/react-icons';
import { filterText, queueText } from '../../../text/devices.ts';
import type { FilterChip } from './filterChips.ts';
import { changeFilter, clearFilters } from './queueView.ts';

const useStyles = makeStyles({
  root: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalXS },
  chip: { fontWeight: tokens.fontWeightRegular, maxWidth: '320px' },
  label: { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
});

interface FilterChipsProps {
  readonly chips: readonly FilterChip[];
  /** Where the focus goes when nothing is left to remove. */
  readonly onCleared: () => void;
}

/** What the queue is filtered by: a press takes one of it away, and the last button all. The focus goes on to the next one. */
export function FilterChips({ chips, onCleared }: FilterChipsProps) {
  const styles = useStyles();
  const buttons = useRef<(HTMLButtonElement | null)[]>([]);
  const focusNext = useRef<number | null>(null);
  useLayoutEffect(() => {
    if (focusNext.current === null) return;
    buttons.current[Math.min(focusNext.current, chips.length - 1)]?.focus();
    focusNext.current = null;
  }, [chips]);

  return (
    <div role="group" aria-label={filterText.chosen} className={styles.root}>
      {chips.map(({ label, without }, place) => (
        <Button
          key={label}
          ref={(button: HTMLButtonElement | null) => {
            buttons.current[place] = button;
          }}
          size="large"
          shape="circular"
          className={styles.chip}
          icon={<DismissRegular />}
          iconPosition="after"
          aria-label={filterText.remove(label)}
          title={label}
          onClick={() => {
            focusNext.current = place;
            changeFilter(without);
            if (chips.length === 1) onCleared();
          }}
        >
          <span className={styles.label}>{label}</span>
        </Button>
      ))}
      <Button
        size="large"
        appearance="subtle"
        onClick={() => {
          clearFilters();
          onCleared();
        }}
      >
        {queueText.clearFilters}
      </Button>
    </div>
  );
}
