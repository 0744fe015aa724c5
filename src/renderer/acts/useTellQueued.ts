import { useCallback } from 'react';
import type { OutputOf } from '../../shared/api/contract.ts';
import { refusalWords } from '../../shared/jobs/refusal.ts';
import { actsText } from '../text/acts.ts';
import { assignmentText } from '../text/assignment.ts';
import { useNotify } from '../ui/notify.ts';
import { useTakeBack } from './useTakeBack.ts';

/** What an act came to; one on many devices also says whom it spared, and by which name it is taken back. */
type Queued = OutputOf<'registration.register'> & { readonly spared?: number; readonly actId?: string };

/** Tells how many changes are on their way to Microsoft, and which were refused and why; offers to take them back. */
export function useTellQueued(): (outcome: Queued) => void {
  const notify = useNotify();
  const takeBack = useTakeBack();
  return useCallback(
    ({ queued, refused, spared = 0, actId }) => {
      const undo = actId === undefined || queued === 0 ? undefined : () => void takeBack(actId);
      if (queued > 0 || refused.length === 0) notify.done(actsText.queued(queued, spared), undo);
      // What is refused for one reason, and may be insisted on, is counted apart.
      const kiosks = refused.filter(({ refusal }) => refusal.code === 'assignment.userIgnored');
      const others = refused.filter((device) => !kiosks.includes(device));
      const reasons = others.map(({ serialNumber, refusal }) => ({ serialNumber, reason: refusalWords(refusal) }));
      if (kiosks.length > 0) notify.warn(assignmentText.kiosksLeftOut(kiosks.length));
      if (others.length > 0) notify.warn(actsText.refused(others.length), reasonsOf(reasons));
    },
    [notify, takeBack],
  );
}

/** The first few reasons, by serial number. */
export function reasonsOf(refused: readonly { readonly serialNumber: string; readonly reason: string }[]): string {
  const shown = refused.slice(0, 3).map(({ serialNumber, reason }) => `${serialNumber}: ${reason}`);
  return refused.length > shown.length ? [...shown, '…'].join(' ') : shown.join(' ');
}
