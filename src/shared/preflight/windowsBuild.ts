/** A build of Windows, such as 10.0.22621.3085: its number, and the revision that updates raise. */
export interface WindowsBuild {
  readonly number: number;
  readonly revision: number;
}

/** Null where the text is none. */
export function windowsBuildOf(text: string | null): WindowsBuild | null {
  const [, number, revision] = /^10\.0\.(\d+)\.(\d+)$/.exec(text ?? '') ?? [];
  return number === undefined || revision === undefined ? null : { number: Number(number), revision: Number(revision) };
}

/** “22621.3085”, as Windows shows it. */
export const buildWords = ({ number, revision }: WindowsBuild): string => `${number}.${revision}`;

/** Whether an update of this very build is missing. */
export const isBefore = (build: WindowsBuild, numbers: readonly number[], revision: number): boolean =>
  numbers.includes(build.number) && build.revision < revision;

/** Windows 11 begins here. */
export const FIRST_WINDOWS_11 = 22_000;
export const WINDOWS_11_21H2 = 22_000;
export const WINDOWS_11_22H2 = 22_621;
export const WINDOWS_11_23H2 = 22_631;
export const WINDOWS_10_21H2 = 19_044;
