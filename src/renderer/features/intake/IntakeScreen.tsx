import { BuildingRegular } from '@fluentui/react-icons';
import { useProcedure } from '../../api/useProcedure.ts';
import { useWorkspace } from '../../app/workspace.ts';
import { intakeText } from '../../text/intake.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { LinkButton } from '../../ui/LinkButton.tsx';
import { Loaded } from '../../ui/Loaded.tsx';
import { Screen } from '../../ui/Screen.tsx';
import { CommittedScreen } from './CommittedScreen.tsx';
import { DropScreen } from './DropScreen.tsx';
import { useIntakeWork } from './intakeWork.ts';
import { PreviewScreen } from './PreviewScreen.tsx';
import { WorkScreen } from './WorkScreen.tsx';

/** What is in these files, what is wrong with them, and what of it goes into the queue. */
export function IntakeScreen() {
  const { tenant } = useWorkspace();
  const work = useIntakeWork();
  const open = useProcedure('intake.open', {}, ['import.changed']);

  if (tenant === null) {
    return (
      <Screen title={intakeText.title}>
        <EmptyState icon={<BuildingRegular />} title={intakeText.noTenantTitle} sentence={intakeText.noTenant}>
          <LinkButton to={{ page: 'welcome' }} appearance="primary">
            {intakeText.chooseTenant}
          </LinkButton>
        </EmptyState>
      </Screen>
    );
  }
  if (work.state === 'committed') return <CommittedScreen result={work.result} />;
  if (work.state === 'sending' || work.state === 'checking' || work.state === 'committing') {
    return <WorkScreen work={work} />;
  }
  if (open.state !== 'ready') {
    return (
      <Screen title={intakeText.title}>
        <Loaded reading={open}>{() => null}</Loaded>
      </Screen>
    );
  }
  const failure = work.state === 'failed' ? work.failure : null;
  const { previewId, kept } = open.value;
  if (previewId === null) return <DropScreen failure={failure} kept={kept} />;
  return <PreviewScreen key={previewId} previewId={previewId} failure={failure} />;
}
