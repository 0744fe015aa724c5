import { makeStyles, Text, tokens } from '@fluentui/react-components';
import { useProcedure } from '../../api/useProcedure.ts';
import { useWorkspace } from '../../app/workspace.ts';
import { benchText } from '../../text/bench.ts';
import { roughly, stopwatch } from '../../ui/instantText.ts';
import { Loaded } from '../../ui/Loaded.tsx';
import { Screen } from '../../ui/Screen.tsx';
import { StatusWord } from '../../ui/StatusWord.tsx';
import { useNow } from '../../ui/useNow.ts';
import { When } from '../../ui/When.tsx';
import { EmptyQueue } from '../queue/EmptyQueue.tsx';
import { benchBoardOf } from './benchBoard.ts';
import { DeviceListCard } from './DeviceListCard.tsx';
import { DeviceRow } from './DeviceRow.tsx';
import { ScanCard } from './ScanCard.tsx';
import { StepCounts } from './StepCounts.tsx';

const SECOND_MS = 1_000;
/** More than a bench holds; the queue shows the rest. */
const MOST_ROWS = 200;

const useStyles = makeStyles({
  board: {
    flexGrow: 1,
    display: 'grid',
    gridTemplateColumns: 'repeat(3, minmax(0, 1fr))',
    gap: tokens.spacingHorizontalL,
    minHeight: '320px',
    height: 0,
  },
  column: { display: 'grid', gridAutoRows: 'minmax(0, 1fr)', gap: tokens.spacingVerticalL, minHeight: 0 },
});

/** What is running, what is overdue, what became ready. */
export function BenchScreen() {
  const styles = useStyles();
  const { tenant } = useWorkspace();
  const now = useNow(SECOND_MS);
  const tenantId = tenant?.id;
  // The longest untouched come first: those are the ones that may be overdue.
  const waiting = useProcedure(
    'devices.list',
    tenantId === undefined
      ? null
      : {
          tenantId,
          nextSteps: ['finishBench', 'waitForRegistration', 'waitForProfile', 'waitForUserFlow'],
          sort: 'updated',
          descending: false,
          limit: MOST_ROWS,
        },
    ['devices.changed'],
  );
  const ready = useProcedure(
    'devices.list',
    tenantId === undefined
      ? null
      : {
          tenantId,
          nextSteps: ['startBench', 'retryBench', 'reseal', 'ship'],
          sort: 'updated',
          descending: true,
          limit: MOST_ROWS,
        },
    ['devices.changed'],
  );

  if (tenant === null) {
    return (
      <Screen title={benchText.title} full>
        <EmptyQueue />
      </Screen>
    );
  }
  return (
    <Screen title={benchText.title} full>
      <ScanCard />
      <Loaded reading={waiting} lines={8}>
        {({ devices, byNextStep, total }) => {
          if (total === 0) return <EmptyQueue />;
          const board = benchBoardOf(devices, now);
          return (
            <>
              <StepCounts byNextStep={byNextStep} />
              <div className={styles.board}>
                <DeviceListCard
                  title={benchText.running}
                  empty={benchText.runningEmpty}
                  items={board.running}
                  keyOf={({ device }) => device.id}
                  render={({ device, wait }) => (
                    <DeviceRow device={device}>
                      <StatusWord shape="running" word={stopwatch(now.getTime() - Date.parse(wait.since))} />
                      <Text size={200}>{benchText.of(wait.normalMinutes)}</Text>
                    </DeviceRow>
                  )}
                />
                <div className={styles.column}>
                  <DeviceListCard
                    title={benchText.overdue}
                    empty={benchText.overdueEmpty}
                    items={board.overdue}
                    keyOf={({ device }) => device.id}
                    render={({ device, wait }) => (
                      <DeviceRow device={device}>
                        <StatusWord shape="warning" word={roughly(now.getTime() - Date.parse(wait.since))} />
                        <Text size={200}>{device.nextStep.title}</Text>
                      </DeviceRow>
                    )}
                  />
                  {board.closing.length > 0 && (
                    <DeviceListCard
                      title={benchText.soon}
                      empty=""
                      items={board.closing}
                      keyOf={(device) => device.id}
                      render={(device) => (
                        <DeviceRow device={device}>
                          <StatusWord shape="warning" word={benchText.endsAt} />
                          <When at={device.due.notAfter} />
                        </DeviceRow>
                      )}
                    />
                  )}
                </div>
                <DeviceListCard
                  title={benchText.ready}
                  empty={benchText.readyEmpty}
                  items={ready.state === 'ready' ? ready.value.devices : []}
                  keyOf={(device) => device.id}
                  render={(device) => (
                    <DeviceRow device={device}>
                      <StatusWord
                        shape={device.nextStep.code === 'retryBench' ? 'failed' : 'turn'}
                        word={device.nextStep.title}
                      />
                    </DeviceRow>
                  )}
                />
              </div>
            </>
          );
        }}
      </Loaded>
    </Screen>
  );
}
