export const tableText = {
  selectAll: 'Select everything that matches',
  select: (name: string) => `Select ${name}`,
  shown: (shown: number, total: number) => `${shown.toLocaleString()} of ${total.toLocaleString()}`,
  more: 'Show more',
} as const;
