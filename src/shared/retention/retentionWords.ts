import type { Formatter } from '../format/formatter.ts';
import type { RetentionPlan } from './retention.ts';

/** What a run removes, part by part; empty where it is nothing. */
export function retentionLines(plan: RetentionPlan, { count }: Formatter): readonly string[] {
  const { users, hashDevices, hashes, historyLines, shiftNotes, auditRows } = plan;
  return [
    ...(users === 0 ? [] : [`the users of ${count(users, 'device', 'devices')}`]),
    ...(hashes === 0
      ? []
      : [`${count(hashes, 'hardware hash', 'hardware hashes')} of ${count(hashDevices, 'device', 'devices')}`]),
    ...(historyLines === 0 ? [] : [count(historyLines, 'line of histories', 'lines of histories')]),
    ...(shiftNotes === 0 ? [] : [count(shiftNotes, 'note to the next shift', 'notes to the next shift')]),
    ...(auditRows === 0 ? [] : [count(auditRows, 'row of the audit log', 'rows of the audit log')]),
  ];
}

/** One sentence of what a run would remove, or has removed. */
export function retentionSentence(plan: RetentionPlan, isDone: boolean, formatter: Formatter): string {
  if (!plan.isOn) return 'Nothing is set to be removed by its age. See Settings › Privacy.';
  const lines = retentionLines(plan, formatter);
  if (lines.length === 0) return 'Nothing is old enough to be removed.';
  return `${isDone ? 'Removed' : 'A run would remove'} ${lines.join(', ')}.`;
}
