import { z } from 'zod';
import { deviceTitle } from '../devices/deviceTitle.ts';
import type { DeviceView } from '../devices/deviceView.ts';
import { isOverdue, waitOf } from '../devices/wait.ts';
import { isQuiet, type QuietHours } from './quietHours.ts';

/** What calls somebody back to the bench, the most urgent first. */
export const alarmKind = z.enum(['failed', 'overdue', 'notResealed', 'ready']);
export type AlarmKind = z.infer<typeof alarmKind>;

/** A fact about a device that is worth a call. The same fact always has the same key, in every window. */
export interface Alarm {
  readonly key: string;
  readonly kind: AlarmKind;
  readonly deviceId: string;
  readonly title: string;
  readonly shelf: string | null;
}

interface AtBench {
  readonly running: readonly DeviceView[];
  readonly stuck: readonly DeviceView[];
  readonly unsealed: readonly DeviceView[];
}

/** Every fact that holds now. A run has its own: a device that fails twice calls twice. */
export function alarmsOf({ running, stuck, unsealed }: AtBench, now: Date, resealWithinMinutes: number): Alarm[] {
  const late = running.filter((device) => {
    const wait = waitOf(device);
    return wait !== null && isOverdue(wait, now);
  });
  const forgotten = unsealed.filter(
    ({ benchEndedAt: since }) => since !== null && isOverdue({ since, normalMinutes: resealWithinMinutes }, now),
  );
  return [
    ...stuck.filter(({ bench }) => bench === 'failed').map((device) => alarm('failed', device, device.benchEndedAt)),
    ...late.map((device) => alarm('overdue', device, device.benchStartedAt)),
    ...forgotten.map((device) => alarm('notResealed', device, device.benchEndedAt)),
    ...unsealed.map((device) => alarm('ready', device, device.benchEndedAt)),
  ];
}

function alarm(kind: AlarmKind, device: DeviceView, since: string | null): Alarm {
  const { id: deviceId, shelf } = device;
  return { key: `${kind}:${deviceId}:${since ?? ''}`, kind, deviceId, title: deviceTitle(device), shelf };
}

/** What a lab wants to be called for, and when it wants quiet. */
export interface AlarmWishes extends QuietHours {
  readonly alarmKinds: readonly AlarmKind[];
}

/**
 * The alarms that are due now: what was not so a moment ago, of the kinds that are wanted, outside of the quiet hours.
 * @param before the keys of what held a moment ago; null where nobody looked yet, and then nothing is news
 */
export function dueAlarms(
  before: ReadonlySet<string> | null,
  alarms: readonly Alarm[],
  wishes: AlarmWishes,
  now: Date,
): readonly Alarm[] {
  if (before === null || isQuiet(wishes, now)) return [];
  return alarms.filter(({ key, kind }) => !before.has(key) && wishes.alarmKinds.includes(kind));
}
