import { useEffect, useState } from 'react';
import { makeStyles, Text, tokens } from '@fluentui/react-components';
import type { BackendEvent } from '../../../shared/api/events.ts';
import { useClient } from '../../api/clientContext.ts';
import { formatter } from '../../text/formatter.ts';
import { intakeText } from '../../text/intake.ts';
import { ProgressLine } from '../../ui/ProgressLine.tsx';
import { Screen } from '../../ui/Screen.tsx';
import { useNow } from '../../ui/useNow.ts';
import type { WorkUnderWay } from './intakeWork.ts';
import { cancelWork } from './sendFiles.ts';

const SECOND_MS = 1_000;

const useStyles = makeStyles({
  root: { display: 'grid', gap: tokens.spacingVerticalL, maxWidth: '720px', paddingTop: tokens.spacingVerticalXXL },
});

/** Long work: how far it is, how fast, and a way out. */
export function WorkScreen({ work }: { readonly work: WorkUnderWay }) {
  const styles = useStyles();
  const client = useClient();
  const told = useProgress('previewId' in work ? work.previewId : null);
  const now = useNow(SECOND_MS);
  const { done, total, unit } = progressOf(work, told);
  const words = unit === 'bytes' ? formatter.megabytes : intakeText.rows;
  const doneWords = unit === 'bytes' ? words(done) : formatter.number(done);
  const elapsedMs = now.getTime() - work.startedAt;
  // The first moments say nothing about how fast it goes.
  const rate = done === 0 || elapsedMs < SECOND_MS ? null : words(Math.round((done / elapsedMs) * SECOND_MS));
  const count = total === null ? '' : intakeText.progress(doneWords, words(total), rate);
  return (
    <Screen title={intakeText.title}>
      <div className={styles.root}>
        <ProgressLine
          label={labelOf(work)}
          done={done}
          total={total}
          count={count}
          onCancel={() => cancelWork(client)}
        />
        <Text>{intakeText.stays}</Text>
      </div>
    </Screen>
  );
}

type Told = NonNullable<BackendEvent['progress']>;

/** The progress of this preview as the backend tells it. Progress of other windows is passed over. */
function useProgress(previewId: string | null): Told | null {
  const client = useClient();
  const [progress, setProgress] = useState<Told | null>(null);
  useEffect(
    () =>
      client.watch(['import.progress'], (event) => {
        const told = event?.progress ?? null;
        if (told === null || told.previewId === previewId) setProgress(told);
      }),
    [client, previewId],
  );
  return progress;
}

function progressOf(work: WorkUnderWay, told: Told | null): { done: number; total: number | null; unit: Told['unit'] } {
  if (work.state === 'sending') return { done: work.sentBytes, total: work.totalBytes, unit: 'bytes' };
  return told ?? { done: 0, total: null, unit: 'rows' };
}

function labelOf(work: WorkUnderWay): string {
  switch (work.state) {
    case 'sending':
      return intakeText.sending(work.file, work.number, work.files);
    case 'checking':
    case 'inspecting':
      return intakeText.checking;
    case 'committing':
      return intakeText.committing;
  }
}
