import { useEffect, useMemo } from 'react';
import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import { ArrowUndoRegular, DismissRegular } from '@fluentui/react-icons';
import type { SelectionAtHand } from '../../../acts/act.ts';
import { useSetAtHand } from '../../../acts/atHand.ts';
import { useClient } from '../../../api/clientContext.ts';
import { queueAddress } from '../../../app/address.ts';
import { goTo } from '../../../app/navigation.ts';
import { useWorkspace } from '../../../app/workspace.ts';
import { collectText } from '../../../text/collect.ts';
import { narrow } from '../../../ui/breakpoints.ts';
import { Screen } from '../../../ui/Screen.tsx';
import { EmptyQueue } from '../../devices/queue/EmptyQueue.tsx';
import { CollectBar } from './CollectBar.tsx';
import { CollectedCount } from './CollectedCount.tsx';
import { CollectedList } from './CollectedList.tsx';
import { rememberCollection } from './collectionMemory.ts';
import { emptyCollection, switchCollecting, takeOut, useCollection } from './collection.ts';

const useStyles = makeStyles({
  parts: {
    flexGrow: 1,
    minHeight: 0,
    display: 'grid',
    gridTemplateColumns: '388px minmax(0, 1fr)',
    gap: tokens.spacingHorizontalM,
    [narrow]: { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
});

/** Scans go into a selection; then one act on all of it. */
export function CollectScreen() {
  const styles = useStyles();
  const client = useClient();
  const { tenant } = useWorkspace();
  const { devices, bad, last } = useCollection();
  const tenantId = tenant?.id ?? null;
  useEffect(() => {
    switchCollecting(true);
    void rememberCollection(client);
    return () => switchCollecting(false);
  }, [client]);
  // What was collected for another customer is not acted on here.
  const own = useMemo(() => devices.filter((device) => device.tenantId === tenantId), [devices, tenantId]);
  const selected = useMemo<SelectionAtHand | null>(
    () =>
      tenantId === null || own.length === 0 ? null : { kind: 'selection', tenantId, ids: own.map(({ id }) => id) },
    [tenantId, own],
  );
  useSetAtHand(selected);
  const [newest] = own;

  if (tenant === null) {
    return (
      <Screen title={collectText.title}>
        <EmptyQueue />
      </Screen>
    );
  }
  return (
    <Screen
      title={collectText.title}
      full
      count={<Text size={400}>{collectText.hint}</Text>}
      actions={
        <>
          <Button
            size="large"
            icon={<ArrowUndoRegular />}
            disabledFocusable={newest === undefined}
            onClick={() => newest !== undefined && takeOut(newest.id)}
          >
            {collectText.takeBackLast}
          </Button>
          <Button
            size="large"
            icon={<DismissRegular />}
            onClick={() => {
              emptyCollection();
              goTo(queueAddress);
            }}
          >
            {collectText.stop}
          </Button>
        </>
      }
    >
      <div className={styles.parts}>
        <CollectedCount devices={own} last={last} />
        <CollectedList devices={own} bad={bad} lastId={last?.deviceId ?? null} />
      </div>
      {selected !== null && <CollectBar selected={selected} devices={own} />}
    </Screen>
  );
}
