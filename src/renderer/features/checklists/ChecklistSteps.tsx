import { useState } from 'react';
import { Button, Checkbox, makeStyles, mergeClasses, tokens, typographyStyles } from '@fluentui/react-components';
import { ChevronRightRegular, LockClosedRegular } from '@fluentui/react-icons';
import type { ChecklistItem, ChecklistView } from '../../../shared/checklists/checklist.ts';
import { checklistText } from '../../text/checklists.ts';
import type { MarkItem } from './markItem.ts';
import { ChecklistStepMenu } from './ChecklistStepMenu.tsx';
import { StepDetails } from './StepDetails.tsx';
import { SkipDialog } from './SkipDialog.tsx';
import { StatusWord } from '../../ui/StatusWord.tsx';
import { useKeepInSight } from '../../ui/useKeepInSight.ts';
import { When } from '../../ui/When.tsx';

const useStyles = makeStyles({
  block: { display: 'grid', gap: tokens.spacingVerticalXXS },
  blockTitle: {
    ...typographyStyles.caption1Strong,
    color: tokens.colorNeutralForeground3,
    margin: 0,
    marginTop: tokens.spacingVerticalS,
  },
  list: { margin: 0, padding: 0, listStyleType: 'none' },
  item: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) auto auto auto',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalS,
    borderRadius: tokens.borderRadiusMedium,
    minHeight: '44px',
  },
  next: {
    backgroundColor: tokens.colorBrandBackground2,
    boxShadow: `inset 3px 0 0 ${tokens.colorBrandStroke1}`,
    '@media (forced-colors: active)': { outline: '2px solid Highlight', outlineOffset: '-2px' },
  },
  /** The whole row up to its menu can be hit. */
  /** For whoever looks it up on the sheet; the words say what to do. */
  code: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground3 },
  check: {
    minHeight: '44px',
    alignItems: 'center',
    '& label': { color: tokens.colorNeutralForeground1, flexGrow: 1 },
    '& .fui-Checkbox__indicator': { alignSelf: 'center', marginTop: 0, marginBottom: 0 },
  },
  by: { ...typographyStyles.caption1, color: tokens.colorNeutralForeground2, whiteSpace: 'nowrap' },
  gate: {
    color: tokens.colorNeutralForeground2,
    display: 'inline-flex',
    verticalAlign: 'text-bottom',
    marginLeft: tokens.spacingHorizontalXS,
  },
  open: { transform: 'rotate(90deg)' },
  more: {
    gridColumn: '1 / -1',
    display: 'grid',
    gap: tokens.spacingVerticalXXS,
    ...typographyStyles.caption1,
    color: tokens.colorNeutralForeground2,
    paddingLeft: '36px',
    paddingRight: tokens.spacingHorizontalM,
    paddingBottom: tokens.spacingVerticalS,
  },
});

interface ChecklistStepsProps {
  readonly checklist: Pick<ChecklistView, 'items' | 'nextItemId'>;
  readonly onMark: MarkItem;
}

/**
 * The steps of a checklist, block by block; a tick is one click, skipping and failing ask for a reason.
 * Inside a `data-scroller` the next step is kept in sight.
 */
export function ChecklistSteps({ checklist, onMark }: ChecklistStepsProps) {
  const styles = useStyles();
  const [asking, setAsking] = useState<{ readonly item: ChecklistItem; readonly state: 'skipped' | 'failed' } | null>(
    null,
  );
  const blocks = Map.groupBy(checklist.items, (item) => item.blockTitle);
  return (
    <>
      {[...blocks].map(([title, items]) => (
        <div key={title} className={styles.block}>
          <h3 className={styles.blockTitle}>{title}</h3>
          <ul className={styles.list}>
            {items.map((item) => (
              <Step
                key={item.id}
                item={item}
                isNext={item.id === checklist.nextItemId}
                onMark={onMark}
                onAsk={(state) => setAsking({ item, state })}
              />
            ))}
          </ul>
        </div>
      ))}
      {asking !== null && (
        <SkipDialog
          item={asking.item}
          state={asking.state}
          onConfirm={(note) => {
            onMark(asking.item.id, asking.state, note);
            setAsking(null);
          }}
          onClose={() => setAsking(null)}
        />
      )}
    </>
  );
}

interface StepProps {
  readonly item: ChecklistItem;
  readonly isNext: boolean;
  readonly onMark: MarkItem;
  readonly onAsk: (state: 'skipped' | 'failed') => void;
}

function Step({ item, isNext, onMark, onAsk }: StepProps) {
  const styles = useStyles();
  const [opened, setOpened] = useState(false);
  const showsMore = isNext || opened;
  const label = (
    <>
      <span className={styles.code}>{item.id}</span> {item.title}
      {item.need !== 'required' && ` (${checklistText.optional})`}
      {item.isGate && (
        <span className={styles.gate} title={checklistText.gateHint}>
          <LockClosedRegular aria-label={checklistText.gate} />
        </span>
      )}
    </>
  );
  const isDone = item.state === 'done';
  const inSight = useKeepInSight<HTMLLIElement>(isNext);
  return (
    <li
      ref={inSight}
      className={mergeClasses(styles.item, isNext && styles.next)}
      aria-current={isNext ? 'step' : undefined}
    >
      <Checkbox
        checked={isDone}
        className={styles.check}
        label={label}
        onChange={() => onMark(item.id, isDone ? 'open' : 'done')}
      />
      <span className={styles.by}>
        {isDone && item.at !== null && (
          <>
            <When at={item.at} /> {item.by}
          </>
        )}
        {item.state === 'skipped' && <StatusWord shape="gone" word={checklistText.states.skipped} />}
        {item.state === 'failed' && <StatusWord shape="failed" word={checklistText.states.failed} />}
      </span>
      {isNext ? (
        <span />
      ) : (
        <Button
          appearance="subtle"
          icon={<ChevronRightRegular className={mergeClasses(opened && styles.open)} />}
          aria-label={checklistText.details(item.title)}
          aria-expanded={opened}
          onClick={() => setOpened(!opened)}
        />
      )}
      <ChecklistStepMenu item={item} onMark={onMark} onAsk={onAsk} />
      {(showsMore || item.note !== null) && (
        <div className={styles.more}>
          {item.note !== null && <span>{item.note}</span>}
          {showsMore && <StepDetails item={item} />}
        </div>
      )}
    </li>
  );
}
