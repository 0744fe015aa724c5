import type { Formatter } from '../format/formatter.ts';
import { USER_FLOW_LENGTH, USER_FLOW_NOT_BEFORE_MINUTES } from './userFlowWindow.ts';
import type { BenchWarning } from './benchWarning.ts';

/** What a technician is told beside a recorded step, and what its device's history keeps of it. */
export function benchWarningSentence(warning: BenchWarning, { count }: Formatter): string {
  switch (warning.code) {
    case 'userFlowTooEarly':
      return `This was ${count(warning.minutes, 'minute', 'minutes')} after the technician flow, and tokens need ${USER_FLOW_NOT_BEFORE_MINUTES}: if sign-in or an app fails on the device, suspect that first.`;
    case 'userFlowTooLate':
      return `This was more than ${USER_FLOW_LENGTH} after the technician flow: its certificates may have expired, so check that apps still install.`;
    case 'userFlowClosing': {
      const days = warning.days === 1 ? 'one day' : count(warning.days, 'day', 'days');
      return `The user has ${days} to start the device; after that the technician flow must be run again.`;
    }
  }
}
