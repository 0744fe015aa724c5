import { makeStyles, ToggleButton, tokens } from '@fluentui/react-components';
import { listEffect, type ListCounts, type ListEffect } from '../../../../shared/assignment/listedChange.ts';
import { listEffectWords } from '../../../../shared/assignment/listWords.ts';
import { formatter } from '../../../text/formatter.ts';
import { listText } from '../../../text/list.ts';
import { EffectMark } from './EffectMark.tsx';

const useStyles = makeStyles({
  root: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
  chip: { minHeight: '44px', minWidth: 0, gap: tokens.spacingHorizontalXS, fontWeight: tokens.fontWeightRegular },
  count: { fontSize: tokens.fontSizeBase500, fontWeight: tokens.fontWeightSemibold },
});

interface EffectChipsProps {
  readonly counts: ListCounts;
  readonly shown: ListEffect | null;
  readonly onShow: (effect: ListEffect | null) => void;
}

/** How many lines come to what; together they are all lines. A press shows those alone, another one shows all again. */
export function EffectChips({ counts, shown, onShow }: EffectChipsProps) {
  const styles = useStyles();
  const there = listEffect.options.filter((effect) => counts[effect] > 0 || effect === shown);
  return (
    <div role="group" aria-label={listText.filters} className={styles.root}>
      {there.map((effect) => (
        <ToggleButton
          key={effect}
          size="large"
          shape="circular"
          className={styles.chip}
          checked={effect === shown}
          icon={<EffectMark effect={effect} />}
          onClick={() => onShow(effect === shown ? null : effect)}
        >
          <span className={styles.count}>{formatter.number(counts[effect])}</span> {listEffectWords[effect]}
        </ToggleButton>
      ))}
    </div>
  );
}
