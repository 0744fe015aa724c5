import { useWorkspace } from '../../app/workspace.ts';
import { benchText } from '../../text/bench.ts';
import { Loaded } from '../../ui/Loaded.tsx';
import { Screen } from '../../ui/Screen.tsx';
import { EmptyQueue } from '../devices/queue/EmptyQueue.tsx';
import { Board } from './board/Board.tsx';
import { useBenchLists } from './useBenchLists.ts';

/** The bench: the answers to scans, and the board of devices that run, need a look, or are ready. */
export function BenchScreen() {
  const { tenant } = useWorkspace();
  const reading = useBenchLists(tenant?.id);
  return (
    <Screen title={benchText.title} full tight titleHidden>
      {tenant === null ? (
        <EmptyQueue />
      ) : (
        <Loaded reading={reading} lines={10}>
          {(lists) => (lists.running.total === 0 ? <EmptyQueue /> : <Board lists={lists} />)}
        </Loaded>
      )}
    </Screen>
  );
}
