/** The exit status of what could not run; `docs/command-line.md` promises it. */
export const CANNOT_RUN = 3;
