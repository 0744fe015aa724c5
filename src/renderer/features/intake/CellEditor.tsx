import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import { Input, makeStyles } from '@fluentui/react-components';
import type { EditableField } from '../../../shared/intake/vocabulary.ts';
import type { PreviewRow } from '../../../shared/api/contract/intake.ts';
import { useCommand } from '../../api/useCommand.ts';
import { fieldNames, intakeText } from '../../text/intake.ts';

const useStyles = makeStyles({ root: { width: '100%', minWidth: 0 } });

/** Fluent's focus management would take Tab before the editor hears of it. */
const tabIsOurs = { 'data-tabster': JSON.stringify({ focusable: { ignoreKeydown: { Tab: true } } }) };

interface CellEditorProps {
  readonly previewId: string;
  readonly row: PreviewRow;
  readonly field: EditableField;
  readonly onDone: () => void;
  /** Goes one editable cell on or back; false where there is none. */
  readonly onNext: (step: 1 | -1) => boolean;
}

/** A cell while it is corrected: Enter or leaving it keeps the value, Escape drops it, Tab goes on. */
export function CellEditor({ previewId, row, field, onDone, onNext }: CellEditorProps) {
  const styles = useStyles();
  const edit = useCommand('intake.editRow');
  const before = row[field] ?? '';
  const [value, setValue] = useState(before);
  const isOver = useRef(false);
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => input.current?.select(), []);

  function keep(): void {
    isOver.current = true;
    if (value !== before) void edit.run({ previewId, rowId: row.rowId, field, value });
  }

  function backToRow(): void {
    input.current?.closest<HTMLElement>('[role="row"]')?.focus();
    onDone();
  }

  function onKeyDown(event: KeyboardEvent): void {
    // The table has acts of its own on arrows, Space and Enter.
    event.stopPropagation();
    if (event.key === 'Escape') {
      isOver.current = true;
      backToRow();
    } else if (event.key === 'Enter') {
      keep();
      backToRow();
    } else if (event.key === 'Tab') {
      keep();
      if (onNext(event.shiftKey ? -1 : 1)) event.preventDefault();
    }
  }

  return (
    <Input
      className={styles.root}
      input={{ ref: input, ...tabIsOurs }}
      value={value}
      aria-label={intakeText.edit(fieldNames[field], row.serialNumber ?? intakeText.rows(1))}
      autoComplete="off"
      spellCheck={false}
      onChange={(_, data) => setValue(data.value)}
      onKeyDown={onKeyDown}
      onClick={(event) => event.stopPropagation()}
      onBlur={() => {
        // An input that goes away loses the focus as well.
        if (isOver.current) return;
        keep();
        onDone();
      }}
    />
  );
}
