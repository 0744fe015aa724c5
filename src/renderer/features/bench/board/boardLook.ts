/** More rows than this stand in one line each, without their models. */
const MOST_TALL_ROWS = 12;

/** For whom the board is drawn: a bench, a bench with many rows, or a wall that nobody touches. */
export type BoardLook = 'bench' | 'dense' | 'wall';

export const benchLookOf = (rows: number): BoardLook => (rows > MOST_TALL_ROWS ? 'dense' : 'bench');
