import { z } from 'zod';
import { printedHead, type AuditHead } from '../../shared/audit/auditHead.ts';
import {
  auditRow,
  digestOf,
  subjectMark,
  type AuditRow,
  type UnreadableAuditRow,
} from '../../shared/audit/auditRow.ts';
import { erasedWords } from '../../shared/audit/pseudonym.ts';
import type { AuditEntry } from '../../shared/audit/auditEntry.ts';
import { pruningMark, type Pruned } from '../../shared/audit/verifyChain.ts';
import { systemAccount } from './systemAccount.ts';
import { digestOfText } from './digestOfText.ts';
import type { Store } from './store.ts';
import { createPseudonyms } from './pseudonyms.ts';
import { storedJson } from './storedJson.ts';

/** Whom or what an act was about. */
export interface AuditSubjects {
  readonly devices?: readonly string[];
  /** By their addresses. */
  readonly people?: readonly string[];
  /** People who have no address any more. */
  readonly pseudonyms?: readonly string[];
  readonly tenants?: readonly string[];
  readonly pruned?: Pruned;
}

export interface NewAuditEntry extends AuditSubjects {
  readonly who: string;
  readonly action: string;
  readonly sentence: string;
}

const storedRow = auditRow.extend({ subjects: storedJson(auditRow.shape.subjects) });
const numbered = z.object({ id: z.number() });
const end = z.object({ id: z.number(), digest: z.string() });
const COLUMNS = 'id, at, who, account, action, sentence, subjects, previous, digest';
/** How many of the subjects a list names. */
const NAMED_SUBJECTS = 5;

export type AuditStore = ReturnType<typeof createAuditStore>;

/** The newest row; null for a log without one. */
export function auditHead({ database }: Pick<Store, 'database'>): AuditHead | null {
  return endOrNull(database.prepare('SELECT id, digest FROM audit_event ORDER BY id DESC LIMIT 1').get());
}

/**
 * Who did what: deliberate acts such as exports, overrides and removals. Each row vouches for all before it; triggers let no row
 * be changed, nor deleted but by retention. Written in the transaction of the act.
 */
export function createAuditStore(
  { database, setAside, write }: Pick<Store, 'database' | 'setAside' | 'write'>,
  now: () => Date,
) {
  const names = createPseudonyms({ database });
  const account = systemAccount();
  const insert = database.prepare(`
    INSERT INTO audit_event (${COLUMNS})
    VALUES (@id, @at, @who, @account, @action, @sentence, @subjects, @previous, @digest)`);
  const page = database.prepare(`SELECT ${COLUMNS} FROM audit_event ORDER BY id DESC LIMIT @limit OFFSET @offset`);
  const after = database.prepare(`SELECT ${COLUMNS} FROM audit_event WHERE id > @id ORDER BY id LIMIT @limit`);
  const count = database.prepare('SELECT count(*) AS total FROM audit_event').pluck();
  const last = database.prepare('SELECT id, digest FROM audit_event ORDER BY id DESC LIMIT 1');
  const lastPruned = database.prepare('SELECT id, digest FROM audit_pruned ORDER BY id DESC LIMIT 1');
  const lastBefore = database.prepare(
    'SELECT id, digest FROM audit_event WHERE id < (SELECT min(id) FROM audit_event WHERE at >= ?) ORDER BY id DESC LIMIT 1',
  );
  const insertPruned = database.prepare('INSERT INTO audit_pruned (id, digest, at) VALUES (@id, @digest, @at)');
  const removeTo = database.prepare('DELETE FROM audit_event WHERE id <= ?');

  function add({ who, action, sentence, ...about }: NewAuditEntry): void {
    write(() => {
      const before = endOrNull(last.get()) ?? endOrNull(lastPruned.get()) ?? { id: 0, digest: '' };
      const row = {
        id: before.id + 1,
        at: now().toISOString(),
        who,
        account,
        action,
        sentence: names.hide(sentence, about.devices ?? []),
        subjects: marksOf(about),
        previous: before.digest,
      };
      insert.run({ ...row, subjects: JSON.stringify(row.subjects), digest: digestOf(row, digestOfText) });
    });
  }

  const marksOf = ({ devices = [], people = [], pseudonyms = [], tenants = [], pruned }: AuditSubjects): string[] => [
    ...devices.map((id) => `${subjectMark.device}${id}`),
    ...people.map(names.of),
    ...pseudonyms,
    ...tenants.map((id) => `${subjectMark.tenant}${id}`),
    ...(pruned === undefined ? [] : [pruningMark(pruned)]),
  ];

  function shown(recorded: AuditRow, mostNamed: number): AuditEntry {
    const { id, at, who, account: by, action, sentence, subjects, digest } = recorded;
    const named = subjects.filter((mark) => mark.startsWith(subjectMark.device) || mark.startsWith(subjectMark.person));
    return {
      id,
      at,
      who,
      account: by,
      action,
      digest,
      sentence: names.show(sentence),
      subjects: named.slice(0, mostNamed).map((mark) => names.nameOf(mark) ?? erasedWords(mark)),
      subjectTotal: named.length,
    };
  }

  return {
    add,
    /** Newest first; rows that cannot be read are left out, and named. */
    page: (offset: number, limit: number) => ({
      total: z.number().parse(count.get()),
      entries: setAside
        .rows('audit_event', storedRow, page.all({ offset, limit }))
        .map((row) => shown(row, NAMED_SUBJECTS)),
    }),
    /** Some rows after this one as they are recorded, oldest first; none is left out. */
    rowsAfter: (id: number, limit: number): readonly (AuditRow | UnreadableAuditRow)[] =>
      after
        .all({ id, limit })
        .map((row) => setAside.row('audit_event', storedRow, row) ?? { ...numbered.parse(row), isUnreadable: true }),
    /** A row with all its names. */
    shown: (row: AuditRow): AuditEntry => shown(row, Infinity),
    head: (): AuditHead | null => endOrNull(last.get()),
    /** The newest row as paper has it, `5000:1eae90b0`; empty where there is none. */
    printedHead(): string {
      const head = endOrNull(last.get());
      return head === null ? '' : printedHead(head);
    },
    /** Where the log begins, if retention has removed its oldest rows. */
    pruned: (): Pruned | null => endOrNull(lastPruned.get()),
    /** The last of the rows before the first that is as new as this; null where there is none. */
    lastBefore: (at: Date): Pruned | null => endOrNull(lastBefore.get(at.toISOString())),
    /** Removes the oldest rows up to this one; the act that says so is to be added in the same transaction. */
    prune(to: Pruned): void {
      insertPruned.run({ ...to, at: now().toISOString() });
      removeTo.run(to.id);
    },
  };
}

const endOrNull = (row: unknown): Pruned | null => (row === undefined ? null : end.parse(row));
