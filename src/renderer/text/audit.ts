export const auditText = {
  verify: 'Check the log',
  head: 'Head printed on a receipt (optional)',
  headExample: '5000:1eae90b0',
  export: { csv: 'Save as CSV', json: 'Save as JSON' },
  about: (names: readonly string[], total: number): string =>
    total > names.length ? `${names.join(', ')} and ${total - names.length} more` : names.join(', '),
} as const;
