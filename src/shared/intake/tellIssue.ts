import { ASSIGNMENT_ISSUES, type AssignmentIssue } from '../assignment/assignmentIssues.ts';
import { LIST_ISSUES, type ListIssue } from '../assignment/listIssues.ts';
import { HASH_ISSUES, type HashIssue } from '../hashes/hashIssues.ts';
import { INTAKE_ISSUES, type IntakeIssue } from './intakeIssues.ts';
import type { Issue } from './issue.ts';
import type { Abouts, FactOf, KindsOf } from './issueCatalogue.ts';

/** Everything that can be wrong with a file, a row, a value, a hash or a line of a list. */
export type IssueFact = IntakeIssue | HashIssue | AssignmentIssue | ListIssue;

type Kinds = typeof INTAKE_ISSUES & typeof HASH_ISSUES & typeof ASSIGNMENT_ISSUES & typeof LIST_ISSUES;

const kinds: KindsOf<Kinds> = { ...INTAKE_ISSUES, ...HASH_ISSUES, ...ASSIGNMENT_ISSUES, ...LIST_ISSUES };

/** An issue in a technician's words, from the catalogue that its code stands in. */
export function tellIssue(fact: IssueFact): Issue {
  return tell(fact);
}

function tell<Code extends keyof Kinds>(
  fact: { readonly [One in Code]: FactOf<One, Abouts<Kinds>[One]> }[Code],
): Issue {
  const { severity, field, about } = fact;
  const { message, repair } = kinds[fact.code];
  const mended = repair?.(...about) ?? null;
  const told = { code: fact.code, severity, field, message: message(...about) };
  return mended === null ? told : { ...told, repair: mended };
}
