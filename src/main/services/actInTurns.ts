import type { AuditSubjects } from '../store/auditStore.ts';
import { neutralFormatter } from '../../shared/format/neutralFormatter.ts';
import { inTurns } from './inTurns.ts';
import type { ServiceContext } from './serviceContext.ts';

/** What a person does to devices, as the audit log tells it. */
export interface Act extends Pick<AuditSubjects, 'people'> {
  readonly action: string;
  /** What was done, with the devices as `3 devices`. */
  readonly sentence: (devices: string) => string;
}

/**
 * Does one thing to many devices, in turns, and says so in the audit log: a row for each turn, in its transaction, so that what
 * was done and what is said of it are one.
 * @param work whether the device was changed
 */
export async function actInTurns(
  { audit, store, who }: Pick<ServiceContext, 'audit' | 'store' | 'who'>,
  deviceIds: readonly string[],
  { action, sentence, people = [] }: Act,
  work: (deviceId: string) => boolean,
): Promise<void> {
  const changed: string[] = [];
  const change = (id: string): void => {
    if (work(id)) changed.push(id);
  };
  await inTurns(store, deviceIds, change, () => {
    const devices = changed.splice(0);
    if (devices.length === 0) return;
    const told = sentence(neutralFormatter.count(devices.length, 'device', 'devices'));
    audit.add({ who: who(), action, sentence: told, devices, people });
  });
}
