import { useState } from 'react';
import { Button, Checkbox, makeStyles, Text, tokens } from '@fluentui/react-components';
import { ArrowDownRegular, ArrowUpRegular } from '@fluentui/react-icons';
import {
  movedColumn,
  queueColumn,
  queueColumnTitles,
  usualColumns,
  withColumn,
  type QueueColumn,
} from '../../../../shared/devices/queueColumn.ts';
import { useCommand } from '../../../api/useCommand.ts';
import { commonText } from '../../../text/common.ts';
import { viewText } from '../../../text/devices.ts';
import { DialogFrame } from '../../../ui/DialogFrame.tsx';
import { ProblemBar } from '../../../ui/ProblemBar.tsx';
import { changeView, useQueueView } from './queueView.ts';
import { useShownColumns } from './useShownColumns.ts';

const useStyles = makeStyles({
  list: { listStyleType: 'none', margin: 0, padding: 0 },
  line: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 280px) 44px 44px',
    alignItems: 'center',
    minHeight: '44px',
    gap: tokens.spacingHorizontalXS,
  },
  check: { minHeight: '44px' },
  box: { alignSelf: 'center' },
});

/** Which columns the queue has, and in which order; nothing counts before it is confirmed. */
export function ColumnsDialog({ onClose }: { readonly onClose: () => void }) {
  const styles = useStyles();
  const isOfView = useQueueView((view) => view.columns !== null);
  const [columns, setColumns] = useState(useShownColumns());
  const write = useCommand('settings.write', { showsFailure: true });
  const others = queueColumn.options.filter((column) => !columns.includes(column));

  async function submit(): Promise<void> {
    if (write.running) return;
    if (isOfView) changeView({ columns });
    else {
      const isUsual = JSON.stringify(columns) === JSON.stringify(usualColumns);
      const outcome = await write.run({ queueColumns: isUsual ? null : [...columns] });
      if (!outcome.ok) return;
    }
    onClose();
  }

  const check = (column: QueueColumn, isShown: boolean) => (
    <Checkbox
      size="large"
      className={styles.check}
      indicator={{ className: styles.box }}
      label={queueColumnTitles[column]}
      checked={isShown}
      disabled={isShown && columns.length === 1}
      onChange={(_, { checked }) => setColumns(withColumn(columns, column, checked === true))}
    />
  );
  const move = (column: QueueColumn, by: -1 | 1) => {
    const isAtEnd = columns.at(by === -1 ? 0 : -1) === column;
    const title = queueColumnTitles[column];
    return (
      <Button
        size="large"
        appearance="subtle"
        icon={by === -1 ? <ArrowUpRegular /> : <ArrowDownRegular />}
        aria-label={by === -1 ? viewText.moveUp(title) : viewText.moveDown(title)}
        disabledFocusable={isAtEnd}
        onClick={() => setColumns(movedColumn(columns, column, by))}
      />
    );
  };

  return (
    <DialogFrame
      title={viewText.columnsTitle}
      actions={
        <>
          <Button size="large" onClick={() => setColumns(usualColumns)}>
            {viewText.usual}
          </Button>
          <Button size="large" onClick={onClose}>
            {commonText.cancel}
          </Button>
          <Button size="large" type="submit" appearance="primary" disabledFocusable={write.running}>
            {viewText.showColumns}
          </Button>
        </>
      }
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      <Text>{isOfView ? viewText.columnsOfView : viewText.columnsHint}</Text>
      <section aria-label={viewText.shown}>
        <Text weight="semibold">{viewText.shown}</Text>
        <ol className={styles.list}>
          {columns.map((column) => (
            <li key={column} className={styles.line}>
              {check(column, true)}
              {move(column, -1)}
              {move(column, 1)}
            </li>
          ))}
        </ol>
      </section>
      <section aria-label={viewText.hidden}>
        <Text weight="semibold">{viewText.hidden}</Text>
        <ul className={styles.list}>
          {others.map((column) => (
            <li key={column} className={styles.line}>
              {check(column, false)}
            </li>
          ))}
        </ul>
      </section>
      {write.failure !== null && <ProblemBar failure={write.failure} />}
    </DialogFrame>
  );
}
