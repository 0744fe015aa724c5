import { formatter } from './formatter.ts';

const MINUTE_MS = 60_000;

export const benchText = {
  title: 'Bench',
  setInitials: 'Set your initials',
  scanHint: 'Scan a device, or its result code. Nothing needs to be clicked first.',
  camera: 'Scan with the camera',
  running: 'Running',
  runningEmpty: 'No technician flow is running.',
  toSee: 'Needs a look',
  toSeeEmpty: 'Nothing is overdue, blocked or failed.',
  ready: 'Ready for you',
  readyEmpty: 'Nothing became ready yet.',
  elsewhere: 'Devices that are not at the bench',
  of: (minutes: number) => `of ${formatter.duration(minutes * MINUTE_MS)}`,
  overdue: (elapsedMs: number, minutes: number) =>
    `Overdue: ${formatter.duration(elapsedMs)} of ${formatter.duration(minutes * MINUTE_MS)}`,
  closing: 'User flow before',
  more: (count: number) => `And ${formatter.number(count)} more in the queue.`,
} as const;
