import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { printedHead, readHead, type AuditHead } from '../../../src/shared/audit/auditHead.ts';
import { digestOf, type AuditRow } from '../../../src/shared/audit/auditRow.ts';
import { auditVerdictWords, type AuditVerdict } from '../../../src/shared/audit/auditVerdict.ts';
import { createVerifier, pruningMark, type Pruned } from '../../../src/shared/audit/verifyChain.ts';
import { neutralFormatter } from '../../../src/shared/format/neutralFormatter.ts';

const digest = (text: string): string => createHash('sha256').update(text).digest('hex');

type Content = Pick<AuditRow, 'who' | 'account' | 'action' | 'sentence' | 'subjects'>;
const content = fc.record({
  who: fc.string(),
  account: fc.string(),
  action: fc.string(),
  sentence: fc.string({ unit: 'grapheme' }),
  subjects: fc.array(fc.string(), { maxLength: 3 }),
});
const contents = fc.array(content, { minLength: 2, maxLength: 25 });

function chained(rows: readonly Content[], from: Pruned = { id: 0, digest: '' }): AuditRow[] {
  let last = from;
  return rows.map((row) => {
    const linked = { ...row, id: last.id + 1, at: '2026-12-01T10:00:00.000Z', previous: last.digest };
    last = { id: linked.id, digest: digestOf(linked, digest) };
    return { ...linked, digest: last.digest };
  });
}

function verdictOf(
  rows: readonly AuditRow[],
  head: AuditHead | null = null,
  pruned: Pruned | null = null,
): AuditVerdict {
  const verifier = createVerifier({ pruned, head, digest });
  for (const row of rows) verifier.take(row);
  return verifier.verdict();
}

const headOf = (rows: readonly AuditRow[]): AuditHead => {
  const { id = 1, digest: own = '' } = rows.at(-1) ?? {};
  return { id, digest: own.slice(0, 8) };
};

describe('a chain of audit rows', () => {
  test('that nobody touched is whole, with and without a head', () => {
    fc.assert(
      fc.property(contents, (written) => {
        const rows = chained(written);
        expect(verdictOf(rows)).toMatchObject({ kind: 'whole', rows: rows.length });
        expect(verdictOf(rows, headOf(rows))).toMatchObject({ kind: 'whole' });
      }),
    );
  });

  test('shows an edit of any field of any row, and names the row', () => {
    const fields = ['at', 'who', 'account', 'action', 'sentence', 'subjects', 'previous'] as const;
    fc.assert(
      fc.property(contents, fc.nat(), fc.constantFrom(...fields), (written, place, field) => {
        const rows = chained(written);
        const index = place % rows.length;
        const edited = rows.map((row, at) =>
          at === index ? { ...row, [field]: field === 'subjects' ? [...row.subjects, 'x'] : `${row[field]}x` } : row,
        );
        expect(verdictOf(edited)).toEqual({ kind: 'changed', id: index + 1 });
      }),
    );
  });

  test('shows an edit whose own digest was worked out anew', () => {
    fc.assert(
      fc.property(contents, fc.nat(), (written, place) => {
        const rows = chained(written);
        const index = place % rows.length;
        const edited = rows.map((row, at) => {
          if (at !== index) return row;
          const forged = { ...row, sentence: `${row.sentence}x` };
          return { ...forged, digest: digestOf(forged, digest) };
        });
        // The last row has none behind it: only a head from elsewhere knows what it was.
        const isLast = index === rows.length - 1;
        expect(verdictOf(edited, isLast ? headOf(rows) : null).kind).toBe(isLast ? 'rebuilt' : 'changed');
      }),
    );
  });

  test('shows a removed row, two swapped rows, and a row put in', () => {
    fc.assert(
      fc.property(contents, fc.nat(), (written, place) => {
        const rows = chained(written);
        const index = place % (rows.length - 1);
        expect(verdictOf(rows.toSpliced(index, 1), headOf(rows))).toEqual({ kind: 'missing', id: index + 1 });

        const [one, other] = [rows[index], rows[index + 1]];
        if (one === undefined || other === undefined) throw new Error('There are two.');
        const swapped = rows.with(index, { ...other, id: one.id }).with(index + 1, { ...one, id: other.id });
        expect(verdictOf(swapped).kind).toBe('changed');
        expect(verdictOf(rows.toSpliced(index, 0, one)).kind).toBe('changed');
      }),
    );
  });

  test('shows a cut-off end and a chain that was made anew, given the head', () => {
    fc.assert(
      fc.property(contents, fc.nat(), (written, place) => {
        const rows = chained(written);
        const head = headOf(rows);
        const left = rows.slice(0, place % rows.length);
        expect(verdictOf(left)).toMatchObject({ kind: 'whole' });
        expect(verdictOf(left, head)).toEqual({ kind: 'cutOff', head, last: left.length });

        const [first, ...others] = written;
        if (first === undefined) throw new Error('There is one.');
        const anew = chained([{ ...first, sentence: `${first.sentence}x` }, ...others]);
        expect(verdictOf(anew)).toMatchObject({ kind: 'whole' });
        expect(verdictOf(anew, head)).toEqual({ kind: 'rebuilt', head });
      }),
    );
  });

  test('begins where retention ended, if an act in it says so', () => {
    fc.assert(
      fc.property(contents, contents, (old, kept) => {
        const removed = chained(old);
        const { id = 0, digest: own = '' } = removed.at(-1) ?? {};
        const pruned = { id, digest: own };
        const said = chained(
          [...kept, { who: '', account: '', action: '', sentence: '', subjects: [pruningMark(pruned)] }],
          pruned,
        );
        expect(verdictOf(said, null, pruned)).toMatchObject({ kind: 'whole', prunedTo: id });
        expect(verdictOf(said, headOf(removed), pruned)).toMatchObject({ kind: 'whole' });
        expect(verdictOf(chained(kept, pruned), null, pruned)).toEqual({ kind: 'missing', id });
        expect(verdictOf(said, null, { id, digest: digest(own) }).kind).toBe('changed');
      }),
    );
  });
});

describe('a head on paper', () => {
  test('is read back as it was printed, and nothing else is one', () => {
    const head = { id: 5_000, digest: digest('x') };
    expect(readHead(` ${printedHead(head).toUpperCase()} `)).toEqual({ id: 5_000, digest: head.digest.slice(0, 8) });
    for (const text of [
      '',
      '5000',
      '5000:',
      '0:1eae90b0',
      '5000:1eae90',
      '5000:1eae90bg',
      '1:1eae90b0:2',
      '-1:1eae90b0',
    ]) {
      expect(readHead(text)).toBeNull();
    }
  });

  test('each verdict has its words', () => {
    const head = { id: 5_000, digest: '1eae90b0' };
    const words = (verdict: AuditVerdict) => auditVerdictWords(verdict, neutralFormatter);
    expect(words({ kind: 'whole', rows: 5_000, prunedTo: null, head })).toBe(
      'The audit log is whole: 5,000 rows, head 5000:1eae90b0.',
    );
    expect(words({ kind: 'changed', id: 300 })).toBe('Row 300 of the audit log was changed.');
    expect(words({ kind: 'missing', id: 4_999 })).toBe('Row 4,999 of the audit log is missing.');
    expect(words({ kind: 'cutOff', head, last: 4_900 })).toContain('ends at row 4,900, before the head 5000:1eae90b0');
  });
});
