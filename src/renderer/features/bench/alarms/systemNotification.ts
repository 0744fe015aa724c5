import type { Alarm } from '../../../../shared/bench/alarm.ts';
import { alarmSentence } from '../../../../shared/bench/alarmWords.ts';
import { goTo } from '../../../app/navigation.ts';
import { alarmText } from '../../../text/alarms.ts';

/** More than these are one notification: nobody closes ten. */
const MOST_ALONE = 3;

/** Whether the browser would show a notification; `unsupported` where it has none. */
export function notificationState(): NotificationPermission | 'unsupported' {
  return 'Notification' in window ? Notification.permission : 'unsupported';
}

/** Tells alarms by the system, also over other programs. A press on one opens its device. */
export function notifyOf(alarms: readonly Alarm[]): void {
  if (notificationState() !== 'granted') return;
  if (alarms.length > MOST_ALONE) {
    show(alarmText.many(alarms.length), 'reseal:many', () => goTo({ page: 'bench' }));
    return;
  }
  for (const alarm of alarms) {
    show(alarmSentence(alarm), alarm.key, () => goTo({ page: 'device', id: alarm.deviceId }));
  }
}

function show(sentence: string, tag: string, open: () => void): void {
  const notification = new Notification(sentence, { tag });
  notification.addEventListener('click', () => {
    window.focus();
    open();
    notification.close();
  });
}
