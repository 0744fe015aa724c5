import { answerRules, type AnswerColour } from '../../../shared/scans/answerBand.ts';

const LOUDNESS = 0.2;

let output: AudioContext | null = null;

/** Plays what an answer sounds like. A browser that allows no sound yet stays silent. */
export function playAnswer(colour: AnswerColour): void {
  output ??= new AudioContext();
  const context = output;
  void context.resume();
  let start = context.currentTime;
  for (const { hertz, seconds } of answerRules[colour].sound) {
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
