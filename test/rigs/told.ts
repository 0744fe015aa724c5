/** A reason, or what a job is about, in a test's own words. */
export const told = (sentence: string) => ({ code: 'told', sentence }) as const;
