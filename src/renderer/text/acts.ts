import { devicesText } from './count.ts';
import { formatter } from './formatter.ts';

/** The words for what an act that changes something at Microsoft has achieved. */
export const actsText = {
  queued: (number: number, spared: number) =>
    `${devicesText(number)} on the way to Microsoft${spared === 0 ? '' : `, ${formatter.number(spared)} left as ${spared === 1 ? 'it is' : 'they are'}`}.`,
  refused: (number: number) => `${devicesText(number)} refused.`,
} as const;
