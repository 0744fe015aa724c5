import { useState } from 'react';
import { Button, makeStyles, MessageBar, MessageBarBody, Spinner, Text, tokens } from '@fluentui/react-components';
import { GlobeRegular, PhoneLaptopRegular } from '@fluentui/react-icons';
import type { OutputOf } from '../../../shared/api/contract.ts';
import type { TenantView } from '../../../shared/tenants/tenant.ts';
import { useCommand } from '../../api/useCommand.ts';
import { useProcedure } from '../../api/useProcedure.ts';
import { useWorkspace } from '../../app/workspace.ts';
import { commonText } from '../../text/common.ts';
import { signInText } from '../../text/tenants.ts';
import { ChoiceButton } from '../../ui/ChoiceButton.tsx';
import { CopyLine } from '../../ui/CopyLine.tsx';
import { DialogFrame } from '../../ui/DialogFrame.tsx';
import { StatusWord } from '../../ui/StatusWord.tsx';
import { DeviceCode } from './DeviceCode.tsx';

const useStyles = makeStyles({
  choices: { display: 'grid', gap: tokens.spacingVerticalM },
});

interface SignInDialogProps {
  readonly tenant: TenantView;
  /** A permission to ask for besides; null for none. */
  readonly permission?: string | null;
  /** Leads on where signing in is part of something larger. */
  readonly onSignedIn?: () => void;
  readonly onClose: () => void;
}

/** Signs in by browser or by code. Closing it leaves a sign-in that runs; cancelling ends it. */
export function SignInDialog({ tenant, permission = null, onSignedIn, onClose }: SignInDialogProps) {
  const styles = useStyles();
  const progress = useProcedure('tenants.signInProgress', { id: tenant.id }, ['signIn.changed']);
  const signIn = useCommand('tenants.signIn');
  const cancel = useCommand('tenants.cancelSignIn');
  const current = useWorkspace().tenants.find(({ id }) => id === tenant.id)?.signIn ?? tenant.signIn;
  const state = progress.state === 'ready' ? progress.value.state : 'idle';
  const isRunning = state === 'browser' || state === 'deviceCode';
  // The progress of an earlier sign-in stays `done` after signing out.
  const [isStarted, setIsStarted] = useState(false);
  // That of an earlier sign-in has nothing to say about a permission that is yet to be asked for.
  const isDone = state === 'done' && current.state === 'signedIn' && (permission === null || isStarted);

  function start(method: 'browser' | 'deviceCode'): void {
    setIsStarted(true);
    void signIn.run({ id: tenant.id, method, ...(permission === null ? {} : { permission }) });
  }

  return (
    <DialogFrame
      title={signInText.title(tenant.name)}
      actions={
        <>
          {isRunning && (
            <Button size="large" onClick={() => void cancel.run({ id: tenant.id })}>
              {signInText.cancel}
            </Button>
          )}
          <Button
            size="large"
            appearance={isDone ? 'primary' : 'secondary'}
            onClick={isDone && onSignedIn !== undefined ? onSignedIn : onClose}
          >
            {commonText.close}
          </Button>
        </>
      }
      onClose={onClose}
    >
      {progress.state === 'ready' && progress.value.problem !== null && (permission === null || isStarted) && (
        <MessageBar intent="error" layout="multiline">
          <MessageBarBody>{progress.value.problem}</MessageBarBody>
        </MessageBar>
      )}
      {isRunning && progress.state === 'ready' ? (
        <Running progress={progress.value} />
      ) : isDone ? (
        <Done account={current.account} />
      ) : (
        <>
          <Text>{permission === null ? signInText.choose : signInText.chooseFor(permission)}</Text>
          <div className={styles.choices}>
            <ChoiceButton
              icon={<GlobeRegular />}
              title={signInText.browser}
              hint={signInText.browserHint}
              onClick={() => start('browser')}
            />
            <ChoiceButton
              icon={<PhoneLaptopRegular />}
              title={signInText.deviceCode}
              hint={signInText.deviceCodeHint}
              onClick={() => start('deviceCode')}
            />
          </div>
        </>
      )}
    </DialogFrame>
  );
}

function Running({ progress }: { readonly progress: OutputOf<'tenants.signInProgress'> }) {
  const { state, deviceCode, url } = progress;
  if (state === 'deviceCode') {
    if (deviceCode === null) return <Spinner label={signInText.asking} labelPosition="after" />;
    return <DeviceCode {...deviceCode} />;
  }
  return (
    <>
      <Spinner label={signInText.browserWaiting} labelPosition="after" />
      {url !== null && (
        <>
          <Text>{signInText.browserUrl}</Text>
          <CopyLine text={url} label={signInText.address} copy={signInText.copyAddress} />
        </>
      )}
    </>
  );
}

function Done({ account }: { readonly account: string | null }) {
  return (
    <>
      <div role="status">
        <StatusWord shape="done" word={account === null ? signInText.doneUnnamed : signInText.done(account)} />
      </div>
      <Text>{signInText.next}</Text>
    </>
  );
}
