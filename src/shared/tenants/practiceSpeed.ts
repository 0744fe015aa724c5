/** A minute of the practice tenant takes a second, so that nobody waits for training. */
export const PRACTICE_SPEED = 60;
