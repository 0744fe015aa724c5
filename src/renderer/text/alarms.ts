import { formatter } from './formatter.ts';

export const alarmText = {
  card: 'Alarms',
  what: 'Call somebody to the bench when',
  sound: 'Sound',
  notifications: 'Notifications of the system',
  allow: 'Allow notifications',
  states: {
    granted: 'They are shown over other programs too.',
    default: 'The browser asks once whether Reseal may show them.',
    denied: 'The browser refuses them for Reseal. Allow them in its settings for this address.',
    unsupported: 'This browser has none.',
  },
  quietFrom: 'Quiet from',
  quietUntil: 'Quiet until',
  quietHint: 'Nobody is called between these times. Empty: never quiet.',
  tryIt: 'Try the alarm',
  many: (count: number) => `${formatter.number(count)} devices at the bench need somebody.`,
} as const;
