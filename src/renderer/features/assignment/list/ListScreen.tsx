import { useWorkspace } from '../../../app/workspace.ts';
import { listText } from '../../../text/list.ts';
import { Screen } from '../../../ui/Screen.tsx';
import { EmptyQueue } from '../../devices/queue/EmptyQueue.tsx';
import { ComparedList } from './ComparedList.tsx';
import { useListWork } from './listWork.ts';
import { PasteScreen } from './PasteScreen.tsx';

/** What a list of serial numbers would change, before it does. */
export function ListScreen() {
  const { tenant } = useWorkspace();
  const { list } = useListWork();
  if (tenant === null) {
    return (
      <Screen title={listText.emptyTitle}>
        <EmptyQueue />
      </Screen>
    );
  }
  if (list === null) return <PasteScreen />;
  return <ComparedList key={`${tenant.id} ${list.at}`} tenantId={tenant.id} list={list} />;
}
