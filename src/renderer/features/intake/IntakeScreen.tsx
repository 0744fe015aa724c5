import { useProcedure } from '../../api/useProcedure.ts';
import { intakeText } from '../../text/intake.ts';
import { Loaded } from '../../ui/Loaded.tsx';
import { Screen } from '../../ui/Screen.tsx';
import { CommittedScreen } from './CommittedScreen.tsx';
import { DropScreen } from './DropScreen.tsx';
import { InspectedScreen } from './InspectedScreen.tsx';
import { isUnderWay, useIntakeWork } from './intakeWork.ts';
import { PreviewScreen } from './PreviewScreen.tsx';
import { WorkScreen } from './WorkScreen.tsx';

/** What is in these files, what is wrong with them, and what of it goes into the queue. */
export function IntakeScreen() {
  const work = useIntakeWork();
  const open = useProcedure('intake.open', {}, ['import.changed']);

  if (work.state === 'committed') return <CommittedScreen result={work.result} />;
  if (isUnderWay(work)) return <WorkScreen work={work} />;
  if (work.state === 'inspected') return <InspectedScreen result={work.result} />;
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
