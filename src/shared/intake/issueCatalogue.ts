import type { Issue } from './issue.ts';

/**
 * One code of a catalogue. `About` is what an issue of this code has to say of the value that it is about: nothing, or an
 * object of facts. They are told to people, so a hash or a person's address is never among them.
 */
export interface IssueKind<About extends readonly unknown[]> {
  readonly severity: Issue['severity'];
  /** What the code means in general: one line for the documentation. */
  readonly meaning: string;
  readonly message: (...about: About) => string;
  /** What was mended; null, or absent, where nothing was. */
  readonly repair?: (...about: About) => string | null;
}

/** An issue as a fact. `tellIssue` puts it into words. */
export interface FactOf<Code extends string, About extends readonly unknown[]> {
  readonly code: Code;
  readonly severity: Issue['severity'];
  /** The key of the row that the issue is about. */
  readonly field: string;
  readonly about: About;
  /** Whether what it names has been put right already. */
  readonly isMended: boolean;
}

/** By code, what an issue of a catalogue is about. */
export type Abouts<Kinds> = {
  readonly [Code in keyof Kinds]: Kinds[Code] extends IssueKind<infer About> ? About : never;
};

/** A catalogue as it is looked up in. */
export type KindsOf<Kinds> = { readonly [Code in keyof Kinds]: IssueKind<Abouts<Kinds>[Code]> };

/** Every issue of a catalogue. */
export type FactsOf<Kinds> = { [Code in keyof Kinds & string]: FactOf<Code, Abouts<Kinds>[Code]> }[keyof Kinds &
  string];

export const error = kindOf('error');
export const warning = kindOf('warning');
export const info = kindOf('info');

function kindOf(severity: Issue['severity']) {
  return <About extends readonly unknown[]>(
    meaning: string,
    message: (...about: About) => string,
    repair?: (...about: About) => string | null,
  ): IssueKind<About> =>
    repair === undefined ? { severity, meaning, message } : { severity, meaning, message, repair };
}

/** The fact that a value has an issue of this kind. */
export function factOf<Code extends string, About extends readonly unknown[]>(
  code: Code,
  { severity, repair }: IssueKind<About>,
  field: string,
  about: About,
): FactOf<Code, About> {
  return { code, severity, field, about, isMended: repair !== undefined && repair(...about) !== null };
}
