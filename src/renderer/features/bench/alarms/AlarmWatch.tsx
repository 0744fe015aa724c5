import { useEffect, useEffectEvent, useRef } from 'react';
import { alarmKind, alarmsOf, dueAlarms, type Alarm } from '../../../../shared/bench/alarm.ts';
import { boardSteps, MOST_ON_BOARD } from '../../../../shared/bench/benchBoard.ts';
import type { NextStepCode } from '../../../../shared/devices/nextStepCodes.ts';
import { useClient } from '../../../api/clientContext.ts';
import { useProcedure } from '../../../api/useProcedure.ts';
import { useWorkspace } from '../../../app/workspace.ts';
import { useNow } from '../../../ui/useNow.ts';
import { canSound } from '../../../ui/playNotes.ts';
import { playAlarm } from './alarmSound.ts';
import { notificationState, notifyOf } from './systemNotification.ts';

/** Time alone makes a device overdue. */
const LOOK_EVERY_MS = 15_000;

/** Calls somebody back to the bench, wherever the page stands: once for each fact, in one window of the queue. */
export function AlarmWatch() {
  const client = useClient();
  const { settings } = useWorkspace();
  const running = useDevicesAt(boardSteps.running);
  const stuck = useDevicesAt(boardSteps.stuck);
  const unsealed = useDevicesAt(boardSteps.unsealed);
  const now = useNow(LOOK_EVERY_MS);
  const seen = useRef<ReadonlySet<string> | null>(null);

  async function tell(due: readonly Alarm[]): Promise<void> {
    const isLoud = settings.alarmSounds && (await canSound());
    const isShown = settings.alarmNotifications && notificationState() === 'granted';
    // A window that can do neither leaves the alarm to one that can.
    if (!isLoud && !isShown) return;
    const claimed = await client.call('bench.claimAlarms', { keys: due.map(({ key }) => key) });
    if (!claimed.ok) return;
    const mine = due.filter(({ key }) => claimed.value.keys.includes(key));
    const worst = alarmKind.options.find((kind) => mine.some((alarm) => alarm.kind === kind));
    if (worst !== undefined && isLoud) playAlarm(worst);
    if (isShown) notifyOf(mine);
  }

  const look = useEffectEvent(() => {
    if (running === null || stuck === null || unsealed === null) return;
    const alarms = alarmsOf({ running, stuck, unsealed }, new Date(), settings.resealWithinMinutes);
    const due = dueAlarms(seen.current, alarms, settings, new Date());
    seen.current = new Set(alarms.map(({ key }) => key));
    if (due.length > 0) void tell(due);
  });
  useEffect(() => look(), [running, stuck, unsealed, now]);
  return null;
}

/** The devices of every tenant: the bench is one, whoever's lane is shown. */
function useDevicesAt(nextSteps: readonly NextStepCode[]) {
  const reading = useProcedure(
    'devices.list',
    { nextSteps: [...nextSteps], sort: 'updated', descending: true, limit: MOST_ON_BOARD },
    ['devices.changed'],
  );
  return reading.state === 'ready' ? reading.value.devices : null;
}
