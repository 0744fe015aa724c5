import { useState } from 'react';
import { Button, Field, Input, MessageBar, MessageBarBody, makeStyles, tokens } from '@fluentui/react-components';
import { ArrowDownloadRegular, ShieldCheckmarkRegular } from '@fluentui/react-icons';
import type { OutputOf } from '../../../shared/api/contract.ts';
import { saveDocument } from '../../api/saveDocument.ts';
import { useCommand } from '../../api/useCommand.ts';
import { auditText } from '../../text/audit.ts';
import { ProblemBar } from '../../ui/ProblemBar.tsx';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
  acts: { display: 'flex', flexWrap: 'wrap', alignItems: 'end', gap: tokens.spacingHorizontalM },
  head: { width: '320px' },
});

/** Checks whether the log is still as it was recorded, and takes it elsewhere. */
export function AuditCheck() {
  const styles = useStyles();
  const [head, setHead] = useState('');
  const [answer, setAnswer] = useState<OutputOf<'audit.verify'> | null>(null);
  const verifying = useCommand('audit.verify', { showsFailure: true });
  const exporting = useCommand('audit.export');

  async function verify(): Promise<void> {
    setAnswer(null);
    const outcome = await verifying.run(head.trim() === '' ? {} : { head: head.trim() });
    if (outcome.ok) setAnswer(outcome.value);
  }

  async function save(format: 'csv' | 'json'): Promise<void> {
    const outcome = await exporting.run({ format });
    if (outcome.ok) saveDocument(outcome.value);
  }

  return (
    <div className={styles.root}>
      <div className={styles.acts}>
        <Field label={auditText.head} className={styles.head}>
          <Input
            size="large"
            autoComplete="off"
            spellCheck={false}
            placeholder={auditText.headExample}
            value={head}
            onChange={(_, { value }) => setHead(value)}
            onKeyDown={(event) => event.key === 'Enter' && void verify()}
          />
        </Field>
        <Button
          size="large"
          icon={<ShieldCheckmarkRegular />}
          disabledFocusable={verifying.running}
          onClick={() => void verify()}
        >
          {auditText.verify}
        </Button>
        {(['csv', 'json'] as const).map((format) => (
          <Button
            key={format}
            size="large"
            icon={<ArrowDownloadRegular />}
            disabledFocusable={exporting.running}
            onClick={() => void save(format)}
          >
            {auditText.export[format]}
          </Button>
        ))}
      </div>
      <div role="status">
        {verifying.failure !== null && <ProblemBar failure={verifying.failure} />}
        {answer !== null && (
          <MessageBar intent={answer.isWhole ? 'success' : 'error'} layout="multiline">
            <MessageBarBody>{answer.sentence}</MessageBarBody>
          </MessageBar>
        )}
      </div>
    </div>
  );
}
