export const vaultText = {
  encryption: 'Encryption',
  key: 'Key',
  noKey: 'none',
  recovery: 'Recovery key',
  confirmed: (when: string) => `printed and put away on ${when}`,
  notConfirmed: 'not put away yet',
  whyPrint:
    'The recovery key on paper opens this queue and its backups on another computer. Without it, a lost account or computer is a lost queue.',
  print: 'Print recovery key',
  confirm: 'Printed and put away',
  thanks: 'Noted: the recovery key is printed and put away.',
} as const;
