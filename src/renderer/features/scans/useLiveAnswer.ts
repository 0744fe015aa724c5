import type { DeviceDetail } from '../../../shared/devices/deviceDetail.ts';
import { useProcedure } from '../../api/useProcedure.ts';
import { useNow } from '../../ui/useNow.ts';
import { asItStands, type ScanAnswer } from './scanAnswer.ts';
import type { Answered } from './scanContext.ts';

/** An answer as it is now, and all that is known of its device; null until that is read, and where it is about the code. */
export interface LiveAnswer {
  readonly answer: ScanAnswer;
  readonly detail: DeviceDetail | null;
}

const SECOND_MS = 1_000;

/** Follows what becomes of the device of an answer, from this bench or another, and counts its time. */
export function useLiveAnswer(answered: Answered | null): LiveAnswer | null {
  const now = useNow(SECOND_MS);
  const scanned = answered?.answer.device ?? null;
  const id = scanned?.id ?? null;
  const reading = useProcedure('devices.get', id === null ? null : { id }, ['devices.changed', 'jobs.changed']);
  if (answered === null) return null;
  const detail = reading.state === 'ready' && reading.value.device.id === id ? reading.value : null;
  const device = detail?.device ?? scanned;
  return { answer: device === null ? answered.answer : asItStands(answered.answer, device, now), detail };
}
