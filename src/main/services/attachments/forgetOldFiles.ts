import { FORGET_AFTER_DAYS } from '../../../shared/attachments/attachment.ts';
import { daysBefore } from '../../../shared/retention/retention.ts';
import type { ServiceContext } from '../serviceContext.ts';

const HOUR_MS = 60 * 60_000;

/** Removes the files whose four weeks are over, and what began to arrive an hour ago and never came whole. */
export function forgetOldFiles({ attachments, history, ports, publish, store }: ServiceContext): void {
  const now = ports.clock.now();
  const forgotten = store.write(() => {
    attachments.removeUnfinished(new Date(now.getTime() - HOUR_MS));
    const ids = attachments.filesBefore(daysBefore(now, FORGET_AFTER_DAYS));
    for (const id of ids) {
      const old = store.setAside.orNull(() => attachments.get(id));
      attachments.remove(id);
      if (old === null) continue;
      const sentence = `A file was removed, as its ${FORGET_AFTER_DAYS} days are over.`;
      history.add({ deviceId: old.deviceId, subject: 'attachment', sentence, source: 'Reseal' });
    }
    return ids.length;
  });
  if (forgotten > 0) publish('devices.changed');
}
