import type { ReactNode } from 'react';
import { Badge, makeStyles, Text, tokens } from '@fluentui/react-components';
import { Card } from '../../ui/Card.tsx';

const useStyles = makeStyles({
  root: { minHeight: 0 },
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
  empty: { color: tokens.colorNeutralForeground2 },
});

interface DeviceListCardProps<Item> {
  readonly title: string;
  readonly empty: string;
  readonly items: readonly Item[];
  readonly keyOf: (item: Item) => string;
  readonly render: (item: Item) => ReactNode;
  readonly footer?: ReactNode;
}

/** A column of the bench: how many, and which. */
export function DeviceListCard<Item>({ title, empty, items, keyOf, render, footer }: DeviceListCardProps<Item>) {
  const styles = useStyles();
  return (
    <Card
      title={title}
      className={styles.root}
      aside={
        <Badge size="large" appearance="tint" color="informative">
          {items.length}
        </Badge>
      }
    >
      {items.length === 0 ? (
        <Text className={styles.empty}>{empty}</Text>
      ) : (
        <ul className={styles.list}>
          {items.map((item) => (
            <li key={keyOf(item)}>{render(item)}</li>
          ))}
        </ul>
      )}
      {footer}
    </Card>
  );
}
