import { formatter } from './formatter.ts';

export const espText = {
  act: 'Enrollment Status Page',
  otherwise: 'esp status page time-out timeout minutes blocking apps progress technician',
  title: (tenant: string) => `Enrollment Status Pages of ${tenant}`,
  sentence:
    'The lowest priority number wins; the default page counts where no other does. Which page a device gets is known once its groups are read.',
  never: 'They have not been read yet. Reading changes nothing at Microsoft.',
  none: 'The tenant has no status page.',
  table: 'Enrollment Status Pages',
  columns: {
    name: 'Page',
    priority: 'Priority',
    progress: 'Progress',
    timeout: 'Time-out',
    blocks: 'Blocks',
    get: 'Get it',
    mayGet: 'May get it',
  },
  endedEarly: 'Microsoft’s list ended early; pages may be missing.',
  done: (pages: number) =>
    pages === 1 ? 'One status page was read.' : `${formatter.number(pages)} status pages were read.`,
  settingsOf: (name: string) => `Settings of ${name}`,
  time: 'Minutes for a technician flow',
  timeHint: (usual: number) =>
    `After these the bench calls it overdue, where no status page tells it. Empty: ${formatter.minutes(usual * 60_000)}, as is usual.`,
  timeWrong: 'A whole number from 1 to 1440.',
  saveTime: 'Save the time',
  timeSaved: 'The time is kept.',
  ofDevice: 'Status page (ESP)',
} as const;
