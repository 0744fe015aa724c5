import type { AlarmKind } from '../../../../shared/bench/alarm.ts';
import { playNotes } from '../../../ui/playNotes.ts';

const LOUDNESS = 0.25;

interface Tone {
  readonly hertz: number;
  readonly seconds: number;
}

const low: readonly Tone[] = [
  { hertz: 196, seconds: 0.5 },
  { hertz: 147, seconds: 0.7 },
];
const twice: readonly Tone[] = [
  { hertz: 494, seconds: 0.25 },
  { hertz: 494, seconds: 0.25 },
];

/** Longer than the answer to a scan, so that nobody takes one for the other; the worst is the lowest. */
const tunes: Readonly<Record<AlarmKind, readonly Tone[]>> = {
  failed: low,
  overdue: [...twice, ...twice],
  notResealed: twice,
  ready: [
    { hertz: 784, seconds: 0.2 },
    { hertz: 1_047, seconds: 0.4 },
  ],
};

/** Plays what an alarm sounds like. */
export const playAlarm = (kind: AlarmKind): void => playNotes(tunes[kind], LOUDNESS);
