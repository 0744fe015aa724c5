import { useState, type KeyboardEvent } from 'react';
import { makeStyles } from '@fluentui/react-components';
import type { EditableField } from '../../../shared/intake/vocabulary.ts';
import type { PreviewRow } from '../../../shared/api/contract/intake.ts';
import { commonText } from '../../text/common.ts';
import { formatter } from '../../text/formatter.ts';
import { intakeText } from '../../text/intake.ts';
import { modelName } from '../../ui/modelName.ts';
import { Serial } from '../../ui/Serial.tsx';
import { StatusWord } from '../../ui/StatusWord.tsx';
import type { TableColumn } from '../../ui/tableColumn.ts';
import { VirtualTable } from '../../ui/VirtualTable.tsx';
import { CellEditor } from './CellEditor.tsx';
import { Reason } from './Reason.tsx';
import { effectWord, standingOf } from './rowFacts.ts';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', flexGrow: 1, minHeight: 0 },
});

/** The cells that can be corrected where they stand, in the order in which Tab meets them. */
const editableCells = ['serialNumber', 'groupTag', 'assignedUser'] as const satisfies readonly EditableField[];
type EditableCell = (typeof editableCells)[number];

interface RowTableProps {
  readonly previewId: string;
  readonly count: number;
  readonly manyFiles: boolean;
  /** Beside an open row there is room for what tells rows apart and why they stand so, and no more. */
  readonly room: 'little' | 'normal' | 'wide';
  /** Which rows in which order. */
  readonly content: string;
  readonly rowAt: (index: number) => PreviewRow | undefined;
  readonly onRange: (first: number, last: number) => void;
  readonly onOpen: (row: PreviewRow) => void;
}

/** All rows. Enter shows one, F2 or a double click corrects a cell in place. */
export function RowTable({ previewId, count, manyFiles, room, content, rowAt, onRange, onOpen }: RowTableProps) {
  const styles = useStyles();
  const [editing, setEditing] = useState<{ readonly rowId: number; readonly field: EditableCell } | null>(null);

  function onKeyDown(event: KeyboardEvent): void {
    if (event.key !== 'F2' || !(event.target instanceof Element)) return;
    const index = Number(event.target.closest('[aria-rowindex]')?.getAttribute('aria-rowindex')) - 2;
    const row = rowAt(index);
    if (row === undefined) return;
    event.preventDefault();
    const wrong = editableCells.find((field) => row.issues.some((issue) => issue.field === field));
    setEditing({ rowId: row.rowId, field: wrong ?? 'serialNumber' });
  }

  function cell(row: PreviewRow, field: EditableCell) {
    if (editing?.rowId !== row.rowId || editing.field !== field) {
      return (
        <span title={row[field] ?? ''} onDoubleClick={() => setEditing({ rowId: row.rowId, field })}>
          {row[field] === null ? (
            commonText.none
          ) : field === 'serialNumber' ? (
            <Serial>{row[field]}</Serial>
          ) : (
            row[field]
          )}
        </span>
      );
    }
    return (
      <CellEditor
        key={field}
        previewId={previewId}
        row={row}
        field={field}
        onDone={() => setEditing(null)}
        onNext={(step) => {
          const next = editableCells[editableCells.indexOf(field) + step];
          setEditing(next === undefined ? null : { rowId: row.rowId, field: next });
          return next !== undefined;
        }}
      />
    );
  }

  const columns: readonly TableColumn<PreviewRow>[] = [
    {
      id: 'status',
      title: intakeText.columns.status,
      width: '104px',
      render: (row) => <StatusWord {...standingOf(row)} />,
    },
    ...(manyFiles && room !== 'little'
      ? [
          {
            id: 'file',
            title: intakeText.columns.file,
            width: 'minmax(96px, 0.5fr)',
            render: (row: PreviewRow) => <span title={row.file}>{row.file}</span>,
          },
        ]
      : []),
    {
      id: 'line',
      title: intakeText.columns.line,
      width: '56px',
      render: (row) => <span title={row.file}>{formatter.number(row.line)}</span>,
    },
    {
      id: 'serialNumber',
      title: intakeText.columns.serialNumber,
      width: '144px',
      render: (row) => cell(row, 'serialNumber'),
    },
    {
      id: 'reason',
      title: intakeText.columns.reason,
      width: 'minmax(240px, 2fr)',
      render: (row) => <Reason row={row} />,
    },
    ...(room === 'wide'
      ? [{ id: 'model', title: intakeText.columns.model, width: 'minmax(128px, 1fr)', render: modelName }]
      : []),
    ...(room === 'little'
      ? []
      : [
          {
            id: 'groupTag',
            title: intakeText.columns.groupTag,
            width: '88px',
            render: (row: PreviewRow) => cell(row, 'groupTag'),
          },
          {
            id: 'assignedUser',
            title: intakeText.columns.assignedUser,
            width: room === 'wide' ? '160px' : '120px',
            render: (row: PreviewRow) => cell(row, 'assignedUser'),
          },
        ]),
    ...(room === 'little'
      ? []
      : [{ id: 'effect', title: intakeText.columns.effect, width: '112px', render: effectWord }]),
  ];
  return (
    <div className={styles.root} onKeyDown={onKeyDown}>
      <VirtualTable
        name="intake"
        content={content}
        lines={2}
        label={`${intakeText.table}. ${intakeText.editHint}`}
        columns={columns}
        count={count}
        rowAt={rowAt}
        idOf={(row) => String(row.rowId)}
        nameOf={(row) => row.serialNumber ?? String(row.line)}
        onRange={onRange}
        onOpen={(row) => editing === null && onOpen(row)}
      />
    </div>
  );
}
