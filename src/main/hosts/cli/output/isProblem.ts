import type { Issue } from '../../../../shared/intake/issue.ts';

/** Whether somebody has to look: an error, or a warning that was not mended. */
export function isProblem({ severity, repair }: Issue): boolean {
  return severity === 'error' || (severity === 'warning' && repair === undefined);
}
