export const auditText = {
  verify: 'Check the log',
  head: 'Printed head',
  headHint: 'From paper, such as 5000:1eae90b0; may be left empty.',
  export: { csv: 'Save as CSV', json: 'Save as JSON' },
  about: (names: readonly string[], total: number): string =>
    total > names.length ? `${names.join(', ')} and ${total - names.length} more` : names.join(', '),
} as const;
