import { formatter } from './formatter.ts';

export const tableText = {
  selectAll: 'Select everything that matches',
  select: (name: string) => `Select ${name}`,
  shown: (shown: number, total: number) => `${formatter.number(shown)} of ${formatter.number(total)}`,
  more: 'Show more',
} as const;
