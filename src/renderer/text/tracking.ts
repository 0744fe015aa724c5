import { formatter } from './formatter.ts';

export const refreshText = {
  act: 'Refresh from Microsoft',
  running: 'Reading from Microsoft…',
  done: (read: number, changed: number) =>
    changed === 0
      ? `Read ${formatter.count(read, 'device', 'devices')}. Nothing changed at Microsoft.`
      : `Read ${formatter.count(read, 'device', 'devices')}; ${formatter.number(changed)} changed.`,
  failed: (failed: number) => `${formatter.count(failed, 'device', 'devices')} could not be read; refresh again later.`,
  endedEarly: 'Microsoft’s list ended early. The devices of this queue were read one by one; others may be missing.',
} as const;
