import type { ReactNode } from 'react';

export interface TableColumn<Row> {
  readonly id: string;
  readonly title: string;
  /** What stands at the head in place of the title. */
  readonly head?: ReactNode;
  /** A track of a CSS grid: `160px`, `minmax(120px, 1fr)`. */
  readonly width: string;
  readonly sortable?: boolean;
  readonly render: (row: Row) => ReactNode;
}

export interface Sort {
  readonly by: string;
  readonly descending: boolean;
}
