import type { ReactNode } from 'react';
import { Badge, makeStyles, Text, tokens } from '@fluentui/react-components';
import { benchText } from '../../text/bench.ts';
import { formatter } from '../../text/formatter.ts';
import { narrow } from '../../ui/breakpoints.ts';
import { Card } from '../../ui/Card.tsx';

const useStyles = makeStyles({
  root: { minHeight: 0, [narrow]: { maxHeight: '420px' } },
  list: {
    display: 'grid',
    alignContent: 'start',
    flexGrow: 1,
    minHeight: 0,
    overflowY: 'auto',
    margin: `0 calc(-1 * ${tokens.spacingHorizontalS})`,
    padding: 0,
    listStyleType: 'none',
  },
  quiet: { color: tokens.colorNeutralForeground2 },
});

interface DeviceListCardProps<Item> {
  readonly title: string;
  readonly empty: string;
  readonly items: readonly Item[];
  /** How many devices there are in all, where `items` holds only some. */
  readonly count?: number;
  readonly keyOf: (item: Item) => string;
  readonly render: (item: Item) => ReactNode;
}

/** A column of the bench: how many, and which. */
export function DeviceListCard<Item>({ title, empty, items, count, keyOf, render }: DeviceListCardProps<Item>) {
  const styles = useStyles();
  const total = count ?? items.length;
  return (
    <Card
      title={title}
      className={styles.root}
      aside={
        <Badge size="large" appearance="tint" color="informative">
          {formatter.number(total)}
        </Badge>
      }
    >
      {items.length === 0 ? (
        <Text className={styles.quiet}>{empty}</Text>
      ) : (
        <ul className={styles.list}>
          {items.map((item) => (
            <li key={keyOf(item)}>{render(item)}</li>
          ))}
        </ul>
      )}
      {total > items.length && <Text className={styles.quiet}>{benchText.more(total - items.length)}</Text>}
    </Card>
  );
}
