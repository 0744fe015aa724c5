import { Button } from '@fluentui/react-components';
import { ArrowImportRegular } from '@fluentui/react-icons';
import type { OutputOf } from '../../../shared/api/contract.ts';
import { useActs } from '../../acts/actsContext.ts';
import { goTo } from '../../app/navigation.ts';
import { intakeText } from '../../text/intake.ts';
import { registrationText } from '../../text/registration.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { PrimaryAction } from '../../ui/PrimaryAction.tsx';
import { Screen } from '../../ui/Screen.tsx';
import { StatusShape } from '../../ui/StatusShape.tsx';
import { askToRegister } from '../registration/registerDevices.ts';
import { setWork } from './intakeWork.ts';

/** What the import came to, and what to do next. */
export function CommittedScreen({ result }: { readonly result: OutputOf<'intake.commit'> }) {
  const { batchId, added, updated, joined, left, deviceIds } = result;
  const { tools } = useActs();

  function showInQueue(): void {
    setWork({ state: 'none' });
    goTo({ page: 'queue', batchId, step: null });
  }

  /** Goes on at once: a message tells how it went, and nobody is fetched back from another place later. */
  function register(): void {
    void askToRegister(deviceIds, tools);
    showInQueue();
  }

  return (
    <Screen title={intakeText.title}>
      <EmptyState
        icon={<StatusShape shape="done" size="huge" />}
        title={intakeText.doneTitle(added, updated)}
        sentence={`${intakeText.doneJoined(joined)}${intakeText.doneLeft(left)} ${deviceIds.length === 0 ? '' : intakeText.doneNext}`}
      >
        {deviceIds.length > 0 && (
          <>
            <PrimaryAction onClick={register}>{registrationText.registerThese(deviceIds.length)}</PrimaryAction>
            <PrimaryAction appearance="secondary" onClick={showInQueue}>
              {intakeText.toQueue}
            </PrimaryAction>
          </>
        )}
        <Button
          size="large"
          appearance="subtle"
          icon={<ArrowImportRegular />}
          onClick={() => setWork({ state: 'none' })}
        >
          {intakeText.more}
        </Button>
      </EmptyState>
    </Screen>
  );
}
