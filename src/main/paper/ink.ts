/** The colours of paper: all of it is read well from a black and white printer. */
export const INK = '#000000';
/** Dark enough for a bad copier. */
export const GREY = '#444444';
export const HAIRLINE = '#999999';
