import type { ScanAnswer } from './scanAnswer.ts';

const NOTE_S = 0.12;
const LOUDNESS = 0.2;
/** Frequencies in hertz: up is good, low is not; told apart without looking. */
const notes = {
  good: [880, 1_320],
  attention: [440, 440],
  stop: [220, 165, 220],
} as const;

let output: AudioContext | null = null;

/** Plays what an answer sounds like. A browser that allows no sound yet stays silent. */
export function playAnswer(tone: Exclude<ScanAnswer['tone'], 'busy'>): void {
  output ??= new AudioContext();
  const context = output;
  void context.resume();
  for (const [index, frequency] of notes[tone].entries()) {
    const start = context.currentTime + index * NOTE_S;
    const tune = context.createOscillator();
    const volume = context.createGain();
    tune.frequency.value = frequency;
    volume.gain.setValueAtTime(LOUDNESS, start);
    volume.gain.exponentialRampToValueAtTime(0.001, start + NOTE_S);
    tune.connect(volume).connect(context.destination);
    tune.start(start);
    tune.stop(start + NOTE_S);
  }
}
