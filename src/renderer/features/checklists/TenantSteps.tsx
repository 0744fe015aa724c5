import { makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { ChevronRightRegular } from '@fluentui/react-icons';
import type { ChecklistView } from '../../../shared/checklists/checklist.ts';
import { useCommand } from '../../api/useCommand.ts';
import { checklistsText } from '../../text/checklists.ts';
import { ChecklistSteps } from './ChecklistSteps.tsx';

const useStyles = makeStyles({
  root: {
    padding: `0 ${tokens.spacingHorizontalL}`,
    '&[open]': { paddingBottom: tokens.spacingVerticalM },
    '&[open] > summary > span:first-child': { transform: 'rotate(90deg)' },
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusLarge,
    flexShrink: 0,
  },
  summary: {
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalM,
    minHeight: '48px',
    cursor: 'pointer',
    fontWeight: tokens.fontWeightSemibold,
  },
  title: { ...typographyStyles.body1Strong, margin: 0 },
  chevron: { display: 'inline-flex', fontSize: '20px' },
  count: { marginLeft: 'auto', fontWeight: tokens.fontWeightRegular, color: tokens.colorNeutralForeground2 },
});

/** What is done once for the tenant: shared by all checklists of a kind, so any of them shows and ticks it. */
export function TenantSteps({ checklists }: { readonly checklists: readonly ChecklistView[] }) {
  const kinds = new Map(checklists.map((checklist) => [checklist.templateId, checklist]));
  return [...kinds.values()].map((checklist) => <TenantPart key={checklist.templateId} checklist={checklist} />);
}

function TenantPart({ checklist }: { readonly checklist: ChecklistView }) {
  const styles = useStyles();
  const mark = useCommand('checklists.mark');
  const items = checklist.items.filter(({ scope }) => scope === 'tenant');
  const counted = items.filter(({ need }) => need === 'required');
  const isSettled = ({ state }: ChecklistView['items'][number]) => state === 'done' || state === 'skipped';
  const done = counted.filter(isSettled).length;
  if (items.length === 0) return null;
  return (
    <details className={styles.root}>
      <summary className={styles.summary}>
        <span className={styles.chevron}>
          <ChevronRightRegular />
        </span>
        <h2 className={styles.title}>{checklistsText.tenantSteps(checklist.title)}</h2>
        <span className={styles.count}>{checklistsText.tenantDone(done, counted.length)}</span>
      </summary>
      <ChecklistSteps
        checklist={{ ...checklist, items, nextItemId: counted.find((item) => !isSettled(item))?.id ?? null }}
        onMark={(itemId, state, note) =>
          void mark.run({ id: checklist.id, itemId, state, ...(note === undefined ? {} : { note }) })
        }
      />
    </details>
  );
}
