/** What a scanner is set to put around every code that it sends. */
export interface ScannerAffixes {
  readonly scannerPrefix: string;
  readonly scannerSuffix: string;
}

/** The code without the scanner's own characters; as it came where they do not stand on both sides of something. */
export function withoutAffixes(text: string, affixes: ScannerAffixes): string {
  const { scannerPrefix, scannerSuffix } = affixes;
  return hasAffixes(text, affixes) ? text.slice(scannerPrefix.length, text.length - scannerSuffix.length) : text;
}

/** Whether the text begins and ends as the scanner's codes do, with something between. */
export function hasAffixes(text: string, { scannerPrefix, scannerSuffix }: ScannerAffixes): boolean {
  return (
    text.length > scannerPrefix.length + scannerSuffix.length &&
    text.startsWith(scannerPrefix) &&
    text.endsWith(scannerSuffix)
  );
}
