import { InvalidArgumentError } from 'commander';

/** A parser of whole numbers for an option. */
export function wholeNumber(smallest: number, largest: number): (text: string) => number {
  return (text) => {
    const number = Number(text);
    if (text.trim() === '' || !Number.isInteger(number) || number < smallest || number > largest) {
      throw new InvalidArgumentError(`It must be a whole number from ${smallest} to ${largest}.`);
    }
    return number;
  };
}

/** A parser of a port; 0 takes a free one. */
export const portNumber = wholeNumber(0, 65_535);

/** A parser of the practice clock's speed. */
export function speedFactor(text: string): number {
  const number = Number(text);
  if (!(number >= 1 && number <= 100_000)) throw new InvalidArgumentError('It must be a number from 1 to 100000.');
  return number;
}
