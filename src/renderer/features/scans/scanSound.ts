import { answerRules, type AnswerColour } from '../../../shared/scans/answerBand.ts';
import { playNotes } from '../../ui/playNotes.ts';

const LOUDNESS = 0.2;

/** Plays what an answer sounds like. */
export const playAnswer = (colour: AnswerColour): void => playNotes(answerRules[colour].sound, LOUDNESS);
