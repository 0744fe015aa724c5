import { useEffect, useRef } from 'react';
import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import { ArrowSyncRegular } from '@fluentui/react-icons';
import type { NextStepCode } from '../../../../shared/devices/nextStep.ts';
import { nextStepCodes } from '../../../../shared/devices/nextStepCodes.ts';
import { deviceTitle } from '../../../../shared/devices/deviceTitle.ts';
import { useClient } from '../../../api/clientContext.ts';
import { queueAddress, type Address } from '../../../app/address.ts';
import { useSetAtHand } from '../../../acts/atHand.ts';
import { goTo, replaceAddress } from '../../../app/navigation.ts';
import { useWorkspace } from '../../../app/workspace.ts';
import { queueText, viewText } from '../../../text/devices.ts';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { Loaded } from '../../../ui/Loaded.tsx';
import { useNotify } from '../../../ui/notify.ts';
import type { Selection } from '../../../ui/selection.ts';
import { Screen } from '../../../ui/Screen.tsx';
import { useIsWide } from '../../../ui/useIsWide.ts';
import { VirtualTable } from '../../../ui/VirtualTable.tsx';
import { RefreshTenantButton } from '../../tracking/RefreshTenantButton.tsx';
import { ListButton } from '../../assignment/list/ListButton.tsx';
import { CollectButton } from '../../scans/collect/CollectButton.tsx';
import { AddDeviceButton } from '../add/AddDeviceButton.tsx';
import { AdoptButton } from '../adopt/AdoptButton.tsx';
import { BulkBar } from './BulkBar.tsx';
import { EmptyQueue } from './EmptyQueue.tsx';
import { tableColumns } from './queueColumns.tsx';
import { QueueFilters } from './QueueFilters.tsx';
import { changeFilter, changeView, clearFilters, filterOf, isSort, useQueueView } from './queueView.ts';
import { useQueue } from './useQueue.ts';
import { useSelected } from './useSelected.ts';
import { useShownColumns } from './useShownColumns.ts';

const useStyles = makeStyles({
  /** What is shown still, but stands here no more. */
  gone: { fontStyle: 'italic', backgroundColor: tokens.colorNeutralBackground3 },
  held: { display: 'flex', flexDirection: 'column', flexGrow: 1, minHeight: 0, gap: tokens.spacingVerticalS },
  changes: { alignSelf: 'center' },
});

interface QueueScreenProps {
  /** The address asked for a batch or a step; the filters take it over. */
  readonly preset: Extract<Address, { page: 'queue' }> | null;
}

/** Where is every device. */
export function QueueScreen({ preset }: QueueScreenProps) {
  const styles = useStyles();
  const { tenant } = useWorkspace();
  const view = useQueueView();
  const isWide = useIsWide();
  const client = useClient();
  const notify = useNotify();
  const { reading, rowAt, onRange, presence, count, isGone, changes, showChanges } = useQueue(tenant?.id ?? null);
  const columns = useShownColumns();
  const table = useRef<HTMLDivElement>(null);
  const selected = useSelected();
  useSetAtHand(selected);

  useEffect(() => {
    if (preset === null || (preset.batchId === null && preset.step === null)) return;
    clearFilters();
    changeFilter({ batchId: preset.batchId ?? undefined, nextSteps: stepsOf(preset.step) });
    replaceAddress(queueAddress);
  }, [preset]);

  function select(selection: Selection): void {
    if (tenant !== null) changeView({ selection, selectedUnder: JSON.stringify(filterOf(view, tenant.id)) });
  }

  async function selectAll(): Promise<void> {
    if (tenant === null) return;
    const outcome = await client.call('devices.ids', filterOf(view, tenant.id));
    if (outcome.ok) select(new Set(outcome.value.ids));
    else notify.failed(outcome.error);
  }

  if (tenant === null) {
    return (
      <Screen title={queueText.title} full>
        <EmptyQueue />
      </Screen>
    );
  }
  const counts = reading.state === 'ready' && (
    <Text size={400} role="status">
      {queueText.counts(reading.value.matching, reading.value.total)}
    </Text>
  );
  return (
    <Screen
      title={queueText.title}
      full
      count={counts}
      actions={
        <>
          <AddDeviceButton tenant={tenant} />
          <AdoptButton tenant={tenant} />
          <ListButton />
          <CollectButton />
          <RefreshTenantButton tenant={tenant} />
        </>
      }
    >
      <Loaded reading={reading} lines={12}>
        {({ total, matching, byNextStep, differing }) =>
          total === 0 ? (
            <EmptyQueue />
          ) : (
            <>
              <QueueFilters tenantId={tenant.id} byNextStep={byNextStep} differing={differing} matching={matching} />
              <div ref={table} className={styles.held} {...presence}>
                {count === 0 ? (
                  <EmptyState sentence={queueText.noMatch}>
                    <Button size="large" onClick={clearFilters}>
                      {queueText.clearFilters}
                    </Button>
                  </EmptyState>
                ) : (
                  <VirtualTable
                    name="queue"
                    label={queueText.table}
                    content={JSON.stringify([filterOf(view, tenant.id), view.sort, view.descending])}
                    columns={tableColumns(columns, isWide)}
                    count={count}
                    rowAt={rowAt}
                    idOf={(device) => device.id}
                    nameOf={deviceTitle}
                    onRange={onRange}
                    classOf={(device) => (isGone(device) ? styles.gone : undefined)}
                    sort={{ by: view.sort, descending: view.descending }}
                    onSort={({ by, descending }) => isSort(by) && changeView({ sort: by, descending })}
                    selection={view.selection}
                    onSelect={select}
                    onSelectAll={() => void selectAll()}
                    onOpen={(device) => goTo({ page: 'device', id: device.id })}
                  />
                )}
                {changes > 0 && (
                  <Button
                    size="large"
                    appearance="subtle"
                    icon={<ArrowSyncRegular />}
                    className={styles.changes}
                    onClick={() => {
                      // This button goes with the press; the focus stays in the table.
                      const row = (focusable: string) =>
                        table.current?.querySelector<HTMLElement>(`[role="row"][tabindex="${focusable}"]`);
                      (row('0') ?? row('-1'))?.focus({ preventScroll: true });
                      showChanges();
                    }}
                  >
                    {viewText.changes(changes)}
                  </Button>
                )}
              </div>
              {selected !== null && (
                <BulkBar
                  selected={selected}
                  isPartlyHidden={view.selectedUnder !== JSON.stringify(filterOf(view, tenant.id))}
                />
              )}
            </>
          )
        }
      </Loaded>
    </Screen>
  );
}

function stepsOf(text: string | null): NextStepCode[] {
  return nextStepCodes.filter((code) => code === text);
}
