import { useState } from 'react';
import { Button, makeStyles, SearchBox, Text, tokens } from '@fluentui/react-components';
import type { ListedDevice } from '../../../../shared/devices/adoption.ts';
import type { TenantView } from '../../../../shared/tenants/tenant.ts';
import { useClient } from '../../../api/clientContext.ts';
import { adoptText } from '../../../text/adopt.ts';
import { commonText } from '../../../text/common.ts';
import { deregisterText } from '../../../text/removal.ts';
import { DialogFrame } from '../../../ui/DialogFrame.tsx';
import { Loaded } from '../../../ui/Loaded.tsx';
import { ProblemBar } from '../../../ui/ProblemBar.tsx';
import { ProgressLine } from '../../../ui/ProgressLine.tsx';
import { nothingSelected, type Selection } from '../../../ui/selection.ts';
import type { TableColumn } from '../../../ui/tableColumn.ts';
import { useSettled } from '../../../ui/useSettled.ts';
import { VirtualTable } from '../../../ui/VirtualTable.tsx';
import { When } from '../../../ui/When.tsx';
import { Serial } from '../../../ui/Serial.tsx';
import { AdoptedRemoval } from './AdoptedRemoval.tsx';
import { AdoptionResult } from './AdoptionResult.tsx';
import { ListedValueMenu } from './ListedValueMenu.tsx';
import { ReadList } from './ReadList.tsx';
import { useAdoption } from './useAdoption.ts';
import { useListed, type ListedView } from './useListed.ts';

const SEARCH_SETTLES_MS = 200;
const MOST_IDS = 5_000;

const useStyles = makeStyles({
  filters: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalS },
  search: { flexGrow: 1, minWidth: '200px' },
  table: { display: 'grid', height: '320px' },
  facts: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalM },
  none: { alignSelf: 'center', justifySelf: 'center' },
});

interface AdoptDialogProps {
  readonly tenant: TenantView;
  readonly onClose: () => void;
}

/** What the tenant has registered and the queue has not: look, choose, take in, or take in only to deregister it. */
export function AdoptDialog({ tenant, onClose }: AdoptDialogProps) {
  const styles = useStyles();
  const client = useClient();
  const [view, setView] = useState<ListedView>({ search: '', groupTag: null, manufacturer: null });
  const [selection, setSelection] = useState<Selection>(nothingSelected);
  const shown = { ...view, search: useSettled(view.search, SEARCH_SETTLES_MS) };
  const { filter, reading, rowAt, onRange } = useListed(tenant.id, shown);
  const adoption = useAdoption(tenant.id);
  const { state } = adoption;

  /** Everything that matches, on screen or not. */
  async function selectAll(): Promise<void> {
    const ids: string[] = [];
    for (let offset = 0; ; offset += MOST_IDS) {
      const page = await client.call('devices.inTenant', { ...filter, offset, limit: MOST_IDS });
      if (!page.ok) return;
      ids.push(...page.value.rows.map(({ ztdId }) => ztdId));
      if (offset + MOST_IDS >= page.value.matching) break;
    }
    setSelection(new Set(ids));
  }

  if (state.phase === 'over' && state.toLeave) {
    return <AdoptedRemoval tenant={tenant} result={state.result} onClose={onClose} />;
  }
  if (state.phase !== 'choosing') {
    const isOver = state.phase === 'over';
    return (
      <DialogFrame
        title={adoptText.title(tenant.name)}
        size="table"
        actions={
          <Button size="large" appearance={isOver ? 'primary' : 'secondary'} onClick={isOver ? onClose : adoption.stop}>
            {isOver ? commonText.close : adoptText.stop}
          </Button>
        }
        onClose={isOver ? onClose : adoption.stop}
      >
        {isOver ? (
          <AdoptionResult result={state.result} />
        ) : (
          <ProgressLine
            label={adoptText.running}
            done={state.done}
            total={state.total}
            count={adoptText.progress(state.done, state.total)}
          />
        )}
      </DialogFrame>
    );
  }
  return (
    <DialogFrame
      title={adoptText.title(tenant.name)}
      size="table"
      actions={
        <>
          <Button size="large" onClick={onClose}>
            {commonText.cancel}
          </Button>
          <Button
            size="large"
            disabledFocusable={selection.size === 0}
            onClick={() => void adoption.run([...selection], true)}
          >
            {deregisterText.ask}
          </Button>
          <Button
            size="large"
            appearance="primary"
            disabledFocusable={selection.size === 0}
            onClick={() => void adoption.run([...selection], false)}
          >
            {adoptText.confirm(selection.size)}
          </Button>
        </>
      }
      onClose={onClose}
    >
      <Text>{adoptText.sentence}</Text>
      <Loaded reading={reading} lines={8}>
        {({ total, matching, groupTags, manufacturers, readAt }) => (
          <>
            <div className={styles.facts}>
              <Text role="status">
                {readAt === null ? adoptText.neverRead : adoptText.counts(matching, total, selection.size)}
              </Text>
              {readAt !== null && (
                <Text>
                  {adoptText.readAt} <When at={readAt} />
                </Text>
              )}
              <ReadList tenant={tenant} />
            </div>
            {total > 0 && (
              <>
                <div className={styles.filters}>
                  <SearchBox
                    className={styles.search}
                    size="large"
                    value={view.search}
                    aria-label={adoptText.search}
                    placeholder={adoptText.search}
                    onChange={(_, { value }) => setView({ ...view, search: value })}
                  />
                  <ListedValueMenu
                    label={adoptText.groupTag}
                    none={adoptText.noGroupTag}
                    values={groupTags}
                    chosen={view.groupTag}
                    onChange={(groupTag) => setView({ ...view, groupTag })}
                  />
                  <ListedValueMenu
                    label={adoptText.manufacturer}
                    none={adoptText.noManufacturer}
                    values={manufacturers}
                    chosen={view.manufacturer}
                    onChange={(manufacturer) => setView({ ...view, manufacturer })}
                  />
                </div>
                <div className={styles.table}>
                  {matching === 0 ? (
                    <Text className={styles.none}>{adoptText.noMatch}</Text>
                  ) : (
                    <VirtualTable
                      name="adopt"
                      label={adoptText.table}
                      content={JSON.stringify(filter)}
                      columns={columns}
                      count={matching}
                      rowAt={rowAt}
                      idOf={(row) => row.ztdId}
                      nameOf={(row) => row.serialNumber ?? row.ztdId}
                      onRange={onRange}
                      selection={selection}
                      onSelect={setSelection}
                      onSelectAll={() => void selectAll()}
                    />
                  )}
                </div>
              </>
            )}
          </>
        )}
      </Loaded>
      {state.failure !== null && <ProblemBar failure={state.failure} />}
    </DialogFrame>
  );
}

const { columns: titles } = adoptText;
const text = (value: string | null) => <span title={value ?? undefined}>{value ?? commonText.none}</span>;

const columns: readonly TableColumn<ListedDevice>[] = [
  {
    id: 'serialNumber',
    title: titles.serialNumber,
    width: 'minmax(152px, 1.2fr)',
    render: ({ serialNumber, ztdId }) => <Serial>{serialNumber ?? ztdId}</Serial>,
  },
  {
    id: 'manufacturer',
    title: titles.manufacturer,
    width: 'minmax(100px, 0.8fr)',
    render: (row) => text(row.manufacturer),
  },
  { id: 'model', title: titles.model, width: 'minmax(140px, 1fr)', render: (row) => text(row.model) },
  { id: 'groupTag', title: titles.groupTag, width: 'minmax(92px, 0.7fr)', render: (row) => text(row.groupTag) },
  {
    id: 'purchaseOrder',
    title: titles.purchaseOrder,
    width: 'minmax(92px, 0.7fr)',
    render: (row) => text(row.purchaseOrder),
  },
];
