import { useState } from 'react';
import { makeStyles, Select, Text, tokens } from '@fluentui/react-components';
import type { MappedField } from '../../../shared/intake/vocabulary.ts';
import type { ColumnMappingView } from '../../../shared/api/contract/intake.ts';
import type { Failure } from '../../../shared/outcome/outcome.ts';
import { mappedFieldNames, mappingText } from '../../text/intake.ts';
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx';
import { columnsProblem, mappedFields } from './columnMapping.ts';

const useStyles = makeStyles({
  scroller: {
    overflowX: 'auto',
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  table: { borderCollapse: 'collapse', width: '100%' },
  head: {
    textAlign: 'left',
    fontWeight: tokens.fontWeightSemibold,
    padding: tokens.spacingHorizontalS,
    minWidth: '160px',
    verticalAlign: 'bottom',
  },
  cell: {
    padding: tokens.spacingHorizontalS,
    borderTop: `1px solid ${tokens.colorNeutralStroke3}`,
    maxWidth: '240px',
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
  },
  problem: { color: tokens.colorStatusDangerForeground1 },
});

interface MappingDialogProps {
  readonly name: string;
  readonly mapping: ColumnMappingView;
  /** What takes the answer. */
  readonly command: { readonly running: boolean; readonly failure: Failure | null };
  readonly onConfirm: (columns: MappedField[]) => Promise<void>;
  readonly onClose: () => void;
}

/** A layout that is not known: the first rows, a guess for each column, and the person's word. */
export function MappingDialog({ name, mapping, command, onConfirm, onClose }: MappingDialogProps) {
  const styles = useStyles();
  const [columns, setColumns] = useState<readonly MappedField[]>(mapping.guess);
  const problem = columnsProblem(columns);
  const titleOf = (index: number) => {
    const title = mapping.header[index]?.trim() ?? '';
    return title === '' ? mappingText.column(index + 1) : title;
  };

  return (
    <ConfirmDialog
      title={mappingText.title(name)}
      confirm={mappingText.confirm}
      wide
      disabled={problem !== null}
      running={command.running}
      failure={command.failure}
      onConfirm={() => void onConfirm([...columns])}
      onClose={onClose}
    >
      <Text>{mappingText.sentence}</Text>
      <div className={styles.scroller} role="region" aria-label={mappingText.table} tabIndex={0}>
        <table className={styles.table}>
          <thead>
            <tr>
              {columns.map((field, index) => (
                <th key={index} scope="col" className={styles.head}>
                  {titleOf(index)}
                  <Select
                    size="large"
                    aria-label={mappingText.holds(titleOf(index))}
                    value={field}
                    onChange={(_, { value }) => {
                      const chosen = mappedFields.find((name) => name === value);
                      if (chosen !== undefined) setColumns(columns.with(index, chosen));
                    }}
                  >
                    {mappedFields.map((name) => (
                      <option key={name} value={name}>
                        {mappedFieldNames[name]}
                      </option>
                    ))}
                  </Select>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {mapping.sample.map((cells, row) => (
              <tr key={row}>
                {columns.map((_, index) => (
                  <td key={index} className={styles.cell}>
                    {cells[index]}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <Text role="status" className={styles.problem}>
        {problem ?? ''}
      </Text>
    </ConfirmDialog>
  );
}
