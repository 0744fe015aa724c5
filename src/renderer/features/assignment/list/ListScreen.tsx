import { useCallback } from 'react';
import { useWorkspace } from '../../../app/workspace.ts';
import { listText } from '../../../text/list.ts';
import { Screen } from '../../../ui/Screen.tsx';
import { EmptyQueue } from '../../devices/queue/EmptyQueue.tsx';
import { ComparedList } from './ComparedList.tsx';
import { useListWork } from './listWork.ts';
import { PasteScreen } from './PasteScreen.tsx';
import { usePaste } from './usePaste.ts';
import { useTakeList } from './useTakeList.ts';

/** What a list of serial numbers would change, before it does. */
export function ListScreen() {
  const { tenant } = useWorkspace();
  const { list } = useListWork();
  const take = useTakeList();
  usePaste(useCallback((text: string) => void take(text), [take]));
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
