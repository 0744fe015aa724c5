import { makeStyles, tokens } from '@fluentui/react-components';
import { nextStepTitle } from '../../../shared/devices/nextStepWords.ts';
import { useWorkspace } from '../../app/workspace.ts';
import { benchText } from '../../text/bench.ts';
import { formatter } from '../../text/formatter.ts';
import { narrow } from '../../ui/breakpoints.ts';
import { LinkButton } from '../../ui/LinkButton.tsx';
import { Loaded } from '../../ui/Loaded.tsx';
import { Screen } from '../../ui/Screen.tsx';
import { StatusWord } from '../../ui/StatusWord.tsx';
import { stepShape } from '../checklists/stepShape.ts';
import { useNow } from '../../ui/useNow.ts';
import { EmptyQueue } from '../devices/queue/EmptyQueue.tsx';
import { benchBoardOf } from '../../../shared/bench/benchBoard.ts';
import { DeviceListCard } from './DeviceListCard.tsx';
import { DeviceRow } from './DeviceRow.tsx';
import { DeviceToSeeRow } from './DeviceToSeeRow.tsx';
import { ScanCard } from './ScanCard.tsx';
import { StepCounts } from './StepCounts.tsx';
import { useBenchLists, type BenchLists } from './useBenchLists.ts';

const SECOND_MS = 1_000;

const useStyles = makeStyles({
  board: {
    flexGrow: 1,
    display: 'grid',
    gridTemplateColumns: 'repeat(3, minmax(0, 1fr))',
    gridTemplateRows: 'minmax(0, 1fr)',
    gap: tokens.spacingHorizontalL,
    minHeight: '320px',
    height: 0,
    [narrow]: { gridTemplateColumns: 'minmax(0, 1fr)', gridTemplateRows: 'auto', height: 'auto' },
  },
});

/** The bench's board: devices in their technician flow, devices that need a look, and devices that became ready. */
export function BenchScreen() {
  const { tenant, settings } = useWorkspace();
  const reading = useBenchLists(tenant?.id);

  if (tenant === null) {
    return (
      <Screen title={benchText.title} full>
        <EmptyQueue />
      </Screen>
    );
  }
  return (
    <Screen
      title={benchText.title}
      full
      count={[settings.benchName, settings.technicianInitials].filter((part) => part !== '').join(' · ')}
      actions={
        settings.technicianInitials === '' && (
          <LinkButton to={{ page: 'settings' }} appearance="subtle">
            {benchText.setInitials}
          </LinkButton>
        )
      }
    >
      <ScanCard />
      <Loaded reading={reading} lines={8}>
        {(lists) => (lists.running.total === 0 ? <EmptyQueue /> : <Board lists={lists} />)}
      </Loaded>
    </Screen>
  );
}

function Board({ lists }: { readonly lists: BenchLists }) {
  const styles = useStyles();
  const now = useNow(SECOND_MS);
  const { running, waiting, shipped, stuck, ready, unsealed } = lists;
  const { resealWithinMinutes } = useWorkspace().settings;
  const board = benchBoardOf(
    {
      running: running.devices,
      waiting: waiting.devices,
      shipped: shipped.devices,
      stuck: stuck.devices,
      ready: ready.devices,
      unsealed: unsealed.devices,
    },
    now,
    resealWithinMinutes,
  );
  return (
    <>
      <StepCounts byNextStep={running.byNextStep} />
      <div className={styles.board}>
        <DeviceListCard
          title={benchText.running}
          empty={benchText.runningEmpty}
          items={board.running}
          keyOf={({ device }) => device.id}
          render={({ device, wait }) => (
            <DeviceRow device={device} note={benchText.of(wait.normalMinutes, wait.source)}>
              <StatusWord shape="running" word={formatter.stopwatch(now.getTime() - Date.parse(wait.since))} />
            </DeviceRow>
          )}
        />
        <DeviceListCard
          title={benchText.toSee}
          empty={benchText.toSeeEmpty}
          items={board.toSee}
          count={board.toSee.length + stuck.matching - stuck.devices.length}
          keyOf={({ device }) => device.id}
          render={(item) => <DeviceToSeeRow item={item} now={now} />}
        />
        <DeviceListCard
          title={benchText.ready}
          empty={benchText.readyEmpty}
          items={ready.devices}
          count={ready.matching}
          keyOf={(device) => device.id}
          render={(device) => (
            <DeviceRow device={device}>
              <StatusWord shape={stepShape(device.nextStep)} word={nextStepTitle(device.nextStep)} />
            </DeviceRow>
          )}
        />
      </div>
    </>
  );
}
