import { SYNC_COOLDOWN_MINUTES } from '../../shared/tracking/syncCooldown.ts';
import { devicesText } from './count.ts';
import { formatter } from './formatter.ts';

export const refreshText = {
  act: 'Refresh from Microsoft',
  now: 'Refresh now',
  running: 'Reading from Microsoft…',
  deviceDone: (changed: number) => (changed === 0 ? 'Read again. Nothing changed at Microsoft.' : 'Read again.'),
  done: (read: number, changed: number) =>
    changed === 0
      ? `Read ${formatter.count(read, 'device', 'devices')}. Nothing changed at Microsoft.`
      : `Read ${formatter.count(read, 'device', 'devices')}; ${formatter.number(changed)} changed.`,
  failed: (failed: number) => `${formatter.count(failed, 'device', 'devices')} could not be read; refresh again later.`,
  endedEarly: 'Microsoft’s list ended early. The devices of this queue were read one by one; others may be missing.',
} as const;

export const syncText = {
  act: 'Ask Intune to sync',
  again: (left: string) => `Sync again in ${left}`,
  hint: `Microsoft allows one sync in ${SYNC_COOLDOWN_MINUTES} minutes.`,
} as const;

export const expectText = {
  act: 'Expect a profile',
  title: (serialNumber: string) => `Expected profile of ${serialNumber}`,
  titleOfMany: (devices: number) => `Expected profile of ${devicesText(devices)}`,
  field: 'Profile name',
  hint: 'The start is blocked while another profile is assigned. Leave it empty to accept any.',
  confirm: 'Expect it',
  done: 'The expected profile is kept.',
} as const;

export const reportText = {
  title: 'Deployment report',
  readNow: 'Read the report',
  empty: 'Intune’s report of the last 30 days has said nothing about this device so far.',
  read: (events: number) =>
    events === 1 ? 'One event is in the report.' : `${formatter.number(events)} events are in the report.`,
  policies: 'Apps and policies',
  microsoftEmpty: 'Microsoft has not been asked about this device, or does not know it.',
  microsoftReadAt: 'As it came, read',
} as const;
