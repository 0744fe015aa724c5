export const tableText = {
  selectAll: 'Select everything that matches',
  select: (name: string) => `Select ${name}`,
} as const;
