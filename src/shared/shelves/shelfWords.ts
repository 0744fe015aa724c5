/** What the history of a device says of the place where it stands. */
export const shelfHistory = {
  put: (shelf: string) => `It stands on shelf ${shelf}.`,
  cleared: (shelf: string) => `It stands no longer on shelf ${shelf}.`,
  gaveWay: (shelf: string) => `It stands no longer on shelf ${shelf}: another device was put there.`,
};

/** What was done, for the person who did it. @param other the title of the device that stood there */
export function shelfSentence(shelf: string | null, from: string | null, other: string | null): string {
  if (shelf === null) return from === null ? 'It stood on no shelf.' : `No longer on shelf ${from}.`;
  return other === null ? `On shelf ${shelf}.` : `On shelf ${shelf}. ${other} stood there, and has no shelf now.`;
}
