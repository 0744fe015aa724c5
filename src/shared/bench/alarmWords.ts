import type { Alarm, AlarmKind } from './alarm.ts';

/** What each kind of alarm is called where it is switched on and off. */
export const alarmTitles: Readonly<Record<AlarmKind, string>> = {
  failed: 'A technician flow failed',
  overdue: 'A technician flow lasts too long',
  notResealed: 'A green device is not resealed in time',
  ready: 'A device turned green and waits for its reseal',
};

const words: Readonly<Record<AlarmKind, string>> = {
  failed: 'failed',
  overdue: 'lasts too long',
  notResealed: 'is not resealed yet',
  ready: 'is ready for its reseal',
};

/** What is said of one, for whoever is elsewhere: which device, what of it, and where it stands. */
export function alarmSentence({ kind, title, shelf }: Pick<Alarm, 'kind' | 'title' | 'shelf'>): string {
  return `${title} ${words[kind]}${shelf === null ? '' : `, shelf ${shelf}`}.`;
}
