import { useState } from 'react';
import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import { DismissRegular, DocumentArrowDownRegular } from '@fluentui/react-icons';
import type { Preview } from '../../../shared/api/contract/intake.ts';
import type { Failure } from '../../../shared/outcome/outcome.ts';
import { useClient } from '../../api/clientContext.ts';
import { saveDocument } from '../../api/saveDocument.ts';
import { useProcedure } from '../../api/useProcedure.ts';
import { useWorkspace } from '../../app/workspace.ts';
import { intakeText } from '../../text/intake.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Loaded } from '../../ui/Loaded.tsx';
import { useNotify } from '../../ui/notify.ts';
import { PrimaryAction } from '../../ui/PrimaryAction.tsx';
import { ProblemBar } from '../../ui/ProblemBar.tsx';
import { Screen } from '../../ui/Screen.tsx';
import { TenantLane } from '../../ui/TenantLane.tsx';
import { DiscardDialog } from './DiscardDialog.tsx';
import { FileSummaries } from './FileSummaries.tsx';
import { failWork, setWork } from './intakeWork.ts';
import { rowsOf } from './rowFacts.ts';
import { RowReview } from './RowReview.tsx';

const useStyles = makeStyles({
  count: { display: 'inline-flex', flexWrap: 'wrap', alignItems: 'center', columnGap: tokens.spacingHorizontalL },
});

interface PreviewScreenProps {
  readonly previewId: string;
  /** What went wrong with the last long work. */
  readonly failure: Failure | null;
}

/** Every row of the files with its state, before anything goes into the queue. */
export function PreviewScreen({ previewId, failure }: PreviewScreenProps) {
  const styles = useStyles();
  const { tenants } = useWorkspace();
  const reading = useProcedure('intake.current', { previewId }, ['import.changed']);
  const tenant = reading.state === 'ready' ? tenants.find(({ id }) => id === reading.value.tenantId) : undefined;
  return (
    <Screen
      title={intakeText.previewTitle}
      full
      count={
        reading.state === 'ready' && (
          <span className={styles.count}>
            {tenant !== undefined && <TenantLane tenant={tenant} />}
            <Text role="status">{intakeText.goIn(reading.value.included, rowsOf(reading.value))}</Text>
          </span>
        )
      }
      actions={reading.state === 'ready' && <PreviewActs preview={reading.value} />}
    >
      {failure !== null && <ProblemBar failure={failure} />}
      <Loaded reading={reading} lines={12}>
        {(preview) => (
          <>
            <FileSummaries previewId={previewId} files={preview.files} />
            {rowsOf(preview) === 0 ? <EmptyState sentence={intakeText.noRows} /> : <RowReview preview={preview} />}
          </>
        )}
      </Loaded>
    </Screen>
  );
}

function PreviewActs({ preview }: { readonly preview: Preview }) {
  const client = useClient();
  const notify = useNotify();
  const [isDiscarding, setIsDiscarding] = useState(false);
  const { previewId, included } = preview;

  async function saveReport(): Promise<void> {
    const outcome = await client.call('intake.report', { previewId });
    if (!outcome.ok) {
      notify.failed(outcome.error);
      return;
    }
    saveDocument(outcome.value);
    notify.done(intakeText.reportSaved);
  }

  async function commit(): Promise<void> {
    if (included === 0) {
      notify.warn(intakeText.nothingToCommit);
      return;
    }
    setWork({ state: 'committing', previewId, startedAt: Date.now() });
    const outcome = await client.call('intake.commit', { previewId });
    if (outcome.ok) setWork({ state: 'committed', result: outcome.value });
    else failWork(outcome.error);
  }

  return (
    <>
      <Button size="large" appearance="subtle" icon={<DismissRegular />} onClick={() => setIsDiscarding(true)}>
        {intakeText.discard}
      </Button>
      <Button size="large" icon={<DocumentArrowDownRegular />} onClick={() => void saveReport()}>
        {intakeText.report}
      </Button>
      <PrimaryAction appearance={included === 0 ? 'secondary' : 'primary'} onClick={() => void commit()}>
        {intakeText.commit(included)}
      </PrimaryAction>
      {isDiscarding && (
        <DiscardDialog
          previewId={previewId}
          files={preview.files.map(({ label }) => label)}
          rows={rowsOf(preview)}
          onClose={() => setIsDiscarding(false)}
        />
      )}
    </>
  );
}
