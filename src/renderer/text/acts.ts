import { devicesText } from './count.ts';

/** What every act that changes something at Microsoft comes to. */
export const actsText = {
  queued: (number: number) => `${devicesText(number)} on the way to Microsoft.`,
  refused: (number: number) => `${devicesText(number)} refused.`,
} as const;
