/** What a scanner is set to put around every code that it sends. */
export interface ScannerAffixes {
  readonly prefix: string;
  readonly suffix: string;
}

/** The code without the scanner's own characters; as it came where they do not stand on both sides of something. */
export function withoutAffixes(text: string, { prefix, suffix }: ScannerAffixes): string {
  return hasAffixes(text, { prefix, suffix }) ? text.slice(prefix.length, text.length - suffix.length) : text;
}

/** Whether the text begins and ends as the scanner's codes do, with something between. */
export function hasAffixes(text: string, { prefix, suffix }: ScannerAffixes): boolean {
  return text.length > prefix.length + suffix.length && text.startsWith(prefix) && text.endsWith(suffix);
}
