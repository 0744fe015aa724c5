import { devicesText } from './count.ts';

/** The words for what an act that changes something at Microsoft has achieved. */
export const actsText = {
  queued: (number: number) => `${devicesText(number)} on the way to Microsoft.`,
  refused: (number: number) => `${devicesText(number)} refused.`,
} as const;
