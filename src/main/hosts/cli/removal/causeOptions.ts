import { InvalidArgumentError, Option } from 'commander';
import { causeOfRemoval, type CauseOfRemoval } from '../../../../shared/removal/removalCause.ts';

const typed: Readonly<Record<CauseOfRemoval, string>> = {
  repair: 'repair',
  sold: 'sold',
  endOfLife: 'end-of-life',
  other: 'other',
};
const choices = causeOfRemoval.options.map((cause) => typed[cause]);

/** `--reason`: why devices leave, as it is typed. */
export const reasonOption = (): Option =>
  new Option('--reason <reason>', `why: ${choices.join(', ')}`).argParser((text: string): CauseOfRemoval => {
    const cause = causeOfRemoval.options.find((option) => typed[option] === text);
    if (cause === undefined) throw new InvalidArgumentError(`Allowed choices are ${choices.join(', ')}.`);
    return cause;
  });
