import { Button, makeStyles, mergeClasses, Text, tokens } from '@fluentui/react-components';
import { ArrowDownloadRegular, TaskListLtrRegular } from '@fluentui/react-icons';
import type { DeviceDetail } from '../../../shared/devices/deviceDetail.ts';
import { ActButton } from '../../acts/ActButton.tsx';
import { useOffer } from '../../acts/actsContext.ts';
import type { ChecklistView } from '../../../shared/checklists/checklist.ts';
import { saveDocument } from '../../api/saveDocument.ts';
import { useClient } from '../../api/clientContext.ts';
import { useCommand } from '../../api/useCommand.ts';
import { useProcedure } from '../../api/useProcedure.ts';
import { checklistsText, checklistText } from '../../text/checklists.ts';
import { Bar } from '../../ui/Bar.tsx';
import { Card } from '../../ui/Card.tsx';
import { startForDevice } from './checklistActs.tsx';
import { ChecklistSteps } from './ChecklistSteps.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Loaded } from '../../ui/Loaded.tsx';
import { useMakePaper } from '../../ui/makePaper.ts';

const useStyles = makeStyles({
  root: { minHeight: 0 },
  steps: {
    flexGrow: 1,
    flexBasis: 0,
    minHeight: 0,
    overflowY: 'auto',
    marginLeft: `calc(-1 * ${tokens.spacingHorizontalS})`,
    marginRight: `calc(-1 * ${tokens.spacingHorizontalS})`,
  },
});

interface DeviceChecklistProps {
  readonly detail: DeviceDetail;
  readonly className: string;
}

/** The work on this device, ticked where it is done. */
export function DeviceChecklist({ detail, className }: DeviceChecklistProps) {
  const deviceId = detail.device.id;
  const start = useOffer(startForDevice, { kind: 'device', detail });
  const reading = useProcedure('checklists.list', { deviceId }, ['checklists.changed', 'devices.changed']);
  const newest = reading.state === 'ready' ? reading.value.checklists.toSorted(byStart)[0] : undefined;
  if (newest !== undefined) return <RunningChecklist checklist={newest} className={className} />;
  return (
    <Card title={checklistText.title} className={className}>
      <Loaded reading={reading}>
        {() => (
          <EmptyState icon={<TaskListLtrRegular />} sentence={checklistText.none}>
            <ActButton offer={start} />
          </EmptyState>
        )}
      </Loaded>
    </Card>
  );
}

function RunningChecklist({ checklist, className }: { readonly checklist: ChecklistView; readonly className: string }) {
  const styles = useStyles();
  const client = useClient();
  const makePaper = useMakePaper();
  const marking = useCommand('checklists.mark');

  const savePdf = (): Promise<void> =>
    makePaper(
      (withCodes) => client.call('checklists.document', { id: checklist.id, format: 'pdf', withCodes }),
      saveDocument,
    );

  return (
    <Card
      title={`${checklistText.title} ${checklistsText.progress(checklist.done, checklist.required)}`}
      className={mergeClasses(styles.root, className)}
      aside={
        <Button icon={<ArrowDownloadRegular />} onClick={() => void savePdf()}>
          {checklistsText.savePdf}
        </Button>
      }
    >
      <Text>{checklist.completedAt === null ? checklist.title : checklistText.done}</Text>
      <Bar label={checklist.title} done={checklist.done} total={checklist.required} />
      <div className={styles.steps} data-scroller>
        <ChecklistSteps
          checklist={checklist}
          onMark={(itemId, state, note) =>
            void marking.run({ id: checklist.id, itemId, state, ...(note === undefined ? {} : { note }) })
          }
        />
      </div>
    </Card>
  );
}

function byStart(one: ChecklistView, other: ChecklistView): number {
  return other.startedAt.localeCompare(one.startedAt);
}
