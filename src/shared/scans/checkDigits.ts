/** The check digit of EAN, UPC and GTIN: weights 3 and 1 from the right (GS1 General Specifications, 7.9). */
export function hasRetailCheckDigit(digits: string): boolean {
  return sumFromRight(digits, (digit, index) => digit * (index % 2 === 0 ? 1 : 3)) % 10 === 0;
}

/** The check digit of an IMEI (3GPP TS 23.003, annex B): Luhn's. */
export function hasLuhnCheckDigit(digits: string): boolean {
  const doubled = (digit: number): number => (digit > 4 ? digit * 2 - 9 : digit * 2);
  return sumFromRight(digits, (digit, index) => (index % 2 === 0 ? digit : doubled(digit))) % 10 === 0;
}

function sumFromRight(digits: string, weigh: (digit: number, index: number) => number): number {
  return Array.from(digits)
    .reverse()
    .reduce((sum, digit, index) => sum + weigh(Number(digit), index), 0);
}
