import { useState } from 'react';
import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import type { KeptPreview } from '../../../shared/api/contract/intake.ts';
import { useClient } from '../../api/clientContext.ts';
import { useWorkspace } from '../../app/workspace.ts';
import { intakeText } from '../../text/intake.ts';
import { Card } from '../../ui/Card.tsx';
import { TenantLane } from '../../ui/TenantLane.tsx';
import { When } from '../../ui/When.tsx';
import { DiscardDialog } from './DiscardDialog.tsx';
import { failWork, setWork } from './intakeWork.ts';

const useStyles = makeStyles({
  list: { display: 'grid', gap: tokens.spacingVerticalM, margin: 0, padding: 0, listStyleType: 'none' },
  item: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalM },
  words: { display: 'grid', flexGrow: 1, flexBasis: '320px', minWidth: 0 },
  what: { display: 'flex', flexWrap: 'wrap', columnGap: tokens.spacingHorizontalM, alignItems: 'center' },
  details: { color: tokens.colorNeutralForeground2, overflowWrap: 'anywhere' },
});

/** Imports that were begun and neither put into the queue nor discarded, also by a program that ended in the midst. */
export function KeptPreviews({ kept }: { readonly kept: readonly KeptPreview[] }) {
  const styles = useStyles();
  const [discarded, setDiscarded] = useState<KeptPreview | null>(null);
  if (kept.length === 0) return null;
  return (
    <Card title={intakeText.keptTitle(kept.length)}>
      <ul className={styles.list}>
        {kept.map((preview, index) => (
          <KeptItem
            key={preview.previewId}
            preview={preview}
            isLatest={index === 0}
            onDiscard={() => setDiscarded(preview)}
          />
        ))}
      </ul>
      {discarded !== null && (
        <DiscardDialog
          previewId={discarded.previewId}
          files={discarded.files}
          rows={discarded.rows}
          onClose={() => setDiscarded(null)}
        />
      )}
    </Card>
  );
}

interface KeptItemProps {
  readonly preview: KeptPreview;
  readonly isLatest: boolean;
  readonly onDiscard: () => void;
}

function KeptItem({ preview, isLatest, onDiscard }: KeptItemProps) {
  const styles = useStyles();
  const client = useClient();
  const { previewId, tenantId, files, rows, startedAt, changedAt } = preview;
  const tenant = useWorkspace().tenants.find(({ id }) => id === tenantId) ?? null;
  const sentence = intakeText.keptSentence(files.length, rows);

  async function goOn(): Promise<void> {
    setWork({ state: 'checking', previewId, startedAt: Date.now() });
    const outcome = await client.call('intake.resume', { previewId });
    if (outcome.ok) setWork({ state: 'none' });
    else failWork(outcome.error);
  }

  return (
    <li className={styles.item} aria-label={sentence}>
      <span className={styles.words}>
        <span className={styles.what}>
          {tenant !== null && <TenantLane tenant={tenant} />}
          <Text weight="semibold">{sentence}</Text>
        </span>
        <Text className={styles.details}>
          {intakeText.keptFiles(files)} · {intakeText.keptStarted} <When at={startedAt} /> · {intakeText.keptChanged}{' '}
          <When at={changedAt} />
          {tenant === null && ` · ${intakeText.keptWithoutTenant}`}
        </Text>
      </span>
      <Button size="large" onClick={onDiscard}>
        {intakeText.discard}
      </Button>
      {tenant !== null && (
        <Button size="large" appearance={isLatest ? 'primary' : 'secondary'} onClick={() => void goOn()}>
          {intakeText.goOn}
        </Button>
      )}
    </li>
  );
}
