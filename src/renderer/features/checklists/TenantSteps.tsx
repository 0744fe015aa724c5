import { Button, makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { ArrowDownloadRegular, ChevronRightRegular } from '@fluentui/react-icons';
import type { TenantChecklist } from '../../../shared/checklists/checklist.ts';
import { saveDocument } from '../../api/saveDocument.ts';
import { useClient } from '../../api/clientContext.ts';
import { useCommand } from '../../api/useCommand.ts';
import { checklistsText } from '../../text/checklists.ts';
import { useMakePaper } from '../../ui/makePaper.ts';
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

interface TenantStepsProps {
  readonly tenantId: string;
  readonly checklist: TenantChecklist;
}

/** What is done once for the tenant: shared by all devices that have this checklist. */
export function TenantSteps({ tenantId, checklist }: TenantStepsProps) {
  const styles = useStyles();
  const client = useClient();
  const makePaper = useMakePaper();
  const mark = useCommand('checklists.markForTenant');
  const { templateId, title, isWhole, done, required } = checklist;
  const savePdf = (): Promise<void> =>
    makePaper(
      (withCodes) =>
        client.call('checklists.tenantDocument', { tenantId, templateId, format: 'pdf' as const, withCodes }),
      saveDocument,
    );
  return (
    <details className={styles.root}>
      <summary className={styles.summary}>
        <span className={styles.chevron}>
          <ChevronRightRegular />
        </span>
        <h2 className={styles.title}>{isWhole ? title : checklistsText.tenantSteps(title)}</h2>
        <span className={styles.count}>{checklistsText.tenantDone(done, required)}</span>
      </summary>
      <ChecklistSteps
        checklist={checklist}
        onMark={(itemId, state, note) =>
          void mark.run({ tenantId, templateId, itemId, state, ...(note === undefined ? {} : { note }) })
        }
      />
      <Button icon={<ArrowDownloadRegular />} onClick={() => void savePdf()}>
        {checklistsText.savePdfOf(title)}
      </Button>
    </details>
  );
}
