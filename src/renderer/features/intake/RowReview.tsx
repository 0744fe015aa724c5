import { useRef, useState } from 'react';
import { Button, makeStyles, SearchBox, ToggleButton, tokens } from '@fluentui/react-components';
import type { RowStatus } from '../../../shared/intake/vocabulary.ts';
import type { Preview, PreviewRow } from '../../../shared/api/contract/intake.ts';
import { useShortcut } from '../../app/shortcuts.ts';
import { intakeText } from '../../text/intake.ts';
import { narrow } from '../../ui/breakpoints.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Loaded } from '../../ui/Loaded.tsx';
import { useIsWide } from '../../ui/useIsWide.ts';
import { AcceptDialog } from './AcceptDialog.tsx';
import { BatchScenario } from './BatchScenario.tsx';
import { ForAllDialog } from './ForAllDialog.tsx';
import { RowPane } from './RowPane.tsx';
import { RowTable } from './RowTable.tsx';
import { RowStatusFilter } from './RowStatusFilter.tsx';
import { usePreviewRows, type RowOrder } from './usePreviewRows.ts';
import { useScannedRow } from './useScannedRow.ts';

const useStyles = makeStyles({
  bar: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalS },
  search: { flexGrow: 1, maxWidth: '360px', minWidth: '160px', width: '160px' },
  acts: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS, marginLeft: 'auto' },
  work: {
    display: 'flex',
    flexGrow: 1,
    minHeight: 0,
    gap: tokens.spacingHorizontalL,
    [narrow]: { flexDirection: 'column' },
  },
  table: { display: 'flex', flexDirection: 'column', flexGrow: 1, minWidth: 0 },
});

type OpenDialog = 'forAll' | 'accept' | null;

/** Finds, corrects and accepts rows. */
export function RowReview({ preview }: { readonly preview: Preview }) {
  const styles = useStyles();
  const isWide = useIsWide();
  const { previewId, suspectReasons } = preview;
  const [status, setStatus] = useState<RowStatus | null>(null);
  const [search, setSearch] = useState('');
  const [opened, setOpened] = useState<PreviewRow | null>(null);
  const [dialog, setDialog] = useState<OpenDialog>(null);
  const searchInput = useRef<HTMLInputElement>(null);
  const table = useRef<HTMLDivElement>(null);
  useShortcut('/', (typed) => {
    searchInput.current?.focus();
    if (typed !== '') setSearch(search + typed);
  });
  const [order, setOrder] = useState<RowOrder>('file');
  const { reading, rows, rowAt, onRange } = usePreviewRows(previewId, { status, search, order });
  useScannedRow(previewId, setOpened);
  const present = opened === null ? null : (rows.find(({ rowId }) => rowId === opened.rowId) ?? opened);

  function closeRow(): void {
    setOpened(null);
    table.current?.querySelector<HTMLElement>('[role="row"][tabindex="0"]')?.focus();
  }

  return (
    <>
      <div className={styles.bar}>
        <BatchScenario preview={preview} />
        <div className={styles.acts}>
          {suspectReasons.length > 0 && (
            <Button size="large" onClick={() => setDialog('accept')}>
              {intakeText.acceptMany}
            </Button>
          )}
          <Button size="large" onClick={() => setDialog('forAll')}>
            {intakeText.forAll}
          </Button>
        </div>
      </div>
      <div className={styles.bar}>
        <RowStatusFilter counts={preview.counts} accepted={preview.accepted} status={status} onChange={setStatus} />
        <ToggleButton
          size="large"
          checked={order === 'problemsFirst'}
          onClick={() => setOrder(order === 'file' ? 'problemsFirst' : 'file')}
        >
          {intakeText.problemsFirst}
        </ToggleButton>
        <SearchBox
          className={styles.search}
          size="large"
          input={{ ref: searchInput }}
          value={search}
          aria-label={intakeText.search}
          placeholder={intakeText.searchShort}
          onChange={(_, { value }) => setSearch(value)}
        />
      </div>
      <div className={styles.work}>
        <div ref={table} className={styles.table} data-focus-home tabIndex={-1}>
          <Loaded reading={reading} lines={10}>
            {({ matching }) =>
              matching === 0 ? (
                <EmptyState sentence={intakeText.noMatch}>
                  <Button
                    size="large"
                    onClick={() => {
                      setStatus(null);
                      setSearch('');
                      searchInput.current?.focus();
                    }}
                  >
                    {intakeText.showAll}
                  </Button>
                </EmptyState>
              ) : (
                <RowTable
                  previewId={previewId}
                  count={matching}
                  manyFiles={preview.files.length > 1}
                  room={isWide ? 'wide' : opened === null ? 'normal' : 'little'}
                  content={`${status ?? ''} ${order} ${search}`}
                  rowAt={rowAt}
                  onRange={onRange}
                  onOpen={setOpened}
                />
              )
            }
          </Loaded>
        </div>
        {present !== null && (
          <RowPane key={present.rowId} previewId={previewId} row={present} onChanged={setOpened} onClose={closeRow} />
        )}
      </div>
      {dialog === 'forAll' && <ForAllDialog preview={preview} onClose={() => setDialog(null)} />}
      {dialog === 'accept' && <AcceptDialog preview={preview} onClose={() => setDialog(null)} />}
    </>
  );
}
