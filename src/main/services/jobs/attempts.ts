/** After so many failures in a row somebody has to look. */
export const MOST_ATTEMPTS = 12;
/** What was made a moment ago may be unknown for some minutes: 8 looks take about 8.5 minutes. */
export const MOST_LOOKS_IN_VAIN = 8;
