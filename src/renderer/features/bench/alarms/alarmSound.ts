import type { AlarmKind } from '../../../../shared/bench/alarm.ts';

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

let output: AudioContext | null = null;

/** Whether this window can be heard: a browser lets no page sound before somebody has pressed something in it. */
export async function canSound(): Promise<boolean> {
  output ??= new AudioContext();
  // It never settles where the browser waits for somebody to press something.
  void output.resume();
  await new Promise((resolve) => setTimeout(resolve, 50));
  return output.state === 'running';
}

/** Plays what an alarm sounds like. A browser that allows no sound yet stays silent. */
export function playAlarm(kind: AlarmKind): void {
  output ??= new AudioContext();
  const context = output;
  void context.resume();
  let start = context.currentTime;
  for (const { hertz, seconds } of tunes[kind]) {
    const tone = context.createOscillator();
    const volume = context.createGain();
    tone.frequency.value = hertz;
    volume.gain.setValueAtTime(LOUDNESS, start);
    volume.gain.exponentialRampToValueAtTime(0.001, start + seconds);
    tone.connect(volume).connect(context.destination);
    tone.start(start);
    tone.stop(start + seconds);
    start += seconds;
  }
}
