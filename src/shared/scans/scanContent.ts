import type { Issue } from '../intake/issue.ts';
import type { Scan } from './scan.ts';
import type { ScanRepair } from './scanRepair.ts';

/** What a code says, without what had to be undone to read it. */
export type ScanContent = Omit<Scan, 'repairs'>;

/** A code with its text as it was meant, and what was undone to read it. */
export interface CodeReading {
  readonly content: ScanContent;
  readonly code: string;
  readonly repairs: readonly ScanRepair[];
}

/** A code of this kind that says nothing yet. */
export const nothingIn = (kind: Scan['kind']): ScanContent => ({
  kind,
  ztdId: null,
  serialNumber: null,
  initials: null,
  shelf: null,
  result: null,
  elapsedMs: null,
  issues: [],
});

/** A code whose kind alone is known, and what to do about it. */
export const notedCode = (kind: Scan['kind'], issue: Issue): ScanContent => ({ ...nothingIn(kind), issues: [issue] });

/** A code that is none of a device, and why. */
export const unknownCode = (issue: Issue): ScanContent => notedCode('unknown', issue);
