import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { CheckmarkRegular, PrintRegular } from '@fluentui/react-icons';
import type { VaultView } from '../../../shared/vault/vaultView.ts';
import { vaultSentence } from '../../../shared/vault/vaultWords.ts';
import { openDocument } from '../../api/openDocument.ts';
import { useCommand } from '../../api/useCommand.ts';
import { useProcedure } from '../../api/useProcedure.ts';
import { formatter } from '../../text/formatter.ts';
import { vaultText } from '../../text/vault.ts';
import { Card } from '../../ui/Card.tsx';
import { Facts } from '../../ui/Facts.tsx';
import { Finding } from '../../ui/Finding.tsx';
import { Loaded } from '../../ui/Loaded.tsx';
import { useNotify } from '../../ui/notify.ts';

const useStyles = makeStyles({
  acts: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
});

/** How the queue lies on the disk, and whether its recovery key is on paper. */
export function EncryptionCard() {
  const vault = useProcedure('vault.read', {}, ['settings.changed']);
  return (
    <Card title={vaultText.encryption}>
      <Loaded reading={vault}>{(view) => <Encryption view={view} />}</Loaded>
    </Card>
  );
}

function Encryption({ view }: { readonly view: VaultView }) {
  const styles = useStyles();
  const sheet = useCommand('vault.recoverySheet');
  const confirming = useCommand('vault.confirmRecoveryKey');
  const notify = useNotify();
  const { isEncrypted, keptIn, keyId, recoveryConfirmedAt, waitsFor } = view;
  const isSafe = isEncrypted && keptIn !== 'file' && waitsFor === null;

  async function print(): Promise<void> {
    const outcome = await sheet.run({});
    if (outcome.ok) openDocument(outcome.value);
  }

  async function confirm(): Promise<void> {
    const outcome = await confirming.run({});
    if (outcome.ok) notify.done(vaultText.thanks);
  }

  const state = <Finding shape={isSafe ? 'done' : 'warning'}>{vaultSentence(view)}</Finding>;

  if (!isEncrypted) return state;
  return (
    <>
      {state}
      <Facts
        areWords
        facts={[
          { label: vaultText.key, value: keyId ?? vaultText.noKey },
          {
            label: vaultText.recovery,
            value:
              recoveryConfirmedAt === null
                ? vaultText.notConfirmed
                : vaultText.confirmed(formatter.instant(recoveryConfirmedAt)),
          },
        ]}
      />
      {recoveryConfirmedAt === null && <Finding shape="warning">{vaultText.whyPrint}</Finding>}
      <div className={styles.acts}>
        <Button size="large" icon={<PrintRegular />} disabledFocusable={sheet.running} onClick={() => void print()}>
          {vaultText.print}
        </Button>
        {recoveryConfirmedAt === null && (
          <Button
            size="large"
            icon={<CheckmarkRegular />}
            disabledFocusable={confirming.running}
            onClick={() => void confirm()}
          >
            {vaultText.confirm}
          </Button>
        )}
      </div>
    </>
  );
}
