import { useState } from 'react';
import { Field, Input } from '@fluentui/react-components';
import type { EditableField } from '../../../shared/intake/vocabulary.ts';
import type { PreviewRow } from '../../../shared/api/contract/intake.ts';
import { useCommand } from '../../api/useCommand.ts';
import { fieldNames } from '../../text/intake.ts';

interface RowFieldProps {
  readonly previewId: string;
  readonly row: PreviewRow;
  readonly field: EditableField;
  readonly onChanged: (row: PreviewRow) => void;
}

/** A field of a row. Enter or leaving it keeps the value, and the row is judged again; Escape takes it back. */
export function RowFieldEditor({ previewId, row, field, onChanged }: RowFieldProps) {
  const edit = useCommand('intake.editRow');
  const before = row[field] ?? '';
  const [value, setValue] = useState(before);
  const problem = row.issues.find(
    (issue) => issue.field === field && issue.severity !== 'info' && issue.repair === undefined,
  );

  async function keep(): Promise<void> {
    if (value === before) return;
    const outcome = await edit.run({ previewId, rowId: row.rowId, field, value });
    if (outcome.ok) onChanged(outcome.value);
  }

  return (
    <Field
      label={fieldNames[field]}
      {...(problem !== undefined && {
        validationMessage: problem.message,
        validationState: problem.severity === 'error' ? 'error' : 'warning',
      })}
    >
      <Input
        value={value}
        autoComplete="off"
        spellCheck={false}
        onChange={(_, data) => setValue(data.value)}
        onBlur={() => void keep()}
        onKeyDown={(event) => {
          if (event.key === 'Enter') void keep();
          if (event.key === 'Escape' && value !== before) {
            event.preventDefault();
            setValue(before);
          }
        }}
      />
    </Field>
  );
}
