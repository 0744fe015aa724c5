/** One note: its frequency in hertz and how long it sounds in seconds. */
interface Note {
  readonly hertz: number;
  readonly seconds: number;
}

let output: AudioContext | null = null;

const opened = (): AudioContext => (output ??= new AudioContext());

/** Plays notes one after another. A browser that allows no sound yet stays silent. @param loudness from 0 to 1 */
export function playNotes(notes: readonly Note[], loudness: number): void {
  const context = opened();
  void context.resume();
  let start = context.currentTime;
  for (const { hertz, seconds } of notes) {
    const tone = context.createOscillator();
    const volume = context.createGain();
    tone.frequency.value = hertz;
    volume.gain.setValueAtTime(loudness, start);
    volume.gain.exponentialRampToValueAtTime(0.001, start + seconds);
    tone.connect(volume).connect(context.destination);
    tone.start(start);
    tone.stop(start + seconds);
    start += seconds;
  }
}

/** Whether this window can be heard: a browser lets no page sound before somebody has pressed something in it. */
export async function canSound(): Promise<boolean> {
  const context = opened();
  // It never settles where the browser waits for somebody to press something.
  void context.resume();
  await new Promise((resolve) => setTimeout(resolve, 50));
  return context.state === 'running';
}
