import type { RowStatus } from '../../../shared/intake/vocabulary.ts';
import type { Preview, PreviewRow } from '../../../shared/api/contract/intake.ts';
import type { Issue } from '../../../shared/intake/issue.ts';
import { acceptedWord, effectWords, leftOutWord, rowStatusWords } from '../../text/intake.ts';
import type { Shape } from '../../ui/StatusShape.tsx';

export const rowStatuses: readonly RowStatus[] = ['ready', 'repaired', 'suspect', 'rejected'];

export const rowShapes = {
  ready: 'done',
  repaired: 'mended',
  suspect: 'warning',
  rejected: 'failed',
} as const satisfies Record<RowStatus, Shape>;

const issueShapes = {
  error: 'failed',
  warning: 'warning',
  info: 'open',
} as const satisfies Record<Issue['severity'], Shape>;

/** How a row stands, in a shape and a word: a suspect one that a person accepted is no problem any more. */
export function standingOf({ status, included }: Pick<PreviewRow, 'status' | 'included'>): {
  readonly shape: Shape;
  readonly word: string;
} {
  return status === 'suspect' && included
    ? { shape: 'done', word: acceptedWord }
    : { shape: rowShapes[status], word: rowStatusWords[status] };
}

/** The shape of an issue: what was mended is no warning any more. */
export function issueShape({ severity, repair }: Issue): Shape {
  return severity === 'warning' && repair !== undefined ? 'mended' : issueShapes[severity];
}

/** How many rows a preview holds, whatever their state. */
export function rowsOf({ counts }: Pick<Preview, 'counts'>): number {
  return rowStatuses.reduce((sum, status) => sum + counts[status], 0);
}

/** What the commit would do with the row, in a word; a row that is left out has no other effect. */
export function effectWord(row: PreviewRow): string {
  return row.included ? effectWords[row.effect] : leftOutWord;
}

/** The one issue that decides the row's state, and how many more there are. */
export function mainIssue(row: Pick<PreviewRow, 'issues'>): { readonly issue: Issue; readonly more: number } | null {
  const told = row.issues.filter(({ severity }) => severity !== 'info');
  const issue =
    told.find(({ severity }) => severity === 'error') ?? told.find(({ repair }) => repair === undefined) ?? told[0];
  return issue === undefined ? null : { issue, more: told.length - 1 };
}
