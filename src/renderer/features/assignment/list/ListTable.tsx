import { Checkbox, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { HeldField } from '../../../../shared/assignment/heldValue.ts';
import type { ListedLine, ListedValue } from '../../../../shared/assignment/listedChange.ts';
import { listedReasonWords } from '../../../../shared/assignment/listWords.ts';
import { goTo } from '../../../app/navigation.ts';
import { commonText } from '../../../text/common.ts';
import { listText } from '../../../text/list.ts';
import { Serial } from '../../../ui/Serial.tsx';
import type { TableColumn } from '../../../ui/tableColumn.ts';
import { VirtualTable } from '../../../ui/VirtualTable.tsx';
import { EffectMark } from './EffectMark.tsx';
import { chooseOfList, withLine, type ListWork } from './listWork.ts';

const useStyles = makeStyles({
  effect: {
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
    fontWeight: tokens.fontWeightSemibold,
  },
  serial: { fontWeight: tokens.fontWeightSemibold, fontSize: tokens.fontSizeBase400 },
  spared: {
    backgroundColor: tokens.colorPaletteMarigoldBackground1,
    ':hover': { backgroundColor: tokens.colorPaletteMarigoldBackground1 },
  },
  old: { color: tokens.colorNeutralForeground2 },
  replaced: { textDecorationLine: 'line-through' },
  strong: { fontWeight: tokens.fontWeightSemibold },
  apply: { display: 'flex', height: '40px', alignItems: 'stretch', cursor: 'default' },
  tick: { flexGrow: 1, alignItems: 'center' },
  box: { alignSelf: 'center' },
});

interface ListTableProps {
  readonly fields: readonly HeldField[];
  readonly lines: readonly ListedLine[];
  readonly list: ListWork;
}

/** The lines of a list: old and new in one cell, why, and whether the line is applied. */
export function ListTable({ fields, lines, list }: ListTableProps) {
  const styles = useStyles();
  const columns: readonly TableColumn<ListedLine>[] = [
    {
      id: 'effect',
      title: listText.columns.effect,
      width: '152px',
      render: ({ effect }) => (
        <span className={styles.effect}>
          <EffectMark effect={effect} />
          {listText.effectNames[effect]}
        </span>
      ),
    },
    {
      id: 'serialNumber',
      title: listText.columns.serialNumber,
      width: 'minmax(156px, 0.6fr)',
      render: ({ serialNumber }) => (
        <span className={styles.serial}>
          <Serial>{serialNumber === '' ? commonText.none : serialNumber}</Serial>
        </span>
      ),
    },
    ...fields.map((field) => ({
      id: field,
      title: listText.fields[field],
      width: 'minmax(140px, 1.4fr)',
      render: ({ line, values }: ListedLine) => (
        <OldAndNew value={values.find((one) => one.field === field) ?? null} overwrites={list.overwrite.has(line)} />
      ),
    })),
    {
      id: 'why',
      title: listText.columns.why,
      width: 'minmax(152px, 1fr)',
      render: (line) => <span title={listedReasonWords(line)}>{listedReasonWords(line)}</span>,
    },
    {
      id: 'apply',
      title: listText.columns.apply,
      width: '124px',
      render: (line) => <ApplyTick line={line} list={list} />,
    },
  ];
  return (
    <VirtualTable
      name="list"
      label={listText.table}
      content={list.at}
      columns={columns}
      count={lines.length}
      rowAt={(index) => lines[index]}
      idOf={({ line }) => String(line)}
      nameOf={({ serialNumber }) => serialNumber}
      classOf={({ effect }) => (effect === 'spared' ? styles.spared : undefined)}
      onOpen={({ deviceId }) => deviceId !== null && goTo({ page: 'device', id: deviceId })}
    />
  );
}

function OldAndNew({ value, overwrites }: { readonly value: ListedValue | null; readonly overwrites: boolean }) {
  const styles = useStyles();
  if (value === null) return null;
  const { before, after, isOthers } = value;
  if (before === after) return <span title={after}>{after}</span>;
  if (isOthers && !overwrites) {
    return (
      <span title={`${before ?? ''} ${listText.stays(after)}`}>
        <span className={styles.strong}>{before}</span> <span className={styles.old}>{listText.stays(after)}</span>
      </span>
    );
  }
  return (
    <span title={`${before ?? listText.none} → ${after}`}>
      <span className={mergeClasses(styles.old, before !== null && styles.replaced)}>{before ?? listText.none}</span>
      {' → '}
      <span className={styles.strong}>{after}</span>
    </span>
  );
}

/** On for what is applied; off for what would replace another person’s value, until somebody ticks it. */
function ApplyTick({ line, list }: { readonly line: ListedLine; readonly list: ListWork }) {
  const styles = useStyles();
  const { effect, line: number, serialNumber } = line;
  if (effect === 'spared') {
    return (
      <span className={styles.apply} onClick={(event) => event.stopPropagation()}>
        <Checkbox
          className={styles.tick}
          indicator={{ className: styles.box }}
          checked={list.overwrite.has(number)}
          label={listText.overwrite}
          aria-label={listText.overwriteOf(serialNumber)}
          onChange={(_, { checked }) => chooseOfList({ overwrite: withLine(list.overwrite, number, checked === true) })}
        />
      </span>
    );
  }
  if (effect !== 'add' && effect !== 'change') return commonText.none;
  return (
    <span className={styles.apply} onClick={(event) => event.stopPropagation()}>
      <Checkbox
        className={styles.tick}
        indicator={{ className: styles.box }}
        checked={!list.leaveOut.has(number)}
        aria-label={listText.applyOf(serialNumber)}
        onChange={(_, { checked }) => chooseOfList({ leaveOut: withLine(list.leaveOut, number, checked !== true) })}
      />
    </span>
  );
}
