import { useEffect, useRef, useState, type SyntheticEvent } from 'react';
import {
  Button,
  Field,
  Input,
  makeStyles,
  MessageBar,
  MessageBarBody,
  Switch,
  tokens,
  typographyStyles,
} from '@fluentui/react-components';
import { LockClosedRegular } from '@fluentui/react-icons';
import type { VaultLock } from '../../../shared/vault/vaultLock.ts';
import { useConnection } from '../../api/clientContext.ts';
import { useCommand } from '../../api/useCommand.ts';
import { shellText } from '../../text/shell.ts';
import { vaultText } from '../../text/vault.ts';
import { tiny } from '../../ui/breakpoints.ts';
import { Facts } from '../../ui/Facts.tsx';
import { Finding } from '../../ui/Finding.tsx';
import { ProblemBar } from '../../ui/ProblemBar.tsx';
import { Screen } from '../../ui/Screen.tsx';

const useStyles = makeStyles({
  root: { height: '100%', overflowY: 'auto', [tiny]: { height: 'auto' } },
  middle: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 640px)',
    justifyContent: 'center',
    alignContent: 'center',
    flexGrow: 1,
    gap: tokens.spacingVerticalL,
  },
  form: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalL,
    padding: tokens.spacingHorizontalXXL,
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusXLarge,
    [tiny]: { padding: tokens.spacingHorizontalL },
  },
  head: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalM },
  icon: { flexShrink: 0, fontSize: '32px', color: tokens.colorBrandForeground1 },
  title: { ...typographyStyles.title2 },
  input: { minWidth: 0, width: '100%' },
  acts: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalS },
});

interface LockedScreenProps {
  readonly lock: VaultLock;
  /** Called after a look that found nothing: what is wrong may be something else now. */
  readonly onLookedAgain: () => void;
}

/** The whole page while the key of the queue is not there: what is missing, and a field for it. */
export function LockedScreen({ lock: { dataFolder, keyId, asks, problem }, onLookedAgain }: LockedScreenProps) {
  const styles = useStyles();
  const connection = useConnection();
  const entering = useCommand('vault.enterKey', { showsFailure: true });
  const finding = useCommand('vault.findKey', { showsFailure: true });
  const field = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState('');
  const [isShown, setIsShown] = useState(asks === 'recoveryKey');
  const [last, setLast] = useState<'entered' | 'looked'>('entered');
  const isRunning = entering.running || finding.running;
  const failure = last === 'entered' ? entering.failure : finding.failure;
  const isWrong = last === 'entered' && failure?.code === 'invalid-input';
  /** What is missing stands above already. */
  const isStillMissing = last === 'looked' && failure?.code === problem.code;

  // After the title took it: here, there is one thing to do.
  useEffect(() => field.current?.focus(), []);

  async function unlock(event: SyntheticEvent): Promise<void> {
    event.preventDefault();
    if (isRunning || typed === '') return;
    setLast('entered');
    const outcome = await entering.run({ typed });
    if (!outcome.ok) field.current?.select();
  }

  async function lookAgain(): Promise<void> {
    setLast('looked');
    const outcome = await finding.run({});
    if (!outcome.ok) onLookedAgain();
  }

  return (
    <main className={styles.root}>
      <Screen title={vaultText.lockedTitle} titleHidden>
        <div className={styles.middle}>
          {(connection === 'lost' || connection === 'refused') && (
            <MessageBar intent="warning" layout="multiline">
              <MessageBarBody>{shellText.connection[connection]}</MessageBarBody>
            </MessageBar>
          )}
          <form className={styles.form} noValidate onSubmit={(event) => void unlock(event)}>
            <div className={styles.head}>
              <LockClosedRegular className={styles.icon} />
              <span className={styles.title} aria-hidden="true">
                {vaultText.lockedTitle}
              </span>
            </div>
            <Finding shape="warning">
              {problem.message} {problem.remedy}
            </Finding>
            {problem.code === 'key-store' && <Finding shape="warning">{vaultText.keptBeside}</Finding>}
            <Facts
              areWords
              facts={[
                { label: vaultText.folder, value: dataFolder },
                ...(keyId === null ? [] : [{ label: vaultText.key, value: keyId }]),
              ]}
            />
            <Field
              label={asks === 'passphrase' ? vaultText.passphraseOrKey : vaultText.recoveryKey}
              hint={vaultText.hint[asks](keyId)}
              {...(isWrong ? { validationMessage: [failure.message, failure.remedy ?? ''].join(' ').trim() } : {})}
            >
              <Input
                input={{ ref: field }}
                className={styles.input}
                size="large"
                type={isShown ? 'text' : 'password'}
                value={typed}
                autoComplete="off"
                autoCapitalize="off"
                spellCheck={false}
                onChange={(_, { value }) => setTyped(value)}
              />
            </Field>
            {asks === 'passphrase' && (
              <Switch label={vaultText.show} checked={isShown} onChange={(_, { checked }) => setIsShown(checked)} />
            )}
            {failure !== null && !isWrong && !isStillMissing && <ProblemBar failure={failure} />}
            <div className={styles.acts}>
              <Button size="large" type="submit" appearance="primary" disabledFocusable={isRunning || typed === ''}>
                {entering.running ? vaultText.unlocking : vaultText.unlock}
              </Button>
              <Button size="large" disabledFocusable={isRunning} onClick={() => void lookAgain()}>
                {vaultText.lookAgain}
              </Button>
              <span role="status">{isStillMissing && vaultText.stillMissing}</span>
            </div>
          </form>
        </div>
      </Screen>
    </main>
  );
}
