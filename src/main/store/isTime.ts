/**
 * Whether a column holds a time, as SQL. Any text comes before or after every time, so a comparison alone would take a damaged
 * value for very old or for very new.
 */
export const isTime = (column: string): string => `${column} GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T*'`;
