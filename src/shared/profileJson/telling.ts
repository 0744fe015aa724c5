import type { FindingLevel, ProfileJsonSaid } from './profileJsonFinding.ts';
import type { Source } from './sources.ts';

/** What is told of a finding: what is so, what goes wrong by it, and what to do. */
export interface Telling {
  readonly level: FindingLevel;
  readonly problem: string;
  readonly fails: string;
  readonly remedy: string;
  readonly sources: readonly Source[];
}

export type SaidByCode = {
  readonly [Code in ProfileJsonSaid['code']]: Extract<ProfileJsonSaid, { readonly code: Code }>;
};

/** The words for some codes: a code without words is a type error. @typeParam Code those codes */
export type Tellings<Code extends ProfileJsonSaid['code']> = {
  readonly [One in Code]: (said: SaidByCode[One], property: string) => Telling;
};

/** Why Windows does not run Autopilot by a file that it cannot read. */
export const IGNORED = 'Windows ignores the file, and the setup runs without Autopilot.';
