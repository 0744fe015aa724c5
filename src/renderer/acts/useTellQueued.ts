import { useCallback } from 'react';
import type { OutputOf } from '../../shared/api/contract.ts';
import { refusalWords } from '../../shared/jobs/refusal.ts';
import { actsText } from '../text/acts.ts';
import { assignmentText } from '../text/assignment.ts';
import { useNotify } from '../ui/notify.ts';

/** Tells how many changes are on their way to Microsoft, and which were refused and why. */
export function useTellQueued(): (outcome: OutputOf<'registration.register'>) => void {
  const notify = useNotify();
  return useCallback(
    ({ queued, refused }) => {
      if (queued > 0 || refused.length === 0) notify.done(actsText.queued(queued));
      // What is refused for one reason, and may be insisted on, is counted apart.
      const kiosks = refused.filter(({ refusal }) => refusal.code === 'assignment.userIgnored');
      const others = refused.filter((device) => !kiosks.includes(device));
      const reasons = others.map(({ serialNumber, refusal }) => ({ serialNumber, reason: refusalWords(refusal) }));
      if (kiosks.length > 0) notify.warn(assignmentText.kiosksLeftOut(kiosks.length));
      if (others.length > 0) notify.warn(actsText.refused(others.length), reasonsOf(reasons));
    },
    [notify],
  );
}

/** The first few reasons, by serial number. */
export function reasonsOf(refused: readonly { readonly serialNumber: string; readonly reason: string }[]): string {
  const shown = refused.slice(0, 3).map(({ serialNumber, reason }) => `${serialNumber}: ${reason}`);
  return refused.length > shown.length ? [...shown, '…'].join(' ') : shown.join(' ');
}
