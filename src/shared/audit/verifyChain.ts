import type { AuditHead } from './auditHead.ts';
import { digestOf, subjectMark, type AuditRow, type Digest, type UnreadableAuditRow } from './auditRow.ts';
import type { AuditVerdict } from './auditVerdict.ts';

/** Where a log begins whose oldest rows a retention run removed: the last removed row. */
export type Pruned = Pick<AuditRow, 'id' | 'digest'>;

interface Known {
  /** Null for a log that has all its rows. */
  readonly pruned: Pruned | null;
  /** A head that was kept elsewhere; null where there is none. */
  readonly head: AuditHead | null;
  readonly digest: Digest;
}

interface Verifier {
  readonly take: (row: AuditRow | UnreadableAuditRow) => void;
  /** What is wrong first, counted from the oldest row. */
  readonly verdict: () => AuditVerdict;
}

/**
 * Checks the rows of an audit log, given in the order of their ids. Without a head it finds each edited, removed, added and
 * swapped row, but not an end that was cut off, nor a log that somebody with the file rebuilt: that takes a head from elsewhere.
 */
export function createVerifier({ pruned, head, digest }: Known): Verifier {
  let fault: AuditVerdict | null = null;
  let last: Pruned = pruned ?? { id: 0, digest: '' };
  let rows = 0;
  let isPruningTold = pruned === null;
  let isHeadMet = head === null || (pruned !== null && head.id < pruned.id);
  if (pruned !== null) meetHead(pruned);

  function meetHead({ id, digest: own }: Pruned): void {
    if (head === null || id !== head.id) return;
    if (own.startsWith(head.digest)) isHeadMet = true;
    else fault ??= { kind: 'rebuilt', head };
  }

  function faultOf(row: AuditRow | UnreadableAuditRow): AuditVerdict | null {
    if (row.id > last.id + 1) return { kind: 'missing', id: last.id + 1 };
    if (row.id <= last.id) return { kind: 'changed', id: row.id };
    if ('isUnreadable' in row || digestOf(row, digest) !== row.digest) return { kind: 'changed', id: row.id };
    // A row that vouches for itself, and for another row before it than there is: that one was changed with its digest.
    if (row.previous !== last.digest) return { kind: 'changed', id: rows === 0 ? row.id : last.id };
    return null;
  }

  return {
    take(row) {
      if (fault !== null) return;
      fault = faultOf(row);
      if (fault !== null || 'isUnreadable' in row) return;
      rows += 1;
      last = { id: row.id, digest: row.digest };
      if (pruned !== null && row.subjects.includes(pruningMark(pruned))) isPruningTold = true;
      meetHead(row);
    },
    verdict() {
      if (fault !== null) return fault;
      if (!isPruningTold && pruned !== null) return { kind: 'missing', id: pruned.id };
      if (!isHeadMet && head !== null) return { kind: 'cutOff', head, last: last.id };
      const newest = last.id === 0 ? null : last;
      return { kind: 'whole', rows, prunedTo: pruned?.id ?? null, head: newest };
    },
  };
}

/** By which the act that pruned a log names the last row that it removed. */
export const pruningMark = ({ id, digest }: Pruned): string => `${subjectMark.pruned}${id}:${digest}`;
