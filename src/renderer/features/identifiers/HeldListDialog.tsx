import { useState } from 'react';
import { Button, Text } from '@fluentui/react-components';
import { DeleteRegular } from '@fluentui/react-icons';
import type { ListedIdentifiers } from '../../../shared/api/contract/identifiers.ts';
import type { Failure } from '../../../shared/outcome/outcome.ts';
import type { TenantView } from '../../../shared/tenants/tenant.ts';
import type { ProcedureReading } from '../../api/useProcedure.ts';
import { commonText } from '../../text/common.ts';
import { heldListText, type HeldListText } from '../../text/identifiers.ts';
import { readText } from '../../text/tenants.ts';
import { FilteredList } from '../../ui/FilteredList.tsx';
import type { Selection } from '../../ui/selection.ts';
import { Serial } from '../../ui/Serial.tsx';
import type { TableColumn } from '../../ui/tableColumn.ts';
import { VirtualTable } from '../../ui/VirtualTable.tsx';
import { When } from '../../ui/When.tsx';
import { ReadDialog } from '../tenants/ReadDialog.tsx';
import type { HeldRow } from './heldRow.ts';
import { RemoveHeldDialog } from './RemoveHeldDialog.tsx';
import type { ListView } from '../../ui/useListView.ts';

type Listing = Pick<ListedIdentifiers, 'readAt' | 'isWhole' | 'matching' | 'states'> & {
  readonly rows: readonly HeldRow[];
};

interface HeldListDialogProps {
  readonly tenant: TenantView;
  readonly text: HeldListText;
  readonly stateWords: (state: string | null) => string;
  readonly view: ListView;
  readonly reading: ProcedureReading<Listing, { readonly offset?: number | undefined }>;
  /** Up to so many rows of what the search and the state keep; null where they cannot be had. */
  readonly rowsFrom: (offset: number, limit: number) => Promise<readonly HeldRow[] | null>;
  readonly read: { readonly running: boolean; readonly failure: Failure | null; readonly run: () => void };
  readonly removal: {
    readonly running: boolean;
    readonly failure: Failure | null;
    /** True where it is queued. */
    readonly run: (rows: { id: string; shown: string }[]) => Promise<boolean>;
  };
  readonly onClose: () => void;
}

/** A list of Microsoft’s as it was read last: look, search, read anew, and remove what is chosen. */
export function HeldListDialog(props: HeldListDialogProps) {
  const { tenant, text, view, reading, read, removal, onClose } = props;
  // The rows themselves: what is removed must be what was shown, also where it has left the screen.
  const [chosen, setChosen] = useState<ReadonlyMap<string, HeldRow>>(new Map());
  const [isRemoving, setIsRemoving] = useState(false);
  const rows = reading.state === 'ready' ? reading.value.rows : [];
  const offset = reading.state === 'ready' ? (reading.input.offset ?? 0) : 0;

  function select(selection: Selection): void {
    const known = new Map([...chosen, ...rows.map((row) => [row.id, row] as const)]);
    setChosen(new Map([...selection].flatMap((id) => known.get(id) ?? []).map((row) => [row.id, row])));
  }

  /** Everything that matches, on screen or not. */
  async function selectAll(): Promise<void> {
    const all: HeldRow[] = [];
    for (;;) {
      const page = await props.rowsFrom(all.length, AT_ONCE);
      if (page === null) return;
      all.push(...page);
      if (page.length < AT_ONCE) break;
    }
    setChosen(new Map(all.map((row) => [row.id, row])));
  }

  async function remove(): Promise<void> {
    const shown = [...chosen.values()].map((row) => ({ id: row.id, shown: row.shown }));
    for (let start = 0; start < shown.length; start += AT_ONCE) {
      if (!(await removal.run(shown.slice(start, start + AT_ONCE)))) return;
    }
    setChosen(new Map());
    setIsRemoving(false);
  }

  if (isRemoving) {
    return (
      <RemoveHeldDialog
        tenant={tenant}
        text={text}
        rows={[...chosen.values()]}
        running={removal.running}
        failure={removal.failure}
        onConfirm={() => void remove()}
        onClose={() => setIsRemoving(false)}
      />
    );
  }
  return (
    <ReadDialog
      tenant={tenant}
      title={text.title(tenant.name)}
      sentence={text.sentence}
      reading={reading}
      lines={8}
      read={read}
      besides={
        <Button
          size="large"
          icon={<DeleteRegular />}
          disabledFocusable={chosen.size === 0}
          onClick={() => setIsRemoving(true)}
        >
          {text.remove(chosen.size)}
        </Button>
      }
      onClose={onClose}
    >
      {({ readAt, isWhole, matching, states }) => {
        if (readAt === null) return <Text>{heldListText.never}</Text>;
        return (
          <>
            <Text role="status">
              {text.counts(matching, chosen.size)}. {readText.asOf} <When at={readAt} />.{' '}
              {isWhole ? '' : heldListText.endedEarly}
            </Text>
            {states.length === 0 ? (
              <Text>{text.none}</Text>
            ) : (
              <FilteredList
                view={view}
                text={heldListText}
                states={states}
                stateWords={props.stateWords}
                matching={matching}
              >
                <VirtualTable
                  name={text.table}
                  label={text.table}
                  content={JSON.stringify([view.input.search, view.state])}
                  columns={columnsOf(text, props.stateWords)}
                  count={matching}
                  rowAt={(index) => rows[index - offset]}
                  idOf={({ id }) => id}
                  nameOf={({ name }) => name}
                  onRange={view.onRange}
                  selection={new Set(chosen.keys())}
                  onSelect={select}
                  onSelectAll={() => void selectAll()}
                />
              </FilteredList>
            )}
          </>
        );
      }}
    </ReadDialog>
  );
}

/** So many rows are read, or removed, at once. */
const AT_ONCE = 1_000;

const { columns: titles } = heldListText;
const plain = (value: string | null) => <span title={value ?? undefined}>{value ?? commonText.none}</span>;

function columnsOf(text: HeldListText, stateWords: (state: string | null) => string): readonly TableColumn<HeldRow>[] {
  return [
    {
      id: 'serialNumber',
      title: titles.serialNumber,
      width: 'minmax(152px, 1.2fr)',
      render: ({ name }) => <Serial>{name}</Serial>,
    },
    {
      id: 'manufacturer',
      title: titles.manufacturer,
      width: 'minmax(100px, 0.8fr)',
      render: (row) => plain(row.manufacturer),
    },
    { id: 'model', title: titles.model, width: 'minmax(140px, 1fr)', render: (row) => plain(row.model) },
    { id: 'state', title: titles.state, width: 'minmax(140px, 0.8fr)', render: (row) => plain(stateWords(row.state)) },
    {
      id: 'at',
      title: text.when,
      width: 'minmax(120px, 0.7fr)',
      render: ({ at }) => (at === null ? commonText.none : <When at={at} />),
    },
  ];
}
